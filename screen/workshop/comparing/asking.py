"""What is asked and what an answer says: the changes of it under which the same words lead to other answers."""

from typing import TYPE_CHECKING

from screen.core.mention import mentions
from screen.workshop.comparing.changes import ORDER, edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.condition import Condition
    from screen.workshop.comparing.changes import Edit, Path

_OF_FACT = ("unanswered", "not_asked", "values", "order")


def asked_otherwise(old: "Book", new: "Book") -> "Iterator[Path]":
    """The path of each change after which a question may go unasked, or an answer may protect less."""
    names, facts = _named(old) | _named(new), _turned_on(old) | _turned_on(new)
    if "no" in (old.rulebook.monotone, new.rulebook.monotone):
        facts |= new.fact.keys()
    for edit in edits(old.rulebook, new.rulebook):
        if edit.kind == "policy" and edit.path[-1] != ORDER and _bears(edit, new, names, facts):
            yield edit.path


def _bears(edit: "Edit", new: "Book", names: set[str], facts: set[str]) -> bool:
    head, rest = edit.path[0], edit.path[2:]
    match head:
        case "do_not_run_when" | "stop_when":
            return True
        case "stages":
            return edit.new is None or bool(rest)
        case "items":
            return _of_item(edit, new, facts)
        case "conditions":
            return edit.path[1] in names
        case "facts":
            return rest[:1] in {(key,) for key in _OF_FACT} and edit.path[1] in facts
        case _:
            return head == "dispositions" and rest[:1] == ("stops",)


def _of_item(edit: "Edit", new: "Book", facts: set[str]) -> bool:
    """A question or an option that is gone or asked when it was not, or what it sets."""
    _, _, *rest = edit.path
    match rest:
        case ["options", _, ("ask_when" | "pick"), *_] | ["ask_when" | "pick", *_]:
            return True
        case ["options", _, "sets"] | ["otherwise"]:
            return True
        case ["options", _, "sets", fact] | ["otherwise", fact]:
            return fact in facts or (edit.old is None and _is_lower(new, fact, edit.new))
        case [] | ["options", *_]:
            return edit.new is None and rest[2:] == []
        case _:
            return False


def _is_lower(new: "Book", fact: str, value: str | None) -> bool:
    """The value protects less than the fact does unasked."""
    unasked = new.fact[fact].not_asked if fact in new.fact else None
    return unasked is not None and new.level[fact].get(value or "", 0) < new.level[fact][unasked]


def _turned_on(book: "Book") -> set[str]:
    """The facts on which branches turn."""
    return {fact for condition in book.branches.values() for fact in mentions(book, condition).facts}


def _named(book: "Book") -> set[str]:
    """The named conditions on which branches turn, however deep."""
    return {name for condition in book.branches.values() for name in _names(book, condition)}


def _names(book: "Book", condition: "Condition") -> "Iterator[str]":
    match condition.kind:
        case "condition":
            yield condition.condition
            parts: tuple[Condition, ...] = (book.rulebook.conditions[condition.condition],)
        case "all":
            parts = condition.all
        case "any":
            parts = condition.any
        case "at_least" if isinstance(condition.of, tuple):
            parts = condition.of
        case _:
            return
    for part in parts:
        yield from _names(book, part)
