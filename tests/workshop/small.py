"""A small rulebook as the program holds it, and cases for it."""

from typing import TYPE_CHECKING, Any, cast

from screen.core.book import Book
from screen.core.shape.case import Case
from screen.core.value import revive
from screen.storage.twin import compile_twin
from tests.core.little import Tree, little_book, rule, signs

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook


def compiled(book: Book) -> Book:
    """The same book as a tree of values, as a compiled twin gives it."""
    return Book(cast("Rulebook", revive(compile_twin(book.rulebook))))


def small_book(*rules: Tree, **parts: Any) -> Book:  # noqa: ANN401 - the parts of a book are trees
    """A book of four signs a, b, c, d, the first two of one cluster, and these rules."""
    four = [*signs("a", "b", cluster="both", strength="weak"), *signs("c", "d", strength="strong")]
    return compiled(little_book(**{"clusters": {"both": "two faces"}, "indicators": four} | parts, rules=list(rules)))


def case(disposition: str, *present: str, **more: Any) -> Case:  # noqa: ANN401 - what stands under keys
    """A case with these signs present."""
    name = more.pop("name", " ".join((disposition, *present, *map(str, more.values()))))
    return Case.model_validate({"name": name, "indicators": list(present), "disposition": disposition} | more)


TWO = rule({"at_least": 2, "of": "indicators"}, id="two")
