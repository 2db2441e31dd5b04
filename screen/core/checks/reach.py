"""Checks that the interview can reach all it should: every sign, every item, every branch."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from screen.core.branch import turned_on
from screen.core.checks.holding import is_possible
from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.checks.holding import Path
    from screen.core.shape.condition import Condition


def check_found(book: "Book") -> Iterator[Problem]:
    """Every indicator can be found by an item, in a book that asks any."""
    found = 0
    for mask in book.finds.values():
        found |= mask
    for number, each in enumerate(book.rulebook.indicators if book.rulebook.items else ()):
        if not found & book.bit[each.id]:
            fault = f"no item can find the indicator `{each.id}`."
            yield Problem(("indicators", number), fault, "Name it in the `shows` of an option.")


def check_staged(book: "Book") -> Iterator[Problem]:
    """Every item stands in a stage."""
    staged = {item for stage in book.rulebook.stages for item in stage.items}
    for number, item in enumerate(book.rulebook.items):
        if item.id not in staged:
            yield Problem(("items", number), f"the item `{item.id}` stands in no stage.", "Name it in one.")


def check_ends(book: "Book") -> Iterator[Problem]:
    """What stops the walk, or keeps it from running, can hold."""
    for key in ("do_not_run_when", "stop_when"):
        condition: Condition | None = getattr(book.rulebook, key)
        if condition is not None and not is_possible(book, (condition,)):
            yield Problem((key,), f"`{key}` can never hold.", "Change the condition, or delete it.")


def check_branches(book: "Book") -> Iterator[Problem]:
    """Every stage, item and option can come to be asked, under what it stands under."""
    rulebook = book.rulebook
    for number, stage in enumerate(rulebook.stages):
        if stage.ask_when is not None and not is_possible(book, (stage.ask_when,)):
            yield _never(("stages", number, "ask_when"), f"the stage `{stage.id}`")
    for number, item in enumerate(rulebook.items):
        above = _open_stages(book, item.id)
        paths = [path for path in (_joined(path, item.ask_when) for path in above) if is_possible(book, path)]
        if not paths:
            yield _never(("items", number, "ask_when"), f"the item `{item.id}`")
            continue
        for digit, option in enumerate(item.options):
            inner = (_joined(path, option.ask_when) for path in paths)
            if option.ask_when is not None and not any(is_possible(book, path) for path in inner):
                place = ("items", number, "options", digit, "ask_when")
                yield _never(place, f"the option `{option.id}` of the item `{item.id}`")


def check_turning(book: "Book") -> Iterator[Problem]:
    """No two items wait for each other: what one of them is asked by, the other cannot also be asked by."""
    items = [item.id for item in book.rulebook.items]
    graph = {item.id: {each.id for each in turned_on(book, item)} - {item.id} for item in book.rulebook.items}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
        first = min(circle, key=items.index)
        fault = f"the item `{first}` waits for itself: {', '.join(dict.fromkeys(circle))} turn on one another."
        yield Problem(("items", items.index(first)), fault, "Change an `ask_when`, so that one of them is asked first.")


def _open_stages(book: "Book", item: str) -> "list[Path]":
    """What holds in each stage that asks the item; a stage that is never asked is told of by itself."""
    paths = [_joined((), stage.ask_when) for stage in book.rulebook.stages if item in stage.items]
    return [path for path in paths if is_possible(book, path)] or [()]


def _joined(path: "Path", condition: "Condition | None") -> "Path":
    return path if condition is None else (*path, condition)


def _never(place: Place, whose: str) -> Problem:
    fault = f"{whose} is never asked: its `ask_when` cannot hold here."
    return Problem(place, fault, "Change the condition, or delete it.")


CHECKS = (check_found, check_staged, check_ends, check_branches, check_turning)
