"""Ways of learning: where a sign or a fact's value can come from, and when that is asked, as formulas."""

from typing import TYPE_CHECKING, NamedTuple

from screen.workshop.logic.encoding import LEFT, Encoding, left, sign, stands
from screen.workshop.logic.formula import And, Atom, Formula, Or

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.interview import Item, Option


class Way(NamedTuple):
    """One way in which an atom comes to hold: `behind` which branches (keys of Book.branches), each with its test."""

    teaches: Atom
    behind: dict[str, Formula]

    @property
    def open(self) -> Formula:
        """Every branch holds."""
        return And(tuple(self.behind.values()))


def ways_of(book: "Book") -> tuple[Way, ...]:
    """Every way in which the interview can teach a sign or a fact's value, or that it could not be told."""
    walk = Encoding(book, walks=True)
    tests = {key: walk.of(condition) for key, condition in book.branches.items()}
    return tuple(
        Way(atom, {key: tests[key] for key in (f"stage:{stage.id}", *keys) if key in tests})
        for stage in book.rulebook.stages
        for name in stage.items
        for atom, keys in _taught(book, book.item[name])
    )


def _taught(book: "Book", item: "Item") -> "Iterator[tuple[Atom, tuple[str, ...]]]":
    for option in item.options:
        for atom in _atoms(option):
            yield atom, (item.id, f"{item.id}/{option.id}")
    for fact, value in item.otherwise.items():
        yield stands(fact, value), (item.id,)
    for fact in book.reach[item.id]:
        yield stands(fact, LEFT), (item.id,)
    for indicator in book.ids(book.finds[item.id] & book.protecting):
        yield left(indicator), (item.id,)


def _atoms(option: "Option") -> tuple[Atom, ...]:
    return (*map(sign, option.shows), *(stands(fact, value) for fact, value in option.sets.items()))


def is_open(ways: tuple[Way, ...], atom: Atom) -> Formula:
    """Some way of learning this is open."""
    return Or(tuple(way.open for way in ways if way.teaches == atom))
