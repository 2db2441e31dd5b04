"""The texts of signs and items that an officer reads or says, each with its place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from screen.core.checks.sentence import plain
from screen.core.problem import Place

if TYPE_CHECKING:
    from screen.core.shape.indicator import Indicator, Phrase
    from screen.core.shape.interview import Fact, Item

Speech = Iterator[tuple[Place, str]]


def sign(number: int, indicator: "Indicator", *keys: str) -> Speech:
    """These texts of an indicator, those that it has; and its questions in every language, if they are asked for."""
    for key in keys:
        if key == "questions":
            yield from _said(("indicators", number, key), indicator.questions)
        elif text := getattr(indicator, key):
            yield ("indicators", number, key), text


def item_text(number: int, item: "Item") -> Speech:
    """What an item asks."""
    yield ("items", number, "text"), item.text


def fact_text(number: int, fact: "Fact") -> Speech:
    """What a fact is, and its values: their words, or as they are written."""
    yield ("facts", number, "title"), fact.title
    for value in fact.values:
        place = ("words", value) if value in fact.words else ("values",)
        yield ("facts", number, *place), fact.words.get(value, value)


def labels(number: int, item: "Item", *, allowed: bool = True) -> Speech:
    """The labels of an item's options, with or without those that an author has `allowed`."""
    for digit, option in enumerate(item.options):
        if allowed or option.allowed is None:
            yield ("items", number, "options", digit, "label"), option.label


def said(number: int, item: "Item") -> Speech:
    """What an item says to the person, in every language."""
    return _said(("items", number, "say"), item.say)


def _said(place: Place, phrases: "tuple[Phrase, ...]") -> Speech:
    for number, phrase in enumerate(phrases):
        for language, text in phrase.items():
            yield (*place, number, language), plain(text)
