"""Write the e-mails that the ranking lists go out with, one per person (2.6); nothing is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reviewpkg.domain.call import Call
from reviewpkg.domain.drafts import Draft
from reviewpkg.domain.people import Committee, Reviewer, Role
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.words import Words
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.document import Document
from reviewpkg.reports.names import file_names
from reviewpkg.reports.ranked_pool import has_list

_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS: Final = re.compile(rf"{_ATOM}(\.{_ATOM})*@[^\W_][\w-]*(\.[^\W_][\w-]*)+")
_LONGEST: Final = 254
FOLDERS: Final = {
    Role.REVIEWER: "e-post/fagutvalg",
    Role.CHAIR: "e-post/leder",
    Role.CONTROL_COMMITTEE: "e-post/kontrollutvalg",
}


@dataclass(frozen=True, slots=True)
class Drafts:
    """Be the e-mails to send, and those who get none for want of an address that can be used."""

    drafts: tuple[Draft, ...]
    without_address: tuple[Reviewer, ...]


def ranking_drafts(
    committee: Committee, call: Call, awards: Sequence[AreaAward], lists: Sequence[Document]
) -> Drafts:
    """Write one e-mail to each of the committee, its chair and the control committee.

    `lists` are the ranking lists that go with it, as PDF, a long one in parts. There is none to
    send without a list.
    """
    if not lists:
        return Drafts((), ())
    people = sorted(committee.reviewers, key=lambda one: one.member)
    names = file_names(one.member for one in people)
    words = Words(call.language)
    body = _body(words, call, awards, len(lists))
    for_control = _for_control(words, awards)
    close = words.say("Vennlig hilsen\nSekretariatet, {funder}", funder=call.funder)
    attachments = tuple(f"{one.path}.pdf" for one in lists)
    areas = _listed(words, (award.conference.area.id for award in awards if has_list(award)))
    drafts = tuple(
        Draft(
            path=f"{FOLDERS[one.role]}/{names[one.member]}",
            to_name=one.name,
            to_address=one.email.strip(),
            subject=words.say("Rangeringsliste for {call}: {areas}", call=call.title, areas=areas),
            body="\n\n".join(
                (
                    words.say("Hei, {name}!", name=one.name),
                    *body,
                    *(for_control if one.role is Role.CONTROL_COMMITTEE else ()),
                    f"{close}\n",
                )
            ),
            date=call.date,
            attachments=attachments,
        )
        for one in people
        if usable(one.email)
    )
    return Drafts(drafts, tuple(one for one in people if not usable(one.email)))


def usable(address: str) -> bool:
    """Tell whether a text is one e-mail address and nothing more."""
    told = address.strip()
    if not _ADDRESS.fullmatch(told) or len(told) > _LONGEST:
        return False
    try:
        told.rpartition("@")[2].encode("idna")
    except UnicodeError:  # a part of the domain is too long, or of letters that none has
        return False
    return True


def _listed(words: Words, things: Iterable[object]) -> str:
    return words.retell(enumerated(things))


def _body(words: Words, call: Call, awards: Iterable[AreaAward], attached: int) -> tuple[str, ...]:
    ready, later, without = [], [], []
    for award in awards:
        area = award.conference.area.id
        if has_list(award):
            ready.append(area)
        elif award.ranking:
            without.append(area)
        else:
            later.append(area)
    paragraphs = [_attached(words, call, ready, attached)]
    if without:
        paragraphs.append(
            words.say("I {areas} er det ingen søknader å rangere.", areas=_listed(words, without))
        )
    if later:
        paragraphs.append(
            words.say(
                "{areas} er ikke rangert ennå. Den listen kommer for seg.",
                areas=_listed(words, later),
            )
        )
    ties = [_listed(words, tie) for award in awards for tie in award.open_ties]
    if ties:
        paragraphs.append(
            words.say(
                "Noen søknader står likt: {ties}. Lederen må avgjøre rekkefølgen mellom dem før "
                "noe innvilges.",
                ties="; ".join(ties),
            )
        )
    return tuple(paragraphs)


def _attached(words: Words, call: Call, ready: Sequence[str], attached: int) -> str:
    if attached > len(ready):
        return words.say(
            "Rangeringen i {call} er gjort opp for {areas}. Den ligger ved som PDF, lange lister i "
            "flere deler.",
            call=call.title,
            areas=_listed(words, ready),
        )
    return words.plural(
        "Rangeringen i {call} er gjort opp for {areas}. Rangeringslisten ligger ved som PDF.",
        "Rangeringen i {call} er gjort opp for {areas}. Rangeringslistene ligger ved som PDF, én "
        "for hvert område.",
        len(ready),
        call=call.title,
        areas=_listed(words, ready),
    )


def _for_control(words: Words, awards: Iterable[AreaAward]) -> tuple[str, ...]:
    """Tell the control committee how much the chair has changed (D21)."""
    moved = {
        ruling.project_number
        for award in awards
        if award.ranking
        for ruling in award.ranking.rulings
    }
    if not moved:
        return (words.say("Lederen har ikke endret noe i rangeringen."),)
    told = words.say(
        "Lederen har bestemt plassen til {numbers}. Beregnet plass og begrunnelse står i listen.",
        numbers=_listed(words, sorted(moved)),
    )
    return (told,)
