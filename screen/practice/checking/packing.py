"""Checks of a pack: its countries, its moves, and what shows where a scenario says nothing."""

from typing import TYPE_CHECKING

from screen.core.checks.profiling import PEOPLES, words_of
from screen.core.checks.sentence import named, unknown
from screen.core.problem import Place, Problem
from screen.practice.checking.naming import ITEM, MOVE, marked, moves_of, repeated
from screen.practice.checking.unwritten import unwritten
from screen.practice.scene import ALERTED
from screen.practice.score import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.pack import Pack


def check_countries(_: "Book", pack: "Pack") -> "Iterator[Problem]":
    """One country is home, one at least a neighbour, one far; each stands there once."""
    yield from repeated(("countries",), [each.id for each in pack.countries])
    stand = [each.stands_for for each in pack.countries]
    if stand.count("home") != 1:
        yield Problem(("countries",), f"{stand.count('home')} countries are `home`.", "Let one be.")
    for kind in ("neighbour", "far"):
        if kind not in stand:
            yield Problem(("countries",), f"no country is `{kind}`.", "Add one.")


def check_moves(book: "Book", pack: "Pack") -> "Iterator[Problem]":
    """A move is called as no other, as no item and as no word of the steps; its conduct and stages are known."""
    yield from repeated(("moves",), moves_of(pack))
    conduct = [each.id for each in book.rulebook.conduct]
    stages = [each.id for each in book.rulebook.stages]
    for number, move in enumerate(pack.moves):
        if move.id in book.item or move.id in (ALERTED, QUESTIONS):
            what = "an item of the rulebook" if move.id in book.item else "a word with a meaning of its own"
            yield Problem(("moves", number, "id"), f"`{move.id}` is {what}.", "Call the move otherwise.")
        for place, name in named(("moves", number, "conduct"), move.conduct):
            yield from unknown(place, "line of conduct of this rulebook", name, conduct)
        for place, name in named(("moves", number, "stages"), move.stages):
            yield from unknown(place, "stage of this rulebook", name, stages)


def check_orders(book: "Book", pack: "Pack") -> "Iterator[Problem]":
    """What comes before what is known: a move, and then a move, an item or `questions`."""
    moves = moves_of(pack)
    for number, order in enumerate(pack.orders):
        yield from unknown(("orders", number, "first"), MOVE, order.first, moves)
        known = (*moves, *book.item, QUESTIONS)
        yield from unknown(("orders", number, "then"), f"move, item or `{QUESTIONS}`", order.then, known)


def check_replies(book: "Book", pack: "Pack") -> "Iterator[Problem]":
    """What all scenarios share is said of items of the rulebook, marks their options, and waits for nothing."""
    for item, reveal in pack.otherwise.items():
        here = ("otherwise", item)
        yield from unknown(here, ITEM, item, book.item)
        if item in book.item:
            yield from marked((*here, "marks"), book, item, reveal.marks)
        for key in ("after", "signs"):
            if getattr(reveal, key):
                fault = f"what all scenarios share has no `{key}`."
                yield Problem((*here, key), fault, "Write it in the scenarios that need it.")
    for item, marks in pack.judged.items():
        yield from unknown(("judged", item), ITEM, item, book.item)
        if item in book.item:
            yield from marked(("judged", item), book, item, marks)
    for place, item in named(("in_front",), pack.in_front):
        yield from unknown(place, ITEM, item, book.item)


def check_texts(_: "Book", pack: "Pack") -> "Iterator[Problem]":
    """No text of the pack is left to be written, and none names a real people or country."""
    for place, text in _texts(pack):
        yield from unwritten(place, text)
        if real := words_of((PEOPLES,), text):
            yield Problem(place, f"{', '.join(real)}: real peoples and countries stay out.", "Use a made-up one.")


def _texts(pack: "Pack") -> "Iterator[tuple[Place, str]]":
    yield ("title",), pack.title
    yield from ((("countries", number, "name"), each.name) for number, each in enumerate(pack.countries))
    for number, move in enumerate(pack.moves):
        yield ("moves", number, "text"), move.text
        yield ("moves", number, "shows"), move.shows
    yield from ((("orders", number, "why"), each.why) for number, each in enumerate(pack.orders))
    yield from ((("otherwise", item, "shows"), each.shows) for item, each in pack.otherwise.items())


CHECKS = (check_countries, check_moves, check_orders, check_replies, check_texts)
