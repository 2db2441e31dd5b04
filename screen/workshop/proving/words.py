"""A proof in words: each claim and how it stands, and the smallest sets."""

from typing import TYPE_CHECKING

from screen.workshop.logic.telling import Told, fact_title, fact_words, story_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.workshop.logic.story import Story
    from screen.workshop.proving.grouping import Group
    from screen.workshop.proving.proof import Line, Point

STATES = {"holds": "HOLDS", "counter-example": "COUNTER-EXAMPLE", "not-decided": "NOT DECIDED"}


def line_words(book: "Book", line: "Line") -> "Iterator[Told]":
    """A line of a proof: how it stands, what speaks against it, what it names."""
    declared = " (the book says monotone: no)" if line.is_declared and line.against else ""
    yield Told(f"{STATES[line.state]}{declared}: {line.says} [{line.id}]")
    for point in line.against:
        yield from _point(book, point)
    if line.undecided:
        yield Told(f"The time ran out on: {', '.join(line.undecided)}.", 1)
    listed = [point for point in line.listed if point not in line.against]
    if listed:
        yield Told("Listed:", 1)
    for point in listed:
        yield from _point(book, point)


def _point(book: "Book", point: "Point") -> "Iterator[Told]":
    yield Told(f"{point.about}: {point.words}" if point.words else f"{point.about}:", 1)
    if point.story is not None:
        yield Told(f"{story_words(point.story, book)}. Leads to {point.story.disposition}.", 2)
    if point.story is not None and point.after is not None:
        more = story_words(_added(point.story, point.after), book)
        yield Told(f"With more: {more}. Leads to {point.after.disposition}.", 2)


def _added(before: "Story", after: "Story") -> "Story":
    """What is in the second story and not in the first."""
    facts = {fact: value for fact, value in after.facts.items() if before.facts.get(fact) != value}
    return after._replace(
        facts=facts,
        present=tuple(each for each in after.present if each not in before.present),
        left=tuple(each for each in after.left if each not in before.left),
        bare=tuple(each for each in after.bare if each not in before.bare),
        passed=tuple(each for each in after.passed if each not in before.passed),
    )


def group_words(book: "Book", group: "Group") -> str:
    """A group of smallest sets: what must be known, and one sign of each slot."""
    books = (book,)
    parts = [f"{fact_words(fact, value, books)}{_or_others(book, fact, value)}" for fact, value in group.facts]
    parts += [f"{fact_title(fact, books)}: no reason written" for fact in group.bare]
    parts += [f"the time for {clock} has run out" for clock in group.passed]
    parts += [f"one of [{_slot(slot)}]" if len(slot) > 1 else _slot(slot) for slot in group.slots]
    return " + ".join(parts) or "nothing"


def _or_others(book: "Book", fact: str, value: str) -> str:
    """The values that protect more, which do as well."""
    others = book.fact[fact].values[book.level[fact][value] + 1 :]
    return "".join(f" / {book.fact[fact].words.get(each, each)}" for each in others)


def _slot(slot: tuple[str, ...]) -> str:
    """Kinds of signs by strength: `strong papers, debt; medium pay; threatened`."""
    graded: dict[str, list[str]] = {}
    for name in slot:
        cluster, _, strength = name.rpartition(": ")
        graded.setdefault(strength if cluster else "", []).append(cluster or name)
    return "; ".join(f"{strength} {', '.join(names)}".strip() for strength, names in graded.items())
