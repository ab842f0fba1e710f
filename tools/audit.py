"""Hold the locked packages against advisories that lie on this machine; exit 1 where one applies.

Usage: `python -m tools.audit ADVISORIES`, a folder or zip file of advisories in the OSV format, one
JSON file each, as the Python Packaging Advisory Database and OSV give them out. Nothing is fetched.
Source: https://ossf.github.io/osv-schema/
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT: Final = Path(__file__).resolve().parents[1]
_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)

Advisory: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Be a locked package that an advisory is about: lock file, name, version, what it says."""

    lock: str
    package: str
    version: str
    advisory: str
    summary: str


def pins(lock: str) -> frozenset[tuple[str, str]]:
    """Return the names, canonical, and versions in a lock file's text."""
    return frozenset((canonicalize_name(name), version) for name, version in _PIN.findall(lock))


def advisories(at: Path) -> Iterator[Advisory]:
    """Yield what lies in a folder or zip file; raise OSError or ValueError where it is neither."""
    if at.is_dir():
        texts: Iterator[bytes] = (path.read_bytes() for path in sorted(at.rglob("*.json")))
        yield from map(json.loads, texts)
        return
    with zipfile.ZipFile(at) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".json"):
                yield json.loads(archive.read(name))


def applies(affected: Mapping[str, Any], version: str) -> bool:
    """Tell whether a version is among those that an advisory names, one by one or by range.

    What bounds a range by a version that cannot be read is taken to be about ours.
    """
    if version in affected.get("versions", ()):
        return True
    ranges = (one for one in affected.get("ranges", ()) if one["type"] == "ECOSYSTEM")
    try:
        return any(_within(one["events"], Version(version)) for one in ranges)
    except InvalidVersion:
        return True


def _within(events: list[Mapping[str, str]], ours: Version) -> bool:
    """Follow the events of a range, in the order of versions, up to ours."""
    reached = sorted((_version(value), kind) for event in events for kind, value in event.items())
    inside = False
    for version, kind in reached:
        if kind == "introduced" and ours >= version:
            inside = True
        elif (kind == "fixed" and ours >= version) or (kind == "last_affected" and ours > version):
            inside = False
    return inside


def _version(text: str) -> Version:
    return Version("0.dev0" if text == "0" else text)  # OSV: 0 comes before every version


def audit(locks: Mapping[str, str], found: Iterator[Advisory]) -> list[Finding]:
    """Return which packages of the lock files, by name, have an advisory that stands."""
    pinned: dict[str, set[tuple[str, str]]] = {}
    for lock, text in locks.items():
        for name, version in pins(text):
            pinned.setdefault(name, set()).add((lock, version))
    findings = {
        Finding(lock, name, version, str(one["id"]), str(one.get("summary", "")))
        for one in found
        if not one.get("withdrawn")
        for affected in one.get("affected", ())
        if affected["package"]["ecosystem"] == "PyPI"
        for name in [canonicalize_name(affected["package"]["name"])]
        for lock, version in pinned.get(name, ())
        if applies(affected, version)
    }
    return sorted(findings)


def main() -> int:
    """Print every finding, and how many packages were held against how many advisories."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and where the advisories lie
        print("make audit ADVISORIES=mappe-eller-zip", file=sys.stderr)
        return 2
    locks = {path.name: path.read_text() for path in sorted(ROOT.glob("requirements*.lock"))}
    try:
        known = list(advisories(Path(sys.argv[1])))
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"{sys.argv[1]}: kan ikke leses som råd om sårbarheter ({error}).", file=sys.stderr)
        return 2
    if not known:
        print(f"{sys.argv[1]}: har ingen råd om sårbarheter.", file=sys.stderr)
        return 2
    findings = audit(locks, iter(known))
    for one in findings:
        print(f"{one.lock}: {one.package} {one.version}: {one.advisory} {one.summary}".rstrip())
    packages = {pin for text in locks.values() for pin in pins(text)}
    print(f"{len(packages)} pakker mot {len(known)} råd: {len(findings)} sårbarheter.")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
