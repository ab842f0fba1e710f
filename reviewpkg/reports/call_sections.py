"""Put every document of a call on its reader's shelf, newest step first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from reviewpkg.languages.words import Words, marked
from reviewpkg.reports.call_shelves import (
    NAMES,
    ONE_EACH,
    Block,
    Listed,
    PacketOnDisk,
    Section,
    Stack,
)
from reviewpkg.reports.contents import Content
from reviewpkg.reports.names import file_names
from reviewpkg.reports.packet_index import Link, Reader

PRINTED: Final = "utskrift"
"""The folder of what is joined for print."""
MANIFEST: Final = "manifest.json"
EXPLAIN: Final = "explain-"
SINGLE: Final = marked("Enkeltsøknader")
SHARED: Final = marked("Felles")
OFFICE: Final = marked("Sekretariatet")
_BY_NAME: Final = frozenset({Reader.REVIEWERS, Reader.APPLICANTS})
"""Readers whose documents lie side by side, without folders of their own."""
_OWN_FOLDER: Final = 3
"""The parts of a path in a reader's own folder: all such readers, this one, the file."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """Be a document of a packet on its way to a shelf; `step` says in words what made it."""

    packet: PacketOnDisk
    content: Content
    step: str

    @property
    def single(self) -> bool:
        """Tell whether it is of one application, which no step made."""
        return self.packet.step.startswith(EXPLAIN)

    @property
    def key(self) -> str:
        """Return what tells its reader from others like them, blank where it is for several.

        That is the name of a folder of their own, else of whom it is a copy for.
        """
        if self.content.reader in _BY_NAME:
            return self.content.recipient
        parts = PurePosixPath(self.content.files[0]).parts
        return parts[1] if len(parts) == _OWN_FOLDER else ""

    @property
    def pdf(self) -> str:
        """Return the path of what may be printed of it, blank where there is nothing."""
        packet = self.packet
        found = (one for one in self.content.files if one.endswith(".pdf"))
        path = next(found, "")
        return "" if not path or packet.outdated or path in packet.changed else packet.path(path)


def sections(
    words: Words, packets: Sequence[PacketOnDisk], purposes: Mapping[str, str]
) -> tuple[Section, ...]:
    """Return a section for every reader who gets anything.

    `packets` are in the order of the steps, `purposes` say in words what each of these is for.
    """
    shelves: dict[Reader, list[_Copy]] = {reader: [] for reader in Reader}
    for packet in packets:
        single = packet.step.startswith(EXPLAIN)
        step = words.say(SINGLE) if single else purposes.get(packet.step, packet.step)
        for content in _there(packet):
            shelves[content.reader].append(_Copy(packet, content, step))
    return tuple(_section(words, reader, copies) for reader, copies in shelves.items() if copies)


def _there(packet: PacketOnDisk) -> Iterator[Content]:
    """Give what a packet's manifest says of it, those files that are there, and the manifest."""
    for one in packet.contents.documents if packet.contents else ():
        files = tuple(file for file in one.files if file in packet.files)
        if files:
            yield Content(one.reader, one.title, one.recipient, files)
    yield Content(Reader.PROGRAMS, "", "", (MANIFEST,))


def _section(words: Words, reader: Reader, copies: Sequence[_Copy]) -> Section:
    name = NAMES[reader]
    if reader in ONE_EACH:
        blocks = tuple(_blocks_of_each(words, reader, copies))
        return Section(reader, name, blocks, _newest(name, copies))
    everything = [one for step in _by_step(copies).values() for one in step]
    return Section(reader, name, tuple(_blocks_of_steps(words, copies)), _stack(name, everything))


def _by_step(copies: Iterable[_Copy]) -> dict[str, list[_Copy]]:
    """Gather copies by the words of their step, the newest first and single applications last."""
    steps: dict[str, list[_Copy]] = {}
    for one in copies:
        steps.setdefault(one.step, []).append(one)
    newest = list(reversed(steps.items()))
    return dict(sorted(newest, key=lambda step: step[1][0].single))


def _blocks_of_steps(words: Words, copies: Iterable[_Copy]) -> Iterator[Block]:
    for step, mine in _by_step(copies).items():
        yield Block(_sentence(step), "", tuple(_listed(words, one, "") for one in mine))


def _blocks_of_each(words: Words, reader: Reader, copies: Sequence[_Copy]) -> Iterator[Block]:
    """Give a block for every reader, and first one for what is for all of them together."""
    own = _shared_out(copies)
    files = file_names(key or SHARED for key in own)
    for key in sorted(own, key=bool):
        mine = [one for step in _by_step(own[key]).values() for one in step]
        whole = max((one.content.recipient for one in mine if one.key), key=len, default="")
        name, about = _who(words, whole, reader) if key else (words.say(SHARED), "")
        documents = tuple(_listed(words, one, whole) for one in mine)
        yield Block(name, about, documents, _stack(f"{NAMES[reader]}/{files[key or SHARED]}", mine))


def _shared_out(copies: Iterable[_Copy]) -> dict[str, list[_Copy]]:
    """Gather what each reader gets; what goes to several by name, each of them gets.

    What is for all of them stands under a blank key.
    """
    own: dict[str, list[_Copy]] = {}
    for one in copies:
        own.setdefault(one.key, []).append(one)
    people = {one.content.recipient: key for key, mine in own.items() if key for one in mine}
    for one in own.pop("", []):
        whole = one.content.recipient
        named = [whole] if whole in people else whole.split(", ")
        together = not all(name in people for name in named)
        for key in ("",) if together else (people[name] for name in named):
            own.setdefault(key, []).append(one)
    return own


def _who(words: Words, recipient: str, reader: Reader) -> tuple[str, str]:
    """Return what to call a reader, and the rest of what is known: a pair goes by its own name."""
    between = words.say("{names}, par {pair}", names="", pair="")
    people, of_pair, name = recipient.rpartition(between)
    if not of_pair:
        return recipient, ""
    pair = words.say("Par {pair}", pair=name)
    return (pair, people) if reader is Reader.PAIRS else (people, pair)


def _listed(words: Words, one: _Copy, reader: str) -> Listed:
    """List a document, with whose copy it is unless the block says so."""
    content = one.content
    links = tuple(
        Link(file.rpartition(".")[2].upper(), one.packet.path(file)) for file in content.files
    )
    told_before = content.recipient in {reader, words.say(OFFICE)}
    recipient = "" if told_before else content.recipient
    title = content.title or content.files[0]
    changed = not one.packet.changed.isdisjoint(content.files)
    return Listed(title, one.step, recipient, one.packet.outdated, changed, links)


def _newest(section: str, copies: Sequence[_Copy]) -> Stack | None:
    """Stack what the newest step has for print to all of these readers, a copy for each."""
    own = _shared_out(copies)
    for step in _by_step(copies):
        for_each = (one for key in sorted(own, key=bool) for one in own[key] if one.step == step)
        found = _stack(section, for_each)
        if found:
            return replace(found, step=step)
    return None


def _stack(name: str, copies: Iterable[_Copy]) -> Stack | None:
    """Stack what may be printed, none of it outdated; None where there is nothing."""
    parts = tuple((one.pdf, one.content.title) for one in copies if one.pdf)
    if not parts:
        return None
    return Stack(parts[0][0] if len(parts) == 1 else f"{PRINTED}/{name}.pdf", parts)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
