"""A trainer's mapping, read and held against what there is to map."""

from collections.abc import Callable, Iterable
from pathlib import Path

from screen.core.problem import Problem, Unreadable
from screen.core.shape.mapping import TrainerMapping
from screen.storage.reading import read_marked
from screen.storage.tree import in_order, located


def read_mapping(path: Path, misfits: Callable[[TrainerMapping], Iterable[Problem]]) -> TrainerMapping:
    """The mapping in a YAML or JSON file. Raises Unreadable with every problem."""
    mapping, tree = read_marked(path, TrainerMapping)
    if found := [located(problem, tree.marks) for problem in misfits(mapping)]:
        raise Unreadable(in_order(found))
    return mapping
