"""Conditions: the compiled tests agree with the manual read straight."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.assessment import Worlds
from screen.core.book import Book
from screen.core.mention import mentions
from screen.core.reason import explain, state_of
from screen.core.truth import World, compile_test
from tests.core.little import Tree, conditions, little_book, parts_of_a_book, signs, wheres
from tests.core.naive import holds, picks

MANY = settings(deadline=None, max_examples=50)


@st.composite
def worlds(draw: st.DrawFn, book: Book) -> World:
    """Some world of this book."""
    levels = tuple(draw(st.integers(0, len(fact.values) - 1)) for fact in book.rulebook.facts)
    few = st.integers(0, book.everything)
    return World(draw(few), levels, draw(st.integers(0, (1 << len(levels)) - 1)), draw(st.integers(0, 1)))


def told(book: Book, world: World) -> dict[str, Any]:
    """The same world as the manual speaks of it."""
    facts = {fact.id: fact.values[level] for fact, level in zip(book.rulebook.facts, world.levels, strict=True)}
    silent = {fact for fact, place in book.place.items() if world.unreasoned >> place & 1}
    return {**facts, "unreasoned": silent, "passed": world.passed}


@st.composite
def tried(draw: st.DrawFn) -> tuple[Tree, Book, World]:
    """The parts of a book with a condition and a choice of indicators to be tried, the book, and a world of it."""
    parts = draw(parts_of_a_book())
    names = [each["id"] for each in parts["indicators"]]
    parts["conditions"]["tried"] = draw(conditions(parts["facts"], names))
    parts["sets"]["tried"] = draw(wheres(names, 2))
    book = little_book(**parts)
    return parts, book, draw(worlds(book))


@MANY
@given(tried())
def test_a_condition_holds_and_a_choice_picks_as_the_manual_says(drawn: tuple[Tree, Book, World]) -> None:
    parts, book, world = drawn
    test = compile_test(book, book.rulebook.conditions["tried"])
    present = set(book.ids(world.present))
    assert test(world) == holds(parts, parts["conditions"]["tried"], present, told(book, world))
    assert set(book.ids(book.where(book.rulebook.sets["tried"]))) == picks(parts, parts["sets"]["tried"])


@MANY
@given(tried())
def test_a_condition_turns_on_nothing_that_it_does_not_mention(drawn: tuple[Tree, Book, World]) -> None:
    _, book, world = drawn
    spoken = mentions(book, book.rulebook.conditions["tried"])
    test = compile_test(book, book.rulebook.conditions["tried"])
    levels = tuple(level if fact in spoken.facts else 0 for fact, level in zip(book.place, world.levels, strict=True))
    assert test(world) == test(world._replace(present=world.present & spoken.indicators, levels=levels))


@MANY
@given(tried())
def test_a_reason_says_how_its_condition_stands_down_to_the_leaves(drawn: tuple[Tree, Book, World]) -> None:
    _, book, world = drawn
    most = world._replace(present=book.everything, levels=tuple(len(fact.values) - 1 for fact in book.rulebook.facts))
    three = Worlds(world._replace(present=0), world, most)
    condition = book.rulebook.conditions["tried"]
    reason, test = explain(book, condition, three), compile_test(book, condition)
    assert reason.state == state_of(book, condition, three)
    assert (reason.state == "held") is test(world)
    assert (reason.state == "not-held") is not test(most)
    waiting = [reason]
    while waiting:
        part = waiting.pop()
        assert set(part.findings) <= set(book.ids(world.present))
        waiting += part.parts


def test_a_condition_on_the_advice_mentions_no_sign_and_no_fact(book: Book) -> None:
    duty = next(duty for duty in book.rulebook.duties if duty.id == "bring-to-investigators")
    assert mentions(book, duty.when) == (frozenset(), 0)


def test_points_mention_the_facts_and_signs_that_bear_them() -> None:
    level = {"id": "level", "title": "x", "values": ["none", "much"], "unanswered": "none"}
    lines = [{"each": {"ids": ["b"]}, "worth": 1}, {"fact": "level", "worth": {"much": 2}}]
    points = {"points": lines, "at_least": 2}
    book = little_book(facts=[level], indicators=signs("a", "b"), conditions={"tried": points})
    assert mentions(book, book.rulebook.conditions["tried"]) == (frozenset({"level"}), book.bit["b"])
