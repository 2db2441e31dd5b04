"""Telling: answers in words that an author reads."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.core.book import Book
    from screen.workshop.logic.story import Story


class Told(NamedTuple):
    """One paragraph, and how deep it stands."""

    text: str
    depth: int = 0


def story_words(story: "Story", *books: "Book") -> str:
    """The answers of a story in a line, without where they lead; each word of the first book that knows it."""
    parts = [fact_words(fact, value, books) for fact, value in story.facts.items()]
    parts += [f"{fact_title(fact, books)}: no reason written" for fact in story.bare]
    parts += [_sign(each, books) for each in story.present]
    parts += [f"{_sign(each, books)}: could not tell" for each in story.left]
    parts += [f"the time for {clock} has run out" for clock in story.passed]
    parts += [f"on {story.day}"] if story.day else []
    return "; ".join(parts) or "nothing answered"


def fact_title(fact: str, books: "Iterable[Book]") -> str:
    """A fact's title; its id where no book knows it."""
    return next((book.fact[fact].title for book in books if fact in book.fact), fact)


def fact_words(fact: str, value: str, books: "tuple[Book, ...]") -> str:
    """A fact and its value in the words of the first book that knows them."""
    knowing = (book.fact[fact] for book in books if fact in book.fact and value in book.level[fact])
    words = next((each.words.get(value, value) for each in knowing), value.replace("-", " "))
    return f"{fact_title(fact, books)}: {words}"


def _sign(indicator: str, books: "tuple[Book, ...]") -> str:
    title = next((book.indicator[indicator].title for book in books if indicator in book.bit), "")
    return f"{title} ({indicator})"
