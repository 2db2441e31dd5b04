"""A file of answers, read and held against what fits."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from screen.core.problem import Problem, Unreadable
from screen.core.shape.answers import Answers
from screen.storage.folder import read_bytes
from screen.storage.reading import read_text
from screen.storage.strict import read_tree
from screen.storage.tree import in_order, located

MOST = 1 << 20
"""Bytes read from standard input before it is called too much."""


def read_answers(path: Path, misfits: Callable[[Answers], Iterable[Problem]]) -> Answers:
    """The answers in a YAML or JSON file, or on standard input for `-`. Raises Unreadable with every problem."""
    name = "standard input" if str(path) == "-" else str(path)
    text = sys.stdin.buffer.read(MOST + 1) if str(path) == "-" else read_bytes(path)
    answers = read_text(text, name, Answers)
    found = [located(problem, read_tree(text, name).marks) for problem in misfits(answers)]
    if found:
        raise Unreadable(in_order(found))
    return answers
