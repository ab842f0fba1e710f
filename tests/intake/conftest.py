import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class TextSnapshots(SingleFileSnapshotExtension):
    """Keep each snapshot as a text file of its own, to be read as the secretariat reads it."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def messages(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compare what the program says with the text file of the test's name."""
    return snapshot.use_extension(TextSnapshots)
