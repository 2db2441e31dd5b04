"""What an assessment has to say, gathered once for every face: page, note and JSON."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import Assessment, Count, assess_screening, clusters_present, counts
from screen.core.duty import Due, due
from screen.core.outcome import outcomes
from screen.core.truth import compile_test
from screen.core.why import NextUp, next_up, rests_on

if TYPE_CHECKING:
    from datetime import datetime

    from screen.core.book import Book
    from screen.core.screening import Screening
    from screen.core.shape.policy import Advice, Route


class Finding(NamedTuple):
    """An indicator present: how it was learned (seen, said, record, judged, out of turn), and its source items."""

    id: str
    title: str
    booth_title: str
    group: str
    learned: tuple[str, ...]
    sources: tuple[str, ...]


class Result(NamedTuple):
    """A screening and all that its assessment says, at one moment."""

    book: "Book"
    screening: "Screening"
    assessment: Assessment
    findings: tuple[Finding, ...]
    counts: dict[str, Count]
    clusters: tuple[str, ...]
    rests_on: tuple[tuple[str, ...], ...]
    next_up: NextUp | None
    duties: tuple[Due, ...]
    place: str
    title: str
    advice: "Advice | None"

    @property
    def is_booth(self) -> bool:
        """Whether it is shown where the person stands."""
        return any(stage.booth == "yes" and stage.id == self.place for stage in self.book.rulebook.stages)


def result_of(book: "Book", screening: "Screening", now: "datetime | None") -> Result:
    """Everything there is to say of a screening as it stands at this moment."""
    assessment = assess_screening(book, screening, now)
    evidence = assessment.evidence
    place = _place(book, assessment)
    reached = book.rulebook.dispositions[book.rank[assessment.disposition]]
    result = Result(
        book,
        screening,
        assessment,
        tuple(_finding(book, name, evidence.found.get(name, ("",))) for name in book.ids(evidence.present)),
        counts(book, evidence.present),
        clusters_present(book, evidence.present),
        rests_on(book, assessment, now),
        next_up(book, assessment, now),
        due(book, screening, now),
        place,
        reached.titles.get(place, reached.titles.get("any", reached.id.replace("-", " ").upper())),
        reached.words.get(place, reached.words.get("any")),
    )
    return _withheld(result) if assessment.withheld else result


def _withheld(result: Result) -> Result:
    """The result without what would tell where it leads, for a book that gives none before all is answered."""
    return result._replace(rests_on=(), next_up=None, title="NO RESULT YET", advice=None)


def _place(book: "Book", assessment: Assessment) -> str:
    """The value at which the fact `place` stands; empty in a book without it."""
    if "place" not in book.fact:
        return ""
    return book.fact["place"].values[assessment.worlds.standing.levels[book.place["place"]]]


def _finding(book: "Book", name: str, items: tuple[str, ...]) -> Finding:
    indicator = book.indicator[name]
    learned = tuple(dict.fromkeys(book.item[item].learned if item else "out of turn" for item in items))
    return Finding(
        name, indicator.title, indicator.booth_title or indicator.title, indicator.group, learned, indicator.sources
    )


def opened(result: Result) -> "tuple[Route, ...]":
    """The routes whose condition holds."""
    book, world = result.book, result.assessment.worlds.standing
    world = world._replace(reached=book.rank[result.assessment.disposition])
    return tuple(
        route for route in book.rulebook.routes if route.when is not None and compile_test(book, route.when)(world)
    )


def outcome_line(result: Result) -> str:
    """The outcome of a rulebook with tables in words, or all that are still possible; empty without tables."""
    found = () if result.assessment.withheld else outcomes(result.book, result.assessment.worlds)
    words = "; ".join(result.book.rulebook.outcomes[name] for name in found)
    return f"{'Outcome' if len(found) == 1 else 'Outcomes still possible'}: {words}." if words else ""


def clock(moment: "datetime | None") -> str:
    """A moment as an officer writes it, with its zone."""
    return moment.strftime("%Y-%m-%d %H:%M %Z").strip() if moment else ""


def ends_by(owed: Due) -> str:
    """When a duty ends, in words: `by 14:05 on 2026-11-23`, or the book's own words."""
    if owed.ends is None or owed.duty.within == "at once":
        return owed.duty.within
    return f"by {owed.ends.strftime('%H:%M on %a %d %b')} ({owed.duty.within})"
