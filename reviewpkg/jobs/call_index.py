"""Write the overview of a whole call from the packets that lie there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from reviewpkg import VERSION
from reviewpkg.intake.files import digests
from reviewpkg.jobs.freshness import outdated
from reviewpkg.languages.sentence import sentence, warning
from reviewpkg.rendering.foreign import KEPT
from reviewpkg.rendering.html import in_language
from reviewpkg.rendering.packet import Sealed, publish, sealed_packet, write_page
from reviewpkg.reports.call_index import CallIndex, call_index
from reviewpkg.reports.call_sections import PRINTED
from reviewpkg.reports.call_shelves import PacketOnDisk, Stack
from reviewpkg.reports.call_state import CallState
from reviewpkg.reports.contents import read_contents
from reviewpkg.reports.status import State

INDEX: Final = "index.html"
MARK: Final = '<meta name="generator" content="reviewpkg">'
"""What tells our page from another that lies where it would go."""


def write_call_index(state: CallState, source: Path, target: Path) -> tuple[str, ...]:
    """Write `index.html` of a call, and what it has for the printer; return what to tell.

    Raise OSError where that cannot be written.
    """
    page = target / INDEX
    if page.exists() and MARK.encode() not in page.read_bytes():
        kept = sentence("{page} er ikke laget av programmet og er latt i fred.", page=str(page))
        return (warning(kept),)
    lies = dict(_packets(target, state.call.id))
    current = digests(source)
    found = call_index(state, [_on_disk(one, lies[one], state, current, target) for one in lies])
    _print(found, lies, target)
    write_page(page, in_language("call_index.html", found, state.call.language).encode())
    return ()


def _packets(target: Path, call: str) -> Iterator[tuple[str, Sealed]]:
    """Give the packets of a call, by their steps."""
    for folder in sorted(target.iterdir()):
        sealed = None if folder.name == PRINTED else sealed_packet(folder)
        if sealed and (sealed.manifest.get("call"), sealed.manifest.get("step")) == (
            call,
            folder.name,
        ):
            yield folder.name, sealed


def _on_disk(
    step: str, sealed: Sealed, state: CallState, current: Mapping[str, str], target: Path
) -> PacketOnDisk:
    stands = {one.command: one.state for one in state.steps}.get(step)
    inputs = {one["file"]: one["sha256"] for one in sealed.manifest["inputs"]}
    late = stands is State.OUTDATED or (stands is not State.DONE and outdated(inputs, current))
    kept = f"{step}{KEPT}"
    return PacketOnDisk(
        step,
        read_contents(sealed.manifest),
        sealed.files,
        sealed.changed,
        late,
        f"{step}/{INDEX}" if INDEX in sealed.files else "",
        f"{kept}/" if (target / kept).is_dir() else "",
    )


def _print(page: CallIndex, lies: Mapping[str, Sealed], target: Path) -> None:
    """Join what each reader has for the printer, unless that was done before."""
    stacks = {one.href: one for one in _stacks(page) if len(one.parts) > 1}
    basis = {href: _basis(stack, lies) for href, stack in stacks.items()}
    folder = target / PRINTED
    before = sealed_packet(folder)
    if not stacks and before is None:
        return
    done = before.manifest.get("joined", {}) if before else {}
    files = {}
    for href, stack in stacks.items():
        file = href.removeprefix(f"{PRINTED}/")
        ready = before and file in before.files - before.changed and done.get(href) == basis[href]
        files[file] = (folder / file).read_bytes() if ready else _joined(stack, page, target)
    if done != basis or before is None or before.changed or before.files != set(files):
        about = {"program": "reviewpkg", "version": VERSION, "call": page.call.id, "step": PRINTED}
        publish(folder, files, {**about, "joined": basis})


def _stacks(page: CallIndex) -> Iterator[Stack]:
    for section in page.sections:
        found: Iterable[Stack | None] = (
            section.to_print,
            *(block.to_print for block in section.blocks),
        )
        yield from (one for one in found if one)


def _basis(stack: Stack, lies: Mapping[str, Sealed]) -> str:
    """Return what tells whether a stack has changed: a digest over its parts."""
    parts = []
    for path, title in stack.parts:
        step, _, file = path.partition("/")
        parts.append([path, title, lies[step].digest(file)])
    return hashlib.sha256(json.dumps([VERSION, parts]).encode()).hexdigest()


def _joined(stack: Stack, page: CallIndex, target: Path) -> bytes:
    from reviewpkg.rendering.pdf_joined import joined

    parts = ((title, (target / path).read_bytes()) for path, title in stack.parts)
    return joined(parts, page.call.title)
