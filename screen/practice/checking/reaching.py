"""Checks of a played key: everything in its path is reached, in its order, and can be entered."""

from typing import TYPE_CHECKING

from screen.core.branch import is_asked
from screen.core.problem import Problem
from screen.core.stop import stop_of
from screen.practice.scene import offered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.practice.checking.keying import Played


def check_reached(each: "Played") -> "Iterator[Problem]":
    """Every item of the key's path is asked: none is hidden, and the questions have not stopped before."""
    for number, name in enumerate(each.scene.scenario.key.path):
        if name in each.scene.book.item and name not in each.keyed.asked:
            yield Problem(("key", "path", number), f"`{name}` is out of reach: {_why_not(each, name)}.",
                          "Mend what is marked before it, or take it out of the path.")  # fmt: skip


def _why_not(each: "Played", name: str) -> str:
    book = each.scene.book
    if stop_of(book, each.keyed.assessment) != "never":
        return "the questions have stopped before"
    asked_in = [stage.id for stage in book.rulebook.stages if name in stage.items]
    stages = {step.stage for step in each.keyed.steps}
    return "it is hidden as things stand" if stages & {*asked_in} else "the walk ends before its stage"


def check_made(each: "Played") -> "Iterator[Problem]":
    """Every move of the key's path can be made where it stands, and comes about there."""
    stages, path = {stage.id: stage for stage in each.scene.book.rulebook.stages}, each.scene.scenario.key.path
    for step in each.keyed.steps:
        if step.does != "move":
            continue
        place = ("key", "path", path.index(step.id))
        if step.id not in [move.id for move in offered(each.scene, stages.get(step.stage))]:
            yield Problem(place, f"`{step.id}` cannot be made in the stage `{step.stage}`.", "Move it, or take it out.")
        elif step.works == "no":
            yield Problem(place, f"`{step.id}` does not come about here.", "Move it, or take it out of the path.")


def check_order(each: "Played") -> "Iterator[Problem]":
    """The key's path stands in the order in which the walk comes to it."""
    path = each.scene.scenario.key.path
    walked = [step.id for step in each.keyed.steps if step.does in ("move", "look")]
    for name, due in zip([each_ for each_ in path if each_ in walked], walked, strict=True):
        if name != due:
            place = ("key", "path", path.index(name))
            yield Problem(place, f"the walk comes to `{due}` before `{name}`.", "Put the two in this order.")
            return


def check_said(each: "Played") -> "Iterator[Problem]":
    """Something is said of every item that is asked on the way."""
    for item in each.keyed.silent:
        fault = f"`{item}` is asked, and neither the scenario nor the pack says anything of it."
        yield Problem(("reveals",), fault, f"Write `{item}` under `reveals`, or under `judged` of the key.")


def check_shown(each: "Played") -> "Iterator[Problem]":
    """Every option that the key ticks is shown where it is ticked."""
    book, evidence = each.scene.book, each.keyed.assessment.evidence
    for step in each.keyed.steps:
        for option in step.picked if step.does == "answer" else ():
            if not is_asked(book, f"{step.id}/{option}", evidence.answered):
                fault = f"the option `{option}` of `{step.id}` is hidden as things stand, so nobody can tick it."
                yield Problem(("reveals", step.id), fault, "Write it under `signs`, or let it show elsewhere.")


CHECKS = (check_reached, check_made, check_order, check_said, check_shown)
