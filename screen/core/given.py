"""Given answers: a file of answers as the entries of a screening."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from screen.core.problem import Problem
from screen.core.screening import UNANSWERED, Answer, Known, Note, Screening, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from screen.core.book import Book
    from screen.core.evidence import Evidence
    from screen.core.shape.answers import Answers


def screening_of(answers: "Answers", at: "datetime | None") -> Screening:
    """The screening that these answers make, all learned at one moment. They fit the book (`misfits` found none)."""
    reasons = answers.reasons
    known = tuple(Known(fact, value, reasons.get(fact, ""), at) for fact, value in answers.facts.items())
    signs = tuple(Sign(name, state, at) for name, state in answers.indicators.items())
    given = tuple(_answer(item, value, tuple(reasons.items()), at) for item, value in answers.answers.items())
    return Screening((*known, *signs, *given, *(Note(text, at) for text in answers.notes)))


def _answer(
    item: str, value: str | tuple[str, ...], reasons: tuple[tuple[str, str], ...], at: "datetime | None"
) -> Answer:
    for state in UNANSWERED:
        if value == state:
            return Answer(item, state=state, at=at)
    return Answer(item, (value,) if isinstance(value, str) else tuple(value), reasons=reasons, at=at)


def misfits(book: "Book", answers: "Answers") -> "Iterator[Problem]":
    """What in the answers this rulebook does not know, each with the nearest that it does."""
    for fact, value in answers.facts.items():
        yield from _known(("facts", fact), fact, book.fact, "fact")
        if fact in book.fact:
            yield from _known(("facts", fact), value, (*book.fact[fact].values, *UNANSWERED), f"value of {fact}")
    for name in answers.indicators:
        yield from _known(("indicators", name), name, book.bit, "indicator")
    for fact in answers.reasons:
        yield from _known(("reasons", fact), fact, book.fact, "fact")
    for item, given in answers.answers.items():
        yield from _known(("answers", item), item, book.item, "item")
        if item in book.item and given not in UNANSWERED:
            yield from _picked(book, item, (given,) if isinstance(given, str) else given)


def _picked(book: "Book", item: str, picked: tuple[str, ...]) -> "Iterator[Problem]":
    declared, place = book.item[item], ("answers", item)
    for option in picked:
        yield from _known(place, option, [each.id for each in declared.options], f"option of {item}")
    if declared.pick == "one" and len(picked) > 1:
        yield Problem(place, f"{item} takes one option, not {len(picked)}.", "Leave one of them.")
    if not picked and declared.pick == "one" and not book.finds[item]:
        yield Problem(place, f"{item} has nothing to look for.", "Name an option, could-not-tell or declined.")


def _known(place: tuple[str, ...], name: str, among: "Iterable[str]", what: str) -> "Iterator[Problem]":
    among = list(among)
    if name not in among:
        near = get_close_matches(name, among, 1, 0.5)
        remedy = f"Nearest: {near[0]}." if near else f"Permitted: {', '.join(among[:9])}."
        yield Problem(place, f'there is no {what} "{name}".', remedy)


def missing_reasons(book: "Book", evidence: "Evidence") -> tuple[str, ...]:
    """The facts whose value asks for a written reason that nobody wrote, in rulebook order."""
    return tuple(
        fact
        for fact, asking in book.reasoned
        if evidence.values.get(fact) in asking and not evidence.reasons.get(fact, "").strip()
    )
