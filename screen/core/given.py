"""Given answers: a file of answers as the entries of a screening."""

from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from screen.core.problem import Problem
from screen.core.screening import UNANSWERED, Answer, Known, Note, Screening, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.core.book import Book
    from screen.core.evidence import Evidence
    from screen.core.screening import Entry
    from screen.core.shape.answers import Answers


def screening_of(answers: "Answers", at: datetime | None) -> Screening:
    """The screening that these answers make, in the order in which they were learned: at this moment, or as they say.

    They fit the book (`misfits` found none).
    """
    reasons = answers.reasons
    when = {name: _moment(text, at) for name, text in answers.learned.items()}
    known = [Known(fact, value, reasons.get(fact, ""), when.get(fact, at)) for fact, value in answers.facts.items()]
    signs = [Sign(name, state, when.get(name, at)) for name, state in answers.indicators.items()]
    given = [_answer(item, answers)._replace(at=when.get(item, at)) for item in answers.answers]
    entries: list[Entry] = [*known, *signs, *given, *(Note(text, at) for text in answers.notes)]
    return Screening(tuple(sorted(entries, key=lambda entry: entry.at.timestamp() if entry.at else float("inf"))))


def _answer(item: str, answers: "Answers") -> Answer:
    value, reasons = answers.answers[item], answers.reasons
    unsure, reason = answers.unsure.get(item, ()), reasons.get(item, "")
    for state in UNANSWERED:
        if value == state:
            return Answer(item, unsure=unsure, state=state, reason=reason)
    picked = (value,) if isinstance(value, str) else tuple(value)
    return Answer(item, picked, unsure, reasons=tuple(reasons.items()), reason=reason)


def _moment(text: str, at: datetime | None) -> datetime | None:
    """The moment that is written; without a zone, in that of the moment of the advice. None if it is no time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None or at is None else moment.replace(tzinfo=at.tzinfo)


def misfits(book: "Book", answers: "Answers", at: datetime | None = None) -> "Iterator[Problem]":
    """What in the answers this rulebook does not know, each with the nearest that it does; what is told too late."""
    for fact, value in answers.facts.items():
        yield from _known(("facts", fact), fact, book.fact, "fact")
        if fact in book.fact:
            yield from _known(("facts", fact), value, (*book.fact[fact].values, *UNANSWERED), f"value of {fact}")
    for name in answers.indicators:
        yield from _known(("indicators", name), name, book.bit, "indicator")
    asking = [*book.fact, *(item.id for item in book.rulebook.items if item.reason)]
    for name in answers.reasons:
        yield from _known(("reasons", name), name, asking, "fact, or item that asks for a reason,")
    for item, given in answers.answers.items():
        yield from _known(("answers", item), item, book.item, "item")
        if item in book.item and given not in UNANSWERED:
            picked = (given,) if isinstance(given, str) else given
            yield from _picked(book, item, picked, answers.unsure.get(item, ()))
    for item, unsure in answers.unsure.items():
        yield from _unsure(book, answers, item, unsure)
    for name, text in answers.learned.items():
        yield from _learned(answers, name, text, at)


def _learned(answers: "Answers", name: str, text: str, at: datetime | None) -> "Iterator[Problem]":
    place, moment = ("learned", name), _moment(text, at)
    yield from _known(place, name, {**answers.facts, **answers.indicators, **answers.answers}, "answer here")
    if moment is None:
        yield Problem(place, f'"{text}" is not a time.', "Write it as 2026-11-22T14:05.")
    elif at is not None and moment > at:
        yield Problem(place, f"{name} was learned after the moment the advice is for.", "Mend the time, or `--at`.")


def _unsure(book: "Book", answers: "Answers", item: str, unsure: tuple[str, ...]) -> "Iterator[Problem]":
    place, given = ("unsure", item), answers.answers.get(item)
    yield from _known(place, item, book.item, "item")
    if item not in book.item:
        return
    for option in unsure:
        yield from _known(place, option, [each.id for each in book.item[item].options], f"option of {item}")
    if given is None or given in UNANSWERED:
        fault = f"{item} is not answered, so no option of it can be unsure."
        yield Problem(place, fault, "Answer it under `answers`; `[]` is looked, none.")
    elif both := set(unsure) & {*([given] if isinstance(given, str) else given)}:
        yield Problem(place, f"{min(both)} is picked and unsure.", "Keep one of the two.")


def _picked(book: "Book", item: str, picked: tuple[str, ...], unsure: tuple[str, ...]) -> "Iterator[Problem]":
    declared, place = book.item[item], ("answers", item)
    for option in picked:
        yield from _known(place, option, [each.id for each in declared.options], f"option of {item}")
    if declared.pick == "one" and len(picked + unsure) > 1:
        yield Problem(place, f"{item} takes one option, not {len(picked + unsure)}.", "Leave one of them.")
    if not picked + unsure and declared.pick == "one" and not book.finds[item]:
        yield Problem(place, f"{item} has nothing to look for.", "Name an option, could-not-tell or declined.")


def _known(place: tuple[str, ...], name: str, among: "Iterable[str]", what: str) -> "Iterator[Problem]":
    among = list(among)
    if name not in among:
        near = get_close_matches(name, among, 1, 0.5)
        remedy = f"Nearest: {near[0]}." if near else f"Permitted: {', '.join(among[:9])}."
        yield Problem(place, f'there is no {what} "{name}".', remedy)


def missing_reasons(book: "Book", evidence: "Evidence") -> tuple[str, ...]:
    """What asks for a written reason that nobody wrote: facts, by their value, then items that were not answered."""
    facts = (
        fact
        for fact, asking in book.reasoned
        if evidence.values.get(fact) in asking and not evidence.reasons.get(fact, "").strip()
    )
    return (*facts, *(item for item in book.item if item in evidence.unexplained))
