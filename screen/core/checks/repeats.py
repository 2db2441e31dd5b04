"""Checks that nothing is named twice where one name stands for one thing."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named
from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook

_WITH_IDS = (
    "languages", "groups", "dispositions", "facts", "stages", "items", "rules", "duties", "routes", "conduct",
    "contacts", "explanations", "indicators", "claims",
)  # fmt: skip


def check_ids(book: "Rulebook") -> Iterator[Problem]:
    """An id stands for one thing: in its list, in an item's options, and in the whole register."""
    remedy = "Give one of the two another id."
    for key in _WITH_IDS:
        yield from _twice((((key, n, "id"), each.id) for n, each in enumerate(getattr(book, key))), remedy)
    for number, item in enumerate(book.items):
        here = ("items", number, "options")
        yield from _twice((((*here, n, "id"), option.id) for n, option in enumerate(item.options)), remedy)
    entries = (
        (("register", key, n, "id"), each.id)
        for key in ("sources", "items", "references")
        for n, each in enumerate(getattr(book.register_, key))
    )
    yield from _twice(entries, remedy)


def check_lists(book: "Rulebook") -> Iterator[Problem]:
    """A list of names has each of them once: a fact's values, a stage's items, a sign's sources and the like."""
    for place, names in _lists(book):
        yield from _twice(named(place, names), "Keep one of the two.")


def _lists(book: "Rulebook") -> Iterator[tuple[Place, tuple[str, ...]]]:
    yield from ((("strengths",), book.strengths), (("forms",), book.forms))
    for number, fact in enumerate(book.facts):
        yield ("facts", number, "values"), fact.values
    for number, stage in enumerate(book.stages):
        yield ("stages", number, "items"), stage.items
    for number, item in enumerate(book.items):
        for digit, option in enumerate(item.options):
            yield ("items", number, "options", digit, "shows"), option.shows
    for number, each in enumerate(book.indicators):
        for key in ("also", "forms", "sources"):
            yield ("indicators", number, key), getattr(each, key)


def _twice(names: Iterable[tuple[Place, str]], remedy: str) -> Iterator[Problem]:
    seen = set[str]()
    for place, name in names:
        if name in seen:
            yield Problem(place, f"`{name}` stands here for the second time.", remedy)
        seen.add(name)


CHECKS = (check_ids, check_lists)
