"""Open a page in Chromium at every width, light and dark, and say what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WIDTHS: Final = {"smal": 320, "nettbrett": 768, "bærbar": 1280, "storskjerm": 1920}
"""A small phone, a tablet, a laptop, a projector: CSS pixels."""
SCHEMES: Final = ("light", "dark")
HEIGHT: Final = 900
RULES: Final = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
}
_RUNS_A_SCRIPT: Final = """() => {
  const made = document.createElement('script');
  made.textContent = 'window.ran = true';
  document.body.append(made);
  return window.ran === true;
}"""
_FOCUSED: Final = "document.activeElement.getAttribute('href')"


def faults(browser: Browser, page: Path, pictures: Path | None, name: str) -> Iterator[str]:
    """Give a sentence for every fault; `pictures` is where to put what was seen, if anywhere."""
    for label, width in WIDTHS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT},
                color_scheme=scheme,
                bypass_csp=True,  # for axe alone; what the page may do is tried without
            )
            opened = context.new_page()
            opened.goto(page.as_uri())
            found = (*_of_axe(opened), *_of_width(opened), *_of_keyboard(opened))
            yield from (f"{name}, {width} px, {scheme}: {one}" for one in found)
            if pictures:
                opened.evaluate("window.scrollTo(0, 0); document.activeElement.blur()")
                opened.screenshot(path=pictures / f"{name}-{label}-{scheme}.png", full_page=True)
            context.close()
    yield from (f"{name}: {one}" for one in _of_links(browser, page))
    yield from (f"{name}: {one}" for one in _of_network(browser, page))


def must_fail(browser: Browser, folder: Path) -> None:
    """Let a page be judged that is wrong in every way; raise RuntimeError if it passes in any."""
    page = folder / "wrong.html"
    page.write_text(
        "<body><div style='width: 3000px; color: #ccc'>Svake ord <a href='nowhere.html'>y</a></div>"
        "<script>1</script><img src='https://example.invalid/'>"
    )
    found = " ".join(faults(browser, page, None, ""))
    for one in ("axe color-contrast", "px for bred", "første", "ingen steder", "skript", "ber om"):
        if one not in found:
            raise RuntimeError(f"a page that is wrong passes: {one}")


def _of_axe(page: Page) -> Iterator[str]:
    results = Axe().run(page, options=RULES).response
    for violation in results["violations"]:
        nodes: list[dict[str, Any]] = violation["nodes"]
        yield f"axe {violation['id']}: {violation['help']} ({nodes[0]['html'][:90]}, {len(nodes)})"
    if not results["passes"]:
        yield "axe kontrollerte ingenting"


def _of_width(page: Page) -> Iterator[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        yield f"siden er {wide} px for bred"


def _of_keyboard(page: Page) -> Iterator[str]:
    """Try that the first key press offers to go past the links, and that each link is reached."""
    page.keyboard.press("Tab")
    if page.evaluate(_FOCUSED) != "#innhold":
        yield "det første tastetrykket finner ikke «Gå til innholdet»"
    links = page.locator("a").count()
    reached = 1
    for _ in range(links - 1):
        page.keyboard.press("Tab")
        reached += bool(page.evaluate("document.activeElement.matches('a:focus-visible')"))
    if reached != links:
        yield f"tastaturet når {reached} av {links} lenker"


def _of_links(browser: Browser, page: Path) -> Iterator[str]:
    """Say which links lead nowhere, in the packets or on the page itself."""
    opened = browser.new_page()
    opened.goto(page.as_uri())
    links = opened.eval_on_selector_all("a", "all => all.map(one => one.getAttribute('href'))")
    for link in links:
        path, place = urldefrag(link)
        if path and not (page.parent / unquote(path)).exists():
            yield f"lenken {link} fører ingen steder"
        if place and not opened.locator(f"#{place}").count():
            yield f"lenken {link} finner ikke stedet på siden"
    opened.close()


def _of_network(browser: Browser, page: Path) -> Iterator[str]:
    """Say what the page asks for beside itself, and whether a script would run in it."""
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(page.as_uri())
    if opened.evaluate(_RUNS_A_SCRIPT):
        yield "et skript får kjøre på siden"
    yield from (f"siden ber om {url}" for url in asked if url != page.as_uri())
    opened.close()
