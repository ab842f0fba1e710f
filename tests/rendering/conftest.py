from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.rendering.html import _environment


@dataclass(frozen=True, slots=True)
class Frame:
    funder: str = "Stiftelsen Dam"
    call_title: str = "Forskning 2019"
    step: str = "1.2"
    step_name: str = "Utvelgelse"
    title: str = "Utvelgelsesliste KS"
    recipient: str = "par 3"
    date: date = date(2019, 11, 20)
    fingerprint: str = "3f9a1c2e"
    landscape: bool = False
    form_id: str = ""
    language: Language = Language.BOKMAL
    part: None = None
    opens: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    frame: Frame


@pytest.fixture
def page() -> Callable[..., Page]:
    """Return a function that makes a page, its frame changed as said."""

    def make(**changes: object) -> Page:
        return Page(Frame(**changes))  # type: ignore[arg-type]

    return make


@pytest.fixture
def rendered() -> Callable[..., str]:
    """Return a function that renders a template's text with our macros."""

    def render(source: str, **values: object) -> str:
        imports = '{% import "macros.html" as m %}'
        return _environment(Language.BOKMAL).from_string(imports + source).render(values)

    return render


@pytest.fixture
def document() -> Callable[..., str]:
    """Return a function that renders `content` inside the base page."""

    def render(content: str, frame: Frame | None = None, **values: object) -> str:
        source = '{% extends "base.html" %}{% import "macros.html" as m %}{% block content %}'
        template = _environment(Language.BOKMAL).from_string(f"{source}{content}{{% endblock %}}")
        return template.render(values, page=Page(frame or Frame()))

    return render
