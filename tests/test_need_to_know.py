"""Everybody gets what the routine gives them at a step, and nothing else of what others have said.

Whole calls are played with a value of its own in every cell, and every file that goes to somebody
is searched for all of them: pages, and all parts of workbooks.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reviewpkg.domain.applications import Review
from reviewpkg.domain.steps import AnyStep, PanelStep, Step
from reviewpkg.intake.loading import load_forms
from reviewpkg.intake.panel.loading import load_panel
from reviewpkg.jobs.panel_stage import passed
from reviewpkg.jobs.stage import awards_at, stage_at
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.ranking_packet import ranking_list_packet
from tests.filling_in import filled_pdf, forms_of
from tests.in_process import generate
from tests.played_call import Fact, Played, text_of
from tests.test_packet import ROOT, contents

WITH_OWN_VALUES = Path(__file__).parent / "need_to_know"
PANEL = ROOT / "input" / "klinbeforsk-2024"
COMMANDS = {
    "1.1": "forms",
    "1.4": "round1",
    "2.1": "joint",
    "2.2": "plenary1",
    "2.3": "second-opinion",
    "2.4": "plenary2",
    "2.6": "ranking",
}
PRINTED = "ranking"
PERSONAL = {"reviewers", "pairs", "user-representatives", "experts", "applicants", "chair"}


@dataclass(frozen=True, slots=True)
class Copy:
    """Be one file of a document for somebody: the members that it is a copy for, and its text."""

    step: str
    reader: str
    path: str
    recipient: str
    people: frozenset[str]
    text: str
    facts: frozenset[Fact]

    @property
    def ending(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def kinds(self) -> set[tuple[str, str]]:
        """Return at which steps what stands here was said, and in which field."""
        return {(fact.step, fact.field) for fact in self.facts}


@dataclass(frozen=True, slots=True)
class Call:
    """Be a played call: who may not see what, and the copies that went out."""

    played: Played
    review: Any
    copies: tuple[Copy, ...]

    def of(self, step: str, *readers: str, path: str = "") -> tuple[Copy, ...]:
        found = tuple(
            one
            for one in self.copies
            if one.step == step and one.reader in readers and path in one.path
        )
        assert found, (step, readers, path)
        return found

    def named(self, copy: Copy) -> set[str]:
        """Return the applications that are named in a copy, by title or number."""
        return {
            one.project_number
            for one in self.review.applications
            if one.title in copy.text or one.project_number in copy.text
        }

    def away(self, step: AnyStep) -> set[tuple[str, str]]:
        """Return who is conflicted on what at a step."""
        return {
            (one.member, one.project_number)
            for one in self.review.conflicts
            if one.from_step <= step
        }

    def graders(self, number: str) -> set[str]:
        """Return who grades an application: its pair, or who stands in for one of them (1.1)."""
        review: Review = self.review
        (pair,) = (one.pair for one in review.applications if one.project_number == number)
        stand_ins = {
            one.member: one.substitute
            for one in review.conflicts
            if one.project_number == number and one.from_step <= Step.GRADING
        }
        members = (one.member for one in review.committee.pairs[pair])
        return {stand_ins.get(one, one) for one in members}


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def copies(at: Path, played: Played, names: Mapping[str, str]) -> Iterator[Copy]:
    for packet in sorted(path.parent for path in at.glob("*/manifest.json")):
        manifest = json.loads((packet / "manifest.json").read_bytes())
        for one in manifest.get("documents", ()):
            for file in one["files"]:
                data = (packet / file).read_bytes()
                if file.endswith((".html", ".pdf", ".xlsx")):
                    text, facts = text_of(data, file), frozenset(played.found_in(data, file))
                    people = frozenset(_people(one["recipient"], names))
                    about = (packet.name, one["reader"], file, one["recipient"])
                    yield Copy(*about, people, text, facts)


def _people(recipient: str, names: Mapping[str, str]) -> Iterator[str]:
    """Give the members that a document says it is a copy for, the longest names first."""
    for member, name in sorted(names.items(), key=lambda one: -len(one[1])):
        if _stands(name, recipient):
            recipient = recipient.replace(name, "")
            yield member


def run(step: str, call: Path, at: Path) -> None:
    """Run a step; all PDFs are printed from pages that are read, and those of one are read too."""
    formats = "csv,xlsx,html,pdf" if step == PRINTED else "csv,xlsx,html"
    done = generate(step, "--input", call, "--output", at, "--formats", formats)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Call:
    """Play a call in two rounds from what is given before it alone."""
    at = tmp_path_factory.mktemp("to-runder")
    folder = Path(shutil.copytree(WITH_OWN_VALUES, at / "utlysning"))
    played = Played(folder)
    for step, command in COMMANDS.items():
        run(command, folder, at / "ut")
        played.step(step)
    review = load_forms(folder, failing).review
    return Call(played, review, tuple(copies(at / "ut", played, review.committee.names)))


def test_everybody_has_a_value_of_their_own(call: Call) -> None:
    texts = [fact.text for fact in call.played.facts]
    assert len(texts) == len(set(texts)) > 250
    assert {fact.step for fact in call.played.facts} == {*COMMANDS} - {"2.6"}


def test_pair_3_gets_at_each_step_what_it_may_see_and_no_more(call: Call) -> None:
    own, others = {"KS02", "KS06", "KS10", "AN02"}, {"KS01", "AN05"}
    graded = {("1.1", field) for field in ("score_0", "total", "comment")}
    agreed = {("2.1", "priority_areas"), ("2.2", "grade"), ("2.2", "user_grade"), ("2.4", "grade")}
    to_rank = {one.project_number for one in call.review.applications} - {"KS04", "KS08"}
    mine = [copy for copy in call.copies if copy.people & {"m3a", "m3b"}]

    found: dict[str, tuple[set[str], set[tuple[str, str]]]] = {}
    for copy in mine:
        named, kinds = found.setdefault(copy.step, (set(), set()))
        named |= call.named(copy)
        kinds |= copy.kinds

    assert found == {
        "forms": (own, set()),
        "round1": (own, graded),
        "second-opinion": (others, set()),
        "ranking": (to_rank, agreed),
    }
    told = {fact.recipient for copy in mine if copy.step == "round1" for fact in copy.facts}
    assert told == {"Navn-m3a, par p3", "Navn-m3b, par p3"}


def test_no_user_representative_gets_what_another_has_said_before_they_meet(call: Call) -> None:
    steps = [one.step for one in call.copies if one.reader == "user-representatives"]
    assert {"round1", "joint"} <= set(steps)
    for copy in call.copies:
        if copy.people & {"b1", "b2", "b3"} and copy.step != "joint":
            assert not [fact for fact in copy.facts if fact.step == "1.4"]


def test_1_1_a_member_gets_the_own_applications_and_what_nobody_has_said(call: Call) -> None:
    still = (one for one in call.review.applications if not one.withdrawn_at(Step.GRADING))
    numbers = {one.project_number for one in still}
    graders = {number: call.graders(number) for number in numbers}
    for copy in call.of("forms", "reviewers"):
        (member,) = copy.people
        assert call.named(copy) == {one for one in numbers if member in graders[one]}
        assert not copy.facts


def test_2_1_the_two_who_graded_get_each_other_s_grades_and_no_one_else_s(call: Call) -> None:
    away = call.away(Step.JOINT)
    for copy in call.of("round1", "pairs"):
        for number in call.named(copy):
            assert copy.people <= call.graders(number)
            assert not {(member, number) for member in copy.people} & away
        named = call.named(copy)
        about = [one for one in call.played.facts if one.step == "1.1" and one.number in named]
        expected = {fact for fact in about if copy.ending != "xlsx" or fact.field == "total"}
        assert copy.facts == expected
        assert copy.ending == "xlsx" or len(copy.facts) >= 2 * len(call.named(copy))


def test_1_4_a_user_representative_gets_what_nobody_has_said_of_the_assigned(call: Call) -> None:
    out = call.played.call.parent / "ut" / "round1" / "user_assignment.csv"
    rows = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8")))
    assigned = {(row["user_representative"], row["project_number"]) for row in rows}
    for copy in call.of("round1", "user-representatives"):
        (member,) = copy.people
        assert {(member, number) for number in call.named(copy)} == {
            one for one in assigned if one[0] == member
        }
        assert not copy.facts


def test_2_1_only_who_is_not_conflicted_gets_the_others_own_grades(call: Call) -> None:
    away = call.away(Step.JOINT)
    for copy in call.of("joint", "user-representatives", path="dagsorden"):
        numbers = {fact.number for fact in copy.facts}
        assert numbers <= call.named(copy)
        assert not {(member, number) for member in copy.people for number in numbers} & away
        assert {step for step, _ in copy.kinds} <= {"1.4"}
    for copy in call.of("joint", "user-representatives", path="brukersamlet"):
        assert not copy.facts


def test_2_2_and_2_4_the_meeting_sees_what_was_agreed_and_nothing_of_round_1(call: Call) -> None:
    for copy in call.of("plenary1", "panel"):
        assert copy.kinds <= {("2.1", "grade"), ("2.1", "priority_areas")}


def test_2_4_the_meeting_sees_the_second_opinions(call: Call) -> None:
    for copy in call.of("plenary2", "panel"):
        assert {step for step, _ in copy.kinds} <= {"2.1", "2.2", "2.3"}


def test_2_3_a_pair_gives_its_second_opinion_as_if_nobody_had_graded(call: Call) -> None:
    out = call.played.call.parent / "ut" / "second-opinion" / "decisions.csv"
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    away = call.away(Step.SECOND_OPINION)
    for copy in call.of("second-opinion", "pairs"):
        (pair,) = {one.pair for one in call.review.committee.reviewers if one.member in copy.people}
        mine = {row["project_number"] for row in rows if row["assigned_pair"] == pair}
        assert call.named(copy)
        assert call.named(copy) <= mine
        assert not copy.facts
        for number in call.named(copy):
            assert not copy.people & call.graders(number)
            assert not {(member, number) for member in copy.people} & away
    for copy in call.of("second-opinion", "chair"):
        assert not copy.facts


def test_2_3_the_user_representatives_get_no_grade_and_no_reason(call: Call) -> None:
    for copy in call.copies:
        if copy.step == "second-opinion" and copy.reader == "user-representatives":
            assert not copy.facts


def test_2_6_the_ranking_forms_have_the_eight_columns_and_no_words(call: Call) -> None:
    for copy in call.of("ranking", "pairs"):
        assert {field for _, field in copy.kinds} <= {"grade", "user_grade", "priority_areas"}
        assert {step for step, _ in copy.kinds} <= {"2.1", "2.2", "2.4"}
        assert not [fact for fact in copy.facts if fact.text.startswith("ord")]
    for copy in call.of("ranking", "user-representatives"):
        assert copy.kinds <= {("2.1", "grade"), ("2.2", "user_grade"), ("2.3", "grade")}
        by_users = {"brukersamlet", "plenum1", "brukertillegg"}
        assert {fact.form.partition("-")[0] for fact in copy.facts} <= by_users


def test_every_copy_names_its_readers_and_nobody_is_forgotten(call: Call) -> None:
    assert {one.reader for one in call.copies} & PERSONAL >= {
        *("reviewers", "pairs", "user-representatives", "chair")
    }
    for copy in call.copies:
        if copy.reader in {"reviewers", "pairs"}:
            assert 1 <= len(copy.people) <= 2


def test_a_printed_form_says_no_more_than_the_page_that_it_was_printed_from(call: Call) -> None:
    pages = {copy.path: copy for copy in call.copies if copy.ending == "html"}
    printed = [copy for copy in call.copies if copy.ending == "pdf" and copy.reader in PERSONAL]
    assert {copy.reader for copy in printed} == {"pairs", "user-representatives"}
    for copy in printed:
        page = pages[copy.path.replace(".pdf", ".html")]
        assert (copy.facts, call.named(copy)) == (page.facts, call.named(page)), copy.path

    joint = filled_pdf(forms_of(call.played.call, "2.1")["samlet-p3"], {})
    found = call.played.found_in(joint, "samlet-p3.pdf")
    assert found == pages["par/par-p3/samlet-p3.html"].facts != frozenset()


def test_what_a_pair_has_for_the_printer_is_what_the_pair_has(call: Call) -> None:
    at = call.played.call.parent / "ut" / "utskrift" / "parene"
    for pair in ("p1", "p2", "p3", "p4"):
        own = [one for one in call.copies if one.path.endswith(f"-par-{pair}.pdf")]
        (stack,) = at.glob(f"*{pair}.pdf")
        joined = call.played.found_in(stack.read_bytes(), stack.name)
        assert joined == {fact for one in own for fact in one.facts}
        assert len(own) > 1


def test_an_e_mail_is_to_one_person_and_names_no_other(call: Call) -> None:
    stage, awards = awards_at(stage_at(call.played.call, Step.RANKING))
    shared = Furniture(stage.round_1.review.call)
    packet = ranking_list_packet(stage.round_1, awards, shared)
    people = {one.name: one.email for one in call.review.committee.reviewers}
    assert {one.to_name: one.to_address for one in packet.drafts} == people
    for draft in packet.drafts:
        others = [name for name in people if name != draft.to_name]
        told = f"{draft.subject}{draft.body}"
        assert not [name for name in others if name in told]
        assert not call.played.found_in(told.encode(), "e-post.html")
        assert all("rangeringsliste" in path for path in draft.attachments)


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Call:
    at = tmp_path_factory.mktemp("panel")
    call = at / "utlysning"
    shutil.copytree(PANEL, call, ignore=shutil.ignore_patterns("karakterer", "samlet*", "leder*"))
    played = Played(call)
    run("screening", call, at / "ut")
    run("forms", call, at / "ut")
    played.step("K2")
    run("panel", call, at / "ut")
    played.step("K3")
    review = load_panel(call, PanelStep.GRADING, passed).review
    names = {one.member: one.name for one in review.experts}
    return Call(played, review, tuple(copies(at / "ut", played, names)))


def test_k2_an_expert_gets_the_own_applications_and_what_nobody_has_said(panel: Call) -> None:
    away = panel.away(PanelStep.GRADING)
    for copy in panel.of("forms", "experts"):
        assert not copy.facts
        (member,) = copy.people
        mine = panel.named(copy)
        assert mine
        assert not {(member, number) for number in mine} & away


def test_k1_an_applicant_is_told_of_the_own_application_alone(panel: Call) -> None:
    for copy in panel.of("screening", "applicants"):
        assert len(panel.named(copy)) == 1


def test_k3_the_comments_stand_in_the_panel_s_papers_alone(panel: Call) -> None:
    spoken = {one.reader for one in panel.copies if one.facts}
    assert spoken <= {"expert-panel", "secretariat"}


def test_what_leaves_the_house_and_the_overviews_hold_no_grade_and_no_word(call: Call) -> None:
    at = call.played.call.parent / "ut"
    for name, data in contents(at).items():
        if name.endswith("index.html") or "extraweb" in name or "avslag" in name:
            assert not call.played.found_in(data, name), name
