"""The figures of one learner: counts and the 2x2 from the first scenario on, rates and d' from ten."""

from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from screen.practice.cell import CELLS, Cell, cell_of, is_referral
from screen.practice.interval import Detection, Rate, detection, rate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.core.book import Book
    from screen.core.shape.attempt import Attempt, Outcome

ENOUGH = 10
"""So many scenarios before a rate is told: below, a single one moves it by more than ten in a hundred."""

SURENESS = {1: 0.5, 2: 0.625, 3: 0.75, 4: 0.875, 5: 1.0}
"""The confidence from 1 to 5, read as a chance of being right. The reading is ours: no source gives one."""

Lacking = Literal["enough", "real", "not-real"]


class Sure(NamedTuple):
    """How often the own advice had the right level at one confidence."""

    confidence: int
    right: int
    of: int


class Often(NamedTuple):
    """A sign, and how often."""

    sign: str
    times: int


class Levels(NamedTuple):
    """How often the own advice was lower than the key's, right, or higher."""

    lower: int
    right: int
    higher: int


class Figures(NamedTuple):
    """What a learner's attempts come to. Of several at one scenario the first counts: later ones know the debrief.

    `again`: attempts not counted for that; `set_aside`: those whose advice this rulebook does not know. `lacking`:
    what is missing for the rates: scenarios (`enough`), one that is `real`, one that is `not-real`. `missed`,
    `overcalled`: signs and how often, the most frequent first. `needless`: questions once the advice was settled.
    `facts_wrong`: facts entered otherwise than they showed.
    """

    scenarios: int
    again: int
    set_aside: int
    cells: dict[Cell, int]
    levels: Levels
    found: int
    missed: tuple[Often, ...]
    overcalled: tuple[Often, ...]
    needless: int
    sure: tuple[Sure, ...]
    lacking: tuple[Lacking, ...]
    sensitivity: Rate | None
    false_alarms: Rate | None
    detection: Detection | None
    brier: float | None
    facts_wrong: int = 0


def figures_of(book: "Book", attempts: "Iterable[Attempt]") -> Figures:
    """The figures of one learner's finished attempts, in whatever order they come."""
    finished = [(each, each.outcome) for each in attempts if each.outcome is not None]
    known = [pair for pair in finished if pair[1].advice in book.rank and pair[1].key in book.rank]
    first: dict[str, Outcome] = {}
    for attempt, outcome in sorted(known, key=lambda pair: (pair[0].moment, pair[0].id)):
        first.setdefault(attempt.scenario, outcome)
    outcomes = tuple(first.values())
    cells = Counter(cell_of(is_referral(book, each.advice), is_referral(book, each.key)) for each in outcomes)
    figures = Figures(
        len(outcomes), len(known) - len(outcomes), len(finished) - len(known),
        {cell: cells[cell] for cell in CELLS}, _levels(book, outcomes),
        sum(len(each.found) for each in outcomes),
        _most(book, (name for each in outcomes for name in each.missed)),
        _most(book, (name for each in outcomes for name in each.overcalled)),
        sum(len(each.needless) for each in outcomes), sure_of(outcomes), (), None, None, None, None,
        sum(len(each.facts_wrong) for each in outcomes),
    )  # fmt: skip
    return _rated(figures)


def _levels(book: "Book", outcomes: "tuple[Outcome, ...]") -> Levels:
    steps = [book.rank[each.advice] - book.rank[each.key] for each in outcomes]
    return Levels(sum(step < 0 for step in steps), sum(step == 0 for step in steps), sum(step > 0 for step in steps))


def _most(book: "Book", names: "Iterable[str]") -> tuple[Often, ...]:
    """The names, the most frequent first, then in rulebook order."""
    places = {name: place for place, name in enumerate(book.indicator)}
    often = (Often(*each) for each in Counter(names).items())
    return tuple(sorted(often, key=lambda each: (-each.times, places.get(each.sign, 0), each.sign)))


def sure_of(outcomes: "Iterable[Outcome]") -> tuple[Sure, ...]:
    """Five rows: at each confidence, how often the advice had the right level."""
    rows = {confidence: [0, 0] for confidence in SURENESS}
    for each in outcomes:
        rows[each.confidence][0] += each.advice == each.key
        rows[each.confidence][1] += 1
    return tuple(Sure(confidence, right, of) for confidence, (right, of) in rows.items())


def brier(rows: "Iterable[Sure]") -> float | None:
    """The mean squared distance between how sure and how right: 0 is best, 0.25 what a steady even chance gives."""
    counted = tuple(rows)
    of = sum(each.of for each in counted)
    if of == 0:
        return None
    wrong = sum(
        each.right * (1 - SURENESS[each.confidence]) ** 2 + (each.of - each.right) * SURENESS[each.confidence] ** 2
        for each in counted
    )
    return wrong / of


def _rated(figures: Figures) -> Figures:
    """The figures with their rates, each as soon as there is enough for it."""
    cells = figures.cells
    real, not_real = cells["seen"] + cells["missed"], cells["false-alarm"] + cells["rightly-left"]
    enough = figures.scenarios >= ENOUGH
    wanted: tuple[tuple[Lacking, bool], ...] = (
        ("enough", enough), ("real", real > 0), ("not-real", not_real > 0)
    )  # fmt: skip
    return figures._replace(
        lacking=tuple(name for name, there in wanted if not there),
        sensitivity=rate(cells["seen"], real) if enough and real else None,
        false_alarms=rate(cells["false-alarm"], not_real) if enough and not_real else None,
        detection=(
            detection(cells["seen"], real, cells["false-alarm"], not_real) if enough and real and not_real else None
        ),
        brier=brier(figures.sure) if enough else None,
    )
