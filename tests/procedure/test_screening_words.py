"""F4 and F11: what is written in a cell is compared word by word."""

from __future__ import annotations

from dataclasses import replace

from reviewpkg.procedure.screening import screened
from tests.procedure.panel.build_panel import ELIGIBLE, FLAWLESS, RULES


def test_f4_and_f11_several_words_are_the_same_however_they_are_spaced_and_cased() -> None:
    rules = replace(RULES, language="engelsk eller norsk", channel="eSøknad på nett")
    same = replace(FLAWLESS, language=" Engelsk  eller norsk", channel="ESØKNAD på  nett ")
    other = replace(same, project_number="K/2", language="engelsk", channel="eSøknad")
    failed = [one.failed for one in screened([same, other], rules, ELIGIBLE)]
    assert failed == [(), ("F4", "F11")]
