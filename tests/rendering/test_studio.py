from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewpkg.rendering.kept import Kept
from reviewpkg.rendering.pictures import drawn_by, svg_of
from reviewpkg.rendering.studio import Studio

DOT: dict[str, Any] = {
    "data": {"values": [{"a": 1}]},
    "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}},
}


def test_a_picture_is_the_same_drawn_here_or_there_or_kept(tmp_path: Path) -> None:
    specification = json.dumps(DOT)
    kept = Kept(tmp_path)
    studio = Studio(kept)
    there = studio(specification)
    studio.close()
    kept.write()

    again = Studio(Kept(tmp_path))
    assert again(specification) == there == svg_of(specification)
    assert again._process is None  # noqa: SLF001 - nothing was begun


def test_a_studio_that_is_closed_opens_for_the_next_picture() -> None:
    studio = Studio(Kept(None))
    with drawn_by(studio):
        first = studio(json.dumps(DOT))
        studio.close()
        assert studio(json.dumps(DOT)) == first
    assert studio._process is None  # noqa: SLF001 - it ended with the last


def test_a_wrong_specification_is_a_fault_and_not_a_wait_for_ever(
    capfd: pytest.CaptureFixture[str],
) -> None:
    studio = Studio(Kept(None))
    with pytest.raises(ValueError, match="see above"):
        studio(json.dumps({**DOT, "mark": 1}))
    studio.close()
    assert "ValueError" in capfd.readouterr().err
