"""The files of a rulebook's folder as one book, whose marks still point into the files."""

from collections.abc import Iterator
from typing import Any, cast

from pydantic import ValidationError

from screen.core.problem import Located, Place, Problem
from screen.core.shape.condition import Frozen, Id
from screen.storage.fault import problems_of
from screen.storage.folder import INDICATORS, RULES, SOURCES
from screen.storage.quoting import listed, nearest, quoted
from screen.storage.tree import Mark, Node, Tree, located


class GroupFile(Frozen):
    """One file in `indicators/`: the group, and its indicators, which do not name it again.

    What an indicator is, the book's own shape says.
    """

    group: Id
    indicators: tuple[Any, ...]


def merged(trees: dict[str, Tree]) -> tuple[Tree, tuple[Located, ...]]:
    """The whole book from its files by name, and what is wrong with a file as a part of it.

    Groups stand in the book's order, the files of one group by name; indicators in rules.yaml come before them. A
    group's file that is not of the shape stays out.
    """
    book = trees.get(RULES) or next(iter(trees.values()))
    if len(trees) == 1 or not isinstance(book.content, dict):
        return book, ()
    content, marks, faults = dict(book.content), dict(book.marks), list[Located]()
    groups = _ids(content.get("groups"))
    parts = {name: tree for name, tree in trees.items() if name not in {RULES, SOURCES}}
    for tree in sorted(parts.values(), key=lambda tree: _rank(tree, groups)):
        problems = tuple(_group_problems(tree, groups))
        faults += [located(problem, tree.marks)._replace(place=()) for problem in problems]
        if not problems:
            _append(content, marks, tree)
    if SOURCES in trees:
        faults += _register(content, marks, trees[SOURCES])
    return Tree(content, marks), tuple(faults)


def _register(content: dict[str, Node], marks: dict[Place, Mark], tree: Tree) -> list[Located]:
    """The file of sources goes under `register`."""
    if "register" in content:
        twice = Problem((), f"the register stands in {RULES} too.", "Keep one of the two.")
        return [located(twice, tree.marks)]
    content["register"] = tree.content
    marks |= {("register", *place): mark for place, mark in tree.marks.items()}
    return []


def _append(content: dict[str, Node], marks: dict[Place, Mark], tree: Tree) -> None:
    """The entries of a group's file go behind those the book has so far, each with the group written into it."""
    before = content.get(INDICATORS, [])
    if not isinstance(before, list):
        return
    part = cast("dict[str, Any]", tree.content)
    group = {"group": part["group"]}
    content[INDICATORS] = before + [entry | group if isinstance(entry, dict) else entry for entry in part[INDICATORS]]
    for place, mark in tree.marks.items():
        match place:
            case (key, int(index), *rest) if key == INDICATORS:
                marks[key, len(before) + index, *rest] = mark
    for index in range(len(part[INDICATORS])):
        marks[INDICATORS, len(before) + index, "group"] = tree.marks["group",]


def _group_problems(tree: Tree, groups: list[str]) -> Iterator[Problem]:
    try:
        part = GroupFile.model_validate(tree.content)
    except ValidationError as error:
        yield from problems_of(error, tree.content, GroupFile)
        return
    if part.group not in groups:
        meant = nearest(part.group, groups)
        remedy = f"Write {quoted(meant)}." if meant else f"Add it to `groups`, or write one of {listed(groups)}."
        yield Problem(("group",), f"the book has no group {quoted(part.group)}.", remedy)
    for index, entry in enumerate(part.indicators):
        if isinstance(entry, dict) and "group" in entry:
            fault = "the group is written once, at the head of the file."
            yield Problem((INDICATORS, index, "group"), fault, "Delete it here.")


def _rank(tree: Tree, groups: list[str]) -> int:
    group = tree.content.get("group") if isinstance(tree.content, dict) else None
    return groups.index(group) if group in groups else len(groups)


def _ids(groups: Node) -> list[str]:
    entries = groups if isinstance(groups, list) else []
    ids = [entry.get("id") for entry in entries if isinstance(entry, dict)]
    return [name for name in ids if isinstance(name, str)]
