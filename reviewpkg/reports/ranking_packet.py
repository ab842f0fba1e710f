"""Gather the documents of 2.5 and 2.6: what the steps `ranking` and `ranking-list` hand out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewpkg.domain.conference import Conference
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool
from reviewpkg.reports import ranking_decisions, ranking_notices
from reviewpkg.reports.around_the_line import around_the_line
from reviewpkg.reports.award_1 import award_1
from reviewpkg.reports.document import Document, Enclosure, Furniture
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.names import area_files
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.parts import in_parts
from reviewpkg.reports.ranked_pool import has_list
from reviewpkg.reports.ranking_drafts import ranking_drafts
from reviewpkg.reports.ranking_form import ranking_forms
from reviewpkg.reports.ranking_list import ranking_list_page, ranking_table
from reviewpkg.reports.ranking_row import to_rank
from reviewpkg.reports.ranking_screen import ranking_screen
from reviewpkg.reports.rejection_2 import extra_web, rejection_2
from reviewpkg.reports.user_ranking_form import user_ranking_form

DECISIONS = "decisions.csv"
POINTS = "points.csv"


def ranking_packet(
    round_1: Round1, conference: Conference, areas: Iterable[AreaConference], furniture: Furniture
) -> Packet:
    """Gather lists, forms and tables of the areas that have come to their ranking pool (2.5, 2.6).

    An area whose pool cannot be used has its page, which says why, and nothing else (D16).
    """
    reached = [area for area in areas if area.pool]
    names = area_files(round_1.review.call)
    documents: list[Document] = []
    forms: list[FormDocument] = []
    exports = {}
    for area in reached:
        name, pool = names[area.area.id], area.pool
        if pool is None:
            continue
        page = around_the_line(area, pool, furniture)
        documents.append(Document(f"budsjettlinje-{name}", "around_the_line.html", page))
        if pool.refusals:
            continue
        documents += _lists(pool, name, furniture)
        exports[f"avslag-2-{name}-extraweb"] = extra_web(pool, furniture)
        forms += _forms(round_1, conference, area, furniture)
    return Packet(
        documents=in_parts(documents),
        forms=tuple(forms),
        tables={DECISIONS: ranking_decisions.decisions(reached)},
        exports=exports,
        warnings=ranking_notices.ranking_warnings(reached),
    )


def _lists(pool: Pool, name: str, furniture: Furniture) -> tuple[Document, ...]:
    return (
        Document(f"innvilgelse-1-{name}", "award_1.html", award_1(pool, furniture)),
        Document(f"avslag-2-{name}", "rejection_2.html", rejection_2(pool, furniture)),
    )


def _forms(
    round_1: Round1, conference: Conference, area: AreaConference, furniture: Furniture
) -> tuple[FormDocument, ...]:
    """Make the forms of an area's pairs and user representatives, if there is a pool to rank."""
    committee, pool = round_1.review.committee, to_rank(round_1, conference, area)
    pairs = {pair: tuple(one.member for one in people) for pair, people in committee.pairs.items()}
    name = area_files(round_1.review.call)[area.area.id]
    made = ranking_forms(pool, area.duties, pairs, name, furniture)
    if not area.user_duty:
        return made
    users = tuple(sorted(one.member for one in committee.user_representatives))
    return (*made, user_ranking_form(pool, area.user_duty, users, name, furniture))


def ranking_list_packet(
    round_1: Round1, awards: Sequence[AreaAward], furniture: Furniture
) -> Packet:
    """Gather the ranking lists of the areas whose ballots are there, and the e-mails (2.6)."""
    names = area_files(round_1.review.call)
    whole: list[Document] = []
    screens: list[Document] = []
    for award in awards:
        ranking, final = award.ranking, award.final
        if ranking is None or final is None or not has_list(award):
            continue
        name = names[award.conference.area.id]
        page = ranking_list_page(award, ranking, final, furniture)
        path = f"rangeringsliste-{name}"
        about = furniture.words.say("Rangeringslisten som tabell")
        data = Enclosure(f"{path}.csv", about, ranking_table(page))
        whole.append(Document(path, "ranking_list.html", page, (data,), sealed=True))
        screen = ranking_screen(award, ranking, final, furniture)
        screens.append(Document(f"plenumsvisning-{name}", "ranking_screen.html", screen))
    lists = in_parts(whole)
    mail = ranking_drafts(round_1.review.committee, furniture.call, awards, lists)
    return Packet(
        documents=(*screens, *lists),
        tables={
            DECISIONS: ranking_decisions.ranked(awards),
            POINTS: ranking_decisions.points(awards),
        },
        warnings=ranking_notices.ranking_list_warnings(awards, mail.without_address),
        drafts=mail.drafts,
    )
