"""What a key needs: the steps without which its findings are not found out, and which of its steps can stay."""

from typing import TYPE_CHECKING

from screen.practice.found import found_at
from screen.practice.keyed import keyed
from screen.practice.scene import ALERTED, is_question, offered
from screen.practice.score import conduct_of, forbidden

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


def needed_by(scene: "Scene", findings: "Collection[str]") -> tuple[str, ...]:
    """The steps of the key's path at which these are found, and the moves that what shows there waits for."""
    played, path = keyed(scene), scene.scenario.key.path
    items = {item for name in findings for item in found_at(scene, played, name)}
    needed, before = items & {*path}, set[str]()
    while before != needed:
        before = set(needed)
        needed |= {move for name in before for move in _waited(scene, played, name)} & {*path}
    return tuple(name for name in path if name in needed)


def private_in(scene: "Scene", path: "Collection[str]") -> tuple[str, ...]:
    """The moves of the key that make it private, where somebody could listen to a question of this path."""
    private = {move.id for move in scene.pack.moves if move.private == "yes"}
    asks = any(
        is_question(scene, stage, scene.book.item[item])
        for stage in scene.book.rulebook.stages
        for item in stage.items
        if item in path
    )
    return tuple(name for name in scene.scenario.key.path if name in private) if asks else ()


def stays_due(scene: "Scene") -> tuple[str, ...]:
    """The path without what is never reached, does not come about, comes too late or does harm."""
    played, barred = keyed(scene), {*forbidden(scene)}
    stages = {stage.id: stage for stage in scene.book.rulebook.stages}
    conduct = conduct_of(scene, played.steps)
    fit = {
        step.id
        for step in played.steps
        if (step.does == "look" and not {*step.counts} & barred)
        or (
            step.does == "move"
            and step.works == "yes"
            and conduct.get(step.id) == "done"
            and step.id in {move.id for move in offered(scene, stages.get(step.stage))}
        )
    }
    return tuple(name for name in scene.scenario.key.path if name in fit)


def _waited(scene: "Scene", played: "Keyed", name: str) -> "Iterator[str]":
    """The moves that what the key sees or does there waits for."""
    step = next((each for each in played.steps if each.does in ("look", "move") and each.id == name), None)
    told = scene.scenario.reveals if name in scene.book.item else scene.scenario.moves
    if step is None or step.reply is None or name not in told:
        return
    after = told[name][step.reply].after
    yield from after
    if ALERTED in after:
        yield from (move.id for move in scene.pack.moves if move.alerts == "yes")
