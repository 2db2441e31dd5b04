"""What a file says, as plain values that remember where each of them stands."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from screen.core.problem import Located, Place, Problem

Node: TypeAlias = dict[str, "Node"] | list["Node"] | str | int | bool | None


class Mark(NamedTuple):
    """Where a node stands. Lines and columns count from 1."""

    file: str
    line: int
    column: int


class Tree(NamedTuple):
    """The content of a file, and a mark for every place in it.

    What stands under a key is marked at its key, so that one mark serves an unknown key, an empty value and a wrong
    one; an entry of a list is marked where it begins, the root where the document begins.
    """

    content: Node
    marks: Mapping[Place, Mark]


def located(problem: Problem, marks: Mapping[Place, Mark]) -> Located:
    """The problem in its file: at the nearest place above it that was written."""
    prefixes = (problem.place[:length] for length in range(len(problem.place), -1, -1))
    mark = next((marks[place] for place in prefixes if place in marks), Mark("", 1, 1))
    return Located(*mark, problem.fault, problem.remedy, problem.warning, problem.place)


def in_order(problems: list[Located]) -> tuple[Located, ...]:
    """The problems as an author reads: file by file, from the top, each once."""
    return tuple(sorted(set(problems), key=lambda problem: problem[:3]))
