"""The checks of a pack and of scenarios: each fault as a Problem at its place."""

from typing import TYPE_CHECKING

from screen.practice.checking.clues import CHECKS as CLUES
from screen.practice.checking.naming import CHECKS as NAMES
from screen.practice.checking.packing import CHECKS as PACK
from screen.practice.checking.playing import played_problems
from screen.practice.checking.waiting import CHECKS as WAITING
from screen.practice.checking.wording import CHECKS as WORDS

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.problem import Problem
    from screen.core.shape.pack import Pack
    from screen.practice.checking.draft import Draft

CHECKS = (*NAMES, *WORDS, *CLUES)
"""What is asked of every scenario as it is written."""


def check_pack(book: "Book", pack: "Pack") -> "tuple[Problem, ...]":
    """All that is wrong with a pack."""
    return tuple(problem for check in PACK for problem in check(book, pack))


def misnamed(draft: "Draft") -> "tuple[Problem, ...]":
    """What in a scenario and its pack the rulebook does not know; nothing can be played before."""
    scene = draft.scene
    return (*(problem for check in NAMES for problem in check(draft)), *check_pack(scene.book, scene.pack))


def check_scenario(draft: "Draft") -> "tuple[Problem, ...]":
    """All that is wrong with a scenario. It is played once every name in it is right and all can come."""
    found = tuple(problem for check in CHECKS for problem in check(draft))
    if misnamed(draft):
        return found
    waiting = tuple(problem for check in WAITING for problem in check(draft))
    return (*found, *(waiting or played_problems(draft.scene)))
