"""Stories: what a solver found, told as answers, and gone over again by the assessment itself."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import rank_of, worlds
from screen.core.evidence import fold
from screen.core.screening import Entry, Known, Screening, Sign
from screen.core.truth import World
from screen.workshop.logic.day import days_of, on
from screen.workshop.logic.encoding import (
    LEFT,
    NOT_ASKED,
    bare,
    clock_names,
    left,
    passed,
    sign,
    stands,
    timed_name,
    values_of,
)
from screen.workshop.logic.formula import And, Formula, Model, Not, Solve, Undecided, at_most, fewest, holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.core.book import Book


class Story(NamedTuple):
    """Answers as a file of answers holds them, and where they lead.

    `facts` by value, or `could-not-tell`; `present` and `left` (could not tell) are indicators; `bare`: the facts
    without the written reason that their value asks for; `passed`: the clocks that have run out. `day`: the day it is,
    where rules have dates.
    """

    facts: dict[str, str]
    present: tuple[str, ...]
    left: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    disposition: str = ""
    day: str = ""


def told(books: "Iterable[Book]", model: Model, copy: str = "") -> Story:
    """The answers of a model, in the words of all these books."""
    known = tuple(books)
    states = ((fact, state) for fact, values in values_of(known).items() for state in (*values, LEFT))
    facts = {fact: state for fact, state in states if stands(fact, state, copy).name in model}
    return Story(
        facts,
        _each(each for book in known for each in book.bit if sign(each, copy).name in model),
        _each(each for book in known for each in book.ids(book.protecting) if left(each, copy).name in model),
        _each(fact for book in known for fact, _ in book.reasoned if bare(fact, copy).name in model),
        _each(name for name in clock_names(known) if passed(name, copy).name in model),
        day=next((day for day in days_of(known) if on(day).name in model), ""),
    )


def _each(names: "Iterable[str]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def story_of(book: "Book", model: Model, copy: str = "") -> Story:
    """The answers of a model, and the disposition to which the assessment itself brings them."""
    return led(book, told((book,), model, copy))


def led(book: "Book", story: Story) -> Story:
    """The story with the disposition to which its answers lead in this book."""
    rank = rank_of(book, world_of(book, story), moment(story))
    return story._replace(disposition=book.rulebook.dispositions[rank].id)


def moment(story: Story) -> datetime | None:
    """The moment at which a story is weighed; None where no rule has dates."""
    return datetime.fromisoformat(story.day).replace(tzinfo=UTC) if story.day else None


def world_of(book: "Book", story: Story) -> World:
    """The world as these answers stand; the time on each clock is as the story says."""
    evidence, clocks = fold(book, screening_of(book, story)), 0
    for name, clock in book.clock.items():
        is_told = name in story.passed or timed_name(book, name) in story.passed
        if is_told and book.rulebook.clocks[name].from_ in evidence.values:
            clocks |= clock
    return worlds(book, evidence).standing._replace(passed=clocks)


def screening_of(book: "Book", story: Story) -> Screening:
    """The screening in which these answers are given; what this book does not know is not asked."""
    known = (
        Known(fact, value, "" if fact in story.bare else "written")
        for fact, value in story.facts.items()
        if fact in book.fact and (value in book.level[fact] or value == LEFT)
    )
    signs = (Sign(each) for each in story.present if each in book.bit)
    unknown = (Sign(each, "could-not-tell") for each in story.left if each in book.bit)
    return Screening(tuple[Entry, ...]((*known, *signs, *unknown)))


def shortest(solve: Solve, formula: Formula, books: "Iterable[Book]", copy: str = "") -> Model | Undecided | None:
    """A model with the fewest signs; of those one with the fewest facts asked, reasons missing and clocks run out."""
    known = tuple(books)
    signs = _each_once(_signs(book, copy) for book in known)
    found = fewest(solve, formula, signs)
    if not isinstance(found, frozenset):
        return found
    enough = at_most(signs, sum(holds(each, found) for each in signs))
    asked = tuple(Not(stands(fact, NOT_ASKED, copy)) for fact in values_of(known))
    fewer = fewest(solve, And((formula, enough)), asked + _each_once(_lacking(book, copy) for book in known))
    return fewer if isinstance(fewer, frozenset) else found


def _signs(book: "Book", copy: str) -> tuple[Formula, ...]:
    """The signs that can be present or, where that counts, could not be told."""
    return (
        *(sign(each, copy) for each in book.bit),
        *(left(each, copy) for each in book.ids(book.protecting)),
    )


def _lacking(book: "Book", copy: str) -> tuple[Formula, ...]:
    """The reasons that can be missing and the clocks that can have run out."""
    return (*(bare(fact, copy) for fact, _ in book.reasoned), *(passed(name, copy) for name in clock_names([book])))


def _each_once(some: "Iterable[tuple[Formula, ...]]") -> tuple[Formula, ...]:
    return tuple(dict.fromkeys(each for parts in some for each in parts))
