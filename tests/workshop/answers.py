"""All answers to a little book, one by one: the oracle for what a solver says of all of them at once."""

from collections.abc import Iterator
from itertools import product

from screen.core.assessment import rank_of
from screen.core.book import Book
from screen.core.truth import World
from screen.workshop.logic.encoding import LEFT, NOT_ASKED, bare, left, passed, sign, stands
from screen.workshop.logic.formula import Model
from screen.workshop.logic.story import Story, world_of


def stories(book: Book) -> Iterator[Story]:
    """Every set of answers: each fact in each state, with and without its reason; each sign; each clock."""
    facts = [[(each.id, state) for state in (*each.values, NOT_ASKED, LEFT)] for each in book.rulebook.facts]
    kept = book.ids(book.protecting)
    signs = [["", "present", LEFT] if each in kept else ["", "present"] for each in book.bit]
    clocks = [["", name] for name in book.clock]
    for states in product(*facts):
        asking = [fact for fact, values in book.reasoned if dict(states)[fact] in values]
        for bares in product(*([(), (fact,)] for fact in asking)):
            for found in product(*signs):
                for run_out in product(*clocks):
                    yield Story(
                        {fact: state for fact, state in states if state != NOT_ASKED},
                        tuple(each for each, state in zip(book.bit, found, strict=True) if state == "present"),
                        tuple(each for each, state in zip(book.bit, found, strict=True) if state == LEFT),
                        tuple(fact for some in bares for fact in some),
                        _running(book, states, run_out),
                    )


def _running(book: Book, states: tuple[tuple[str, str], ...], run_out: tuple[str, ...]) -> tuple[str, ...]:
    """The clocks that have run out, of those that began."""
    return tuple(name for name in run_out if name and dict(states)[book.rulebook.clocks[name].from_] != NOT_ASKED)


def model_of(book: Book, story: Story) -> Model:
    """The atoms that hold of these answers."""
    facts = {fact.id: story.facts.get(fact.id, NOT_ASKED) for fact in book.rulebook.facts}
    return frozenset(
        each.name
        for each in (
            *(stands(fact, state) for fact, state in facts.items()),
            *map(sign, story.present),
            *map(left, story.left),
            *map(bare, story.bare),
            *map(passed, story.passed),
        )
    )


def worlds_of(book: Book) -> list[tuple[Story, World, int]]:
    """Every set of answers with its world and the rank of its disposition."""
    found = [(story, world_of(book, story)) for story in stories(book)]
    return [(story, world, rank_of(book, world)) for story, world in found]
