"""What changes what is asked, or what an answer says, is a doubt, whatever the answers compared say of it."""

from typing import Any

import pytest

from screen.core.book import Book
from screen.workshop.comparing.asking import asked_otherwise
from screen.workshop.comparing.doubt import doubts
from tests.core.little import Tree, little_book, rule, signs

FACT: Tree = {"id": "f", "title": "f", "values": ["a", "b", "c"], "unanswered": "a"}
LOOSE: Tree = {"id": "g", "title": "g", "values": ["a", "b", "c"], "unanswered": "a"}


def made(item: Tree | None = None, option: Tree | None = None, **more: Any) -> Book:  # noqa: ANN401 - parts are trees
    """A book of one item with two options, behind a named condition."""
    options: list[Tree] = [{"id": "x", "label": "x", "shows": ["x"]} | (option or {}), {"id": "n", "label": "n"}]
    asked: Tree = {"id": "q", "text": "?", "options": options, "ask_when": {"condition": "turn"}} | (item or {})
    parts: Tree = {
        "facts": [FACT, LOOSE],
        "conditions": {"turn": {"fact": "f", "is": "a"}, "told": {"fact": "g", "from": "b"}},
        "indicators": signs("x"),
        "items": [asked],
        "stages": [{"id": "s", "title": "s", "items": ["q"]}],
        "rules": [rule({"any": [{"indicator": "x"}, {"condition": "told"}]})],
    }
    return little_book(**parts | more)


@pytest.mark.parametrize(
    ("new", "path"),
    [
        (made({"ask_when": {"fact": "f", "is": "b"}}), ("items", "q", "ask_when")),
        (made(option={"sets": {"f": "b"}}), ("items", "q", "options", "x", "sets")),
        (made(option={"sets": {"g": "a"}}, facts=[FACT, LOOSE | {"not_asked": "b"}]),
         ("items", "q", "options", "x", "sets")),
        (made({"otherwise": {"f": "a"}}), ("items", "q", "otherwise")),
        (made({"options": [{"id": "x", "label": "x", "shows": ["x"]}]}), ("items", "q", "options", "n")),
        (made(conditions={"turn": {"fact": "f", "is": "b"}, "told": {"fact": "g", "from": "b"}}),
         ("conditions", "turn")),
        (made(facts=[FACT | {"unanswered": "b"}, LOOSE]), ("facts", "f", "unanswered")),
        (made(facts=[FACT | {"not_asked": "b"}, LOOSE]), ("facts", "f", "not_asked")),
        (made(do_not_run_when={"fact": "f", "is": "c"}), ("do_not_run_when",)),
        (made(stop_when={"indicator": "x"}), ("stop_when",)),
        (made(stages=[{"id": "s", "title": "s", "items": ["q"], "ask_when": {"fact": "f", "is": "a"}}]),
         ("stages", "s", "ask_when")),
        (made(items=[], stages=[]), ("items", "q")),
    ],
)  # fmt: skip
def test_what_changes_what_is_asked_is_doubted_at_its_place(new: Book, path: tuple[str, ...]) -> None:
    found = tuple(asked_otherwise(made(), new))
    assert any(each[: len(path)] == path for each in found), found
    assert any(each.path[: len(path)] == path for each in doubts(made(), new))


@pytest.mark.parametrize(
    "new",
    [
        made(),
        made(conditions={"turn": {"fact": "f", "is": "a"}, "told": {"fact": "g", "from": "c"}}),
        made(facts=[FACT, LOOSE | {"unanswered": "b"}]),
        made({"text": "Other words?"}),
        made(rules=[rule({"indicator": "x"}), rule({"condition": "told"}, "middle")]),
    ],
)
def test_what_is_weighed_or_worded_alone_changes_nothing_that_is_asked(new: Book) -> None:
    assert tuple(asked_otherwise(made(), new)) == ()


def test_where_values_may_be_asked_for_one_by_one_their_order_is_doubted_too() -> None:
    new = made(facts=[FACT, LOOSE | {"values": ["a", "c", "b"]}], monotone="no")
    assert ("facts", "g", "values") in set(asked_otherwise(made(monotone="no"), new))
