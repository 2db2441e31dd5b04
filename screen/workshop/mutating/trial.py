"""A trial: a case held against a rulebook, and all that came out otherwise than it expects."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess
from screen.core.duty import owed
from screen.core.evidence import fold
from screen.core.expected import WITHHELD, moment_of
from screen.core.given import screening_of
from screen.core.outcome import outcomes
from screen.core.why import next_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.evidence import Evidence
    from screen.core.shape.case import Case


class Difference(NamedTuple):
    """What a case expects under one of its keys, and what came; ids in the order of the book, none for nothing."""

    key: str
    expected: tuple[str, ...]
    came: tuple[str, ...]


def evidence_of(book: "Book", case: "Case") -> "Evidence":
    """What the answers of a case come to in this book."""
    return fold(book, screening_of(case, moment_of(case)))


def differences(book: "Book", case: "Case", evidence: "Evidence") -> "Iterator[Difference]":
    """Everything that came out otherwise, the quickest to reckon first; each is reckoned when it is asked for."""
    now = moment_of(case)
    assessment = assess(book, evidence, now)
    led = {"disposition": assessment.told or WITHHELD, "lowest": assessment.lowest, "highest": assessment.highest}
    for key, came in led.items():
        expected = getattr(case, key)
        if expected is not None and expected != came:
            yield Difference(key, (expected,), (came,))
    held = tuple(rule.id for rule in assessment.rules)
    if not set(case.rules) <= set(held):
        yield Difference("rules", case.rules, held)
    if case.findings is not None:
        yield from _exactly("findings", case.findings, book.ids(evidence.present))
    if case.outcomes is not None:
        yield from _exactly("outcomes", case.outcomes, outcomes(book, assessment.worlds))
    if case.duties is not None:
        yield from _exactly("duties", case.duties, tuple(duty.id for duty in owed(book, assessment)))
    if case.next_up is not None:
        up = next_up(book, assessment, now)
        yield from _exactly("next_up", case.next_up, up.fewest if up else ())


def _exactly(key: str, expected: tuple[str, ...], came: tuple[str, ...]) -> "Iterator[Difference]":
    """A difference if the ids are not the same, in whatever order."""
    if set(expected) != set(came):
        yield Difference(key, expected, came)
