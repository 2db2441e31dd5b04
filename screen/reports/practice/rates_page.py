"""The page on base rates as HTML: two hundreds of people as squares, the studies, the sum."""

from typing import TYPE_CHECKING

from screen.practice.baserate import HUNDRED, Span, whole
from screen.reports.markup import Element, element
from screen.reports.practice import rates_lines as words
from screen.reports.practice.markings import paragraphs, part, table, whole_page
from screen.reports.practice.telling import said

if TYPE_CHECKING:
    from screen.practice.baserate import BaseRates, Found

SIDE, GAP = 20, 4
FILLS = {words.SURELY: "#17375e", words.PERHAPS: "#8fa6c4", words.NOT: "#fff"}
"""From dark to white, so that the three can be told apart in grey; each square has an edge."""
STUDIES = (
    "Study", "Screened", "Positive from", "Affected", "Positive", "Of 100 positive, confirmed",
    "Of 100 others, not affected",
)  # fmt: skip
WORKED = ("If of 1,000", "Referred of them", "Not referred", "Others referred", "Of 100 referred, confirmed")


def rates_page(page: "BaseRates") -> str:
    """The whole page."""
    lead, referred, left = words.summary(page)
    missed = Span(HUNDRED - page.not_confirmed.most, HUNDRED - page.not_confirmed.least)
    return whole_page(
        page.title,
        element("p", lead, class_="lead"),
        element(
            "div",
            element("div", _grid(page.confirmed, referred), element("p", referred)),
            element("div", _grid(missed, left), element("p", left)),
            class_="grids",
        ),
        element("p", words.squares(page), class_="soft"),
        part("studies", words.STUDIES, table("Published counts, and what follows from them", STUDIES, _studies(page))),
        part("worked", words.WORKED, table(words.worked_with(page), WORKED, _worked(page)), element("p", words.RARER)),
        part("beside", words.BESIDE, *paragraphs(map(said, page.remarks))),
        part("arrival", words.ARRIVAL, *paragraphs(f"{title}. {said(text)}" for title, text in page.arrival)),
    )


def _grid(span: Span, label: str) -> Element:
    """A hundred squares."""
    step = SIDE + GAP
    squares = (
        element(
            "rect", x=str(place % words.ROW * step + 1), y=str(place // words.ROW * step + 1), width=str(SIDE),
            height=str(SIDE), fill=FILLS[letter], stroke="#4a4a4a",
        )
        for place, letter in enumerate(words.grid(span))
    )  # fmt: skip
    edge = words.ROW * step - GAP + 2
    return element("svg", *squares, viewBox=f"0 0 {edge} {edge}", role="img", aria_label=label)


def _studies(page: "BaseRates") -> list[tuple[str, ...]]:
    return [
        (
            f"{each.name} ({each.source})", f"{each.people} {each.among}{_against(each)}", each.cut,
            str(each.affected), str(each.referred), str(whole(each.confirmed_of_hundred)),
            str(whole(each.not_of_hundred)),
        )
        for each in page.found
    ]  # fmt: skip


def _against(each: "Found") -> str:
    return f"; held against {each.against}" if each.against else ""


def _worked(page: "BaseRates") -> list[tuple[str, ...]]:
    return [
        (f"{row.affected} are affected", *map(str, (row.seen, row.missed, row.false_alarm, row.confirmed_of_hundred)))
        for row in page.worked
    ]
