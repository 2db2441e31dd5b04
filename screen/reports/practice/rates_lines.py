"""The page on base rates as lines of text, in parts."""

from typing import TYPE_CHECKING

from screen.practice.baserate import HUNDRED, THOUSAND, whole
from screen.reports.card.lines import Line
from screen.reports.practice.debrief_lines import Part, plainly
from screen.reports.practice.telling import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.practice.baserate import BaseRates, Found, Span

REFERRED, LEFT = "Of 100 asked for a second look", "Of 100 not asked for one"
STUDIES, WORKED, BESIDE, ARRIVAL = "The studies", "With other base rates", "To say beside it", "On arrival"
SURELY, PERHAPS, NOT = "#", "+", "."
"""The letters of the grid."""
ROW = 10
RARER = "The rarer it is, the fewer referrals are confirmed, though nobody asks any worse."


def rates_parts(page: "BaseRates", *, plain: bool) -> tuple[Part, ...]:
    """The whole page; plain, without the grid."""
    return (
        Part(page.title, (*plainly(summary(page)), *([] if plain else _grids(page)))),
        Part(STUDIES, plainly(study(each) for each in page.found)),
        Part(WORKED, plainly((worked_with(page), *worked(page)))),
        Part(BESIDE, plainly(map(said, page.remarks))),
        Part(ARRIVAL, plainly(f"{title}. {said(text)}" for title, text in page.arrival)),
    )


def summary(page: "BaseRates") -> tuple[str, str, str]:
    """What the studies come to."""
    return (
        f"In {len(page.found)} published short screenings:",
        f"{REFERRED}, {_span(page.confirmed)} were confirmed.",
        f"{LEFT}, {_span(page.not_confirmed)} were not affected, as far as the studies could tell.",
    )


def _span(span: "Span") -> str:
    return str(span.least) if span.least == span.most else f"{span.least} to {span.most}"


def _grids(page: "BaseRates") -> "Iterator[Line]":
    """A hundred people, one letter each."""
    yield Line()
    yield Line(f"100 asked for a second look: {legend(page)}", " ", "   ")
    letters = grid(page.confirmed)
    for start in range(0, HUNDRED, ROW):
        yield Line(" ".join(letters[start : start + ROW]), "   ")


def legend(page: "BaseRates") -> str:
    """What the letters mean."""
    least, most = page.confirmed
    return (
        f"{SURELY} confirmed in every study ({least}), {PERHAPS} in some ({most - least}), "
        f"{NOT} in none ({HUNDRED - most})."
    )


def squares(page: "BaseRates") -> str:
    """What the squares of the two grids mean."""
    least, most = page.confirmed
    few, many = HUNDRED - page.not_confirmed.most, HUNDRED - page.not_confirmed.least
    return (
        f"Each square is one of a hundred people. Dark: affected in every study ({least}; on the other side {few}). "
        f"Paler: in some ({most - least}; {many - few}). White: in none."
    )


def grid(span: "Span") -> str:
    """A hundred letters: those in every study, those in some, and the others."""
    return SURELY * span.least + PERHAPS * (span.most - span.least) + NOT * (HUNDRED - span.most)


def study(each: "Found") -> str:
    """One study in a sentence, and on whose word."""
    against = f", held against {each.against}" if each.against else ""
    return (
        f"{each.name}: {each.people} {each.among}; positive from {each.cut} on{against}. {each.affected} affected, "
        f"{each.referred} positive. Of 100 positive {whole(each.confirmed_of_hundred)} confirmed, of 100 others "
        f"{whole(each.not_of_hundred)} not affected. ({each.source})"
    )


def worked_with(page: "BaseRates") -> str:
    """What the sum assumes."""
    return f"A sum, not a count: {THOUSAND:,} people, shares made up, the rates of {page.worked_with}."


def worked(page: "BaseRates") -> "Iterator[str]":
    """A row of the sum in words."""
    for row in page.worked:
        yield (
            f"If {row.affected} were affected: {row.seen} of them referred and {row.missed} not, with "
            f"{row.false_alarm} others referred. Of 100 referred, {row.confirmed_of_hundred} confirmed."
        )
    yield RARER
