"""The browser is asked over a pipe for one page after another, as many at a time as it has tabs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.bench.devtools import Chromium

# Reads what a browser reads and answers as one does, in pieces that do not end where answers do.
BROWSER = """#!{python}
import base64, json, os
def tell(**message):
    data = json.dumps(message).encode() + bytes(1)
    os.write(4, data[:7]); os.write(4, data[7:])
heard, tabs, pages = b"", 0, dict()
while piece := os.read(3, 50):
    heard += piece
    while bytes(1) in heard:
        line, _, heard = heard.partition(bytes(1))
        asked = json.loads(line)
        method, tab, values = asked["method"], asked.get("sessionId"), asked["params"]
        answer = {{}}
        if method == "Target.createTarget":
            tabs += 1
            answer = dict(targetId=str(tabs))
        elif method == "Target.attachToTarget":
            answer = dict(sessionId="tab " + values["targetId"])
        elif method == "Page.printToPDF":
            answer = dict(data=base64.b64encode(f"{{tab}}: {{pages[tab]}}".encode()).decode())
        if {broken} and method == "Page.navigate":
            tell(id=asked["id"], error=dict(message="no such page"))
            continue
        tell(id=asked["id"], result=answer)
        if method == "Page.navigate":
            pages[tab] = values["url"]
            tell(method="Page.loadEventFired", sessionId=tab, params=dict())
"""


def browser(folder: Path, *, broken: bool = False) -> str:
    program = folder / "browser"
    program.write_text(BROWSER.format(python=sys.executable, broken=broken))
    program.chmod(0o755)
    return str(program)


def pages(folder: Path, count: int) -> list[Path]:
    return [folder / f"page-{number}.html" for number in range(count)]


@pytest.mark.parametrize("tabs", [1, 2, 5])
def test_every_page_is_printed_once(tmp_path: Path, tabs: int) -> None:
    asked = pages(tmp_path, 3)
    with Chromium(browser(tmp_path)) as chromium:
        chromium.print_all(asked, tmp_path, tabs)
    for page in asked:
        tab, _, url = page.with_suffix(".pdf").read_text().partition(": ")
        assert url == page.as_uri()
        assert tab.startswith("tab ")


def test_a_fault_that_the_browser_tells_of_ends_the_printing(tmp_path: Path) -> None:
    with (
        Chromium(browser(tmp_path, broken=True)) as chromium,
        pytest.raises(RuntimeError, match="no such page"),
    ):
        chromium.print_all(pages(tmp_path, 1), tmp_path, 1)


def test_a_browser_that_ends_is_not_waited_for(tmp_path: Path) -> None:
    with Chromium("/bin/true") as chromium, pytest.raises(RuntimeError, match="has ended"):
        chromium.print_all(pages(tmp_path, 1), tmp_path, 1)
