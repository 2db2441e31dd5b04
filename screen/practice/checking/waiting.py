"""Checks that what waits for moves can come: the moves can be done, and nothing comes in its place."""

from typing import TYPE_CHECKING

from screen.core.checks.sentence import named
from screen.core.problem import Place, Problem
from screen.practice.checking.draft import replies
from screen.practice.scene import ALERTED, happening_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.core.shape.pack import Move
    from screen.practice.checking.draft import Draft
    from screen.practice.scene import Scene


def check_after(draft: "Draft") -> "Iterator[Problem]":
    """What waits for a move waits for one that can come about; moves that wait for one another never do."""
    scene = draft.scene
    doable = doable_in(scene)
    for place, after in _afters(draft):
        for at, name in named((*place, "after"), after):
            if name not in doable:
                yield Problem(at, _why_never(scene, name, doable), "Let it come about, or delete what waits for it.")


def check_in_time(draft: "Draft") -> "Iterator[Problem]":
    """What shows at an item waits for no move that can be made only in a later stage."""
    stages = draft.scene.book.rulebook.stages
    first = {move.id: _first(draft.scene, move) for move in draft.scene.pack.moves}
    for place, item, told in replies(draft.scene.scenario):
        last = max((n for n, stage in enumerate(stages) if item in stage.items), default=len(stages))
        for number, reveal in enumerate(told):
            for at, name in named((*place, number, "after"), reveal.after):
                if first.get(name, 0) > last:
                    fault = f"`{name}` can be made only after `{item}` was asked for the last time."
                    yield Problem(at, fault, "Let it wait for another move, or for none.")


def check_in_place(draft: "Draft") -> "Iterator[Problem]":
    """Every reply and reaction can come: of several the last that fits comes, so what waits for more stands last."""
    scenario = draft.scene.scenario
    told = [(place, [each.after for each in reveals]) for place, _, reveals in replies(scenario)]
    told += [(("moves", move), [each.after for each in reactions]) for move, reactions in scenario.moves.items()]
    for place, afters in told:
        for number, after in enumerate(afters):
            if any(set(later) <= set(after) for later in afters[number + 1 :]):
                fault = "this never comes: one below it waits for no more than this, and comes in its place."
                yield Problem((*place, number), fault, "Put what waits for more last.")


def doable_in(scene: "Scene") -> set[str]:
    """The moves that can come about here, and `alerted` if the companion can be."""
    done, before = set[str](), None
    while before != done:
        before = set(done)
        for move in scene.pack.moves:
            happenings = [happening_of(scene, move, after) for after in _tries(scene, move, done)]
            if move.noticed is None and any(each.works for each in happenings):
                done.add(move.id)
            alerts = move.noticed is None and any(each.alerts for each in happenings)
            if alerts and scene.scenario.companion is not None:
                done.add(ALERTED)
    return done


def _tries(scene: "Scene", move: "Move", done: set[str]) -> "Iterator[tuple[str, ...]]":
    """After which moves it can be tried: none, or those that one of its reactions waits for."""
    yield ()
    yield from (each.after for each in scene.scenario.moves.get(move.id, ()) if set(each.after) <= done)


def _afters(draft: "Draft") -> "Iterator[tuple[Place, tuple[str, ...]]]":
    for place, _, told in replies(draft.scene.scenario):
        yield from (((*place, number), each.after) for number, each in enumerate(told))
    for move, reactions in draft.scene.scenario.moves.items():
        yield from ((("moves", move, number), each.after) for number, each in enumerate(reactions))


def _first(scene: "Scene", move: "Move") -> int:
    """The number of the first stage in which a move can be made."""
    stages = scene.book.rulebook.stages
    return next((n for n, stage in enumerate(stages) if not move.stages or stage.id in move.stages), 0)


def _why_never(scene: "Scene", name: str, doable: set[str]) -> str:
    if name == ALERTED:
        nobody = scene.scenario.companion is None
        return "nobody is there who could be alerted." if nobody else "no move here alerts the companion."
    if any(move.id == name and move.noticed is not None for move in scene.pack.moves):
        return f"`{name}` counts by itself, and is never done."
    if ring := _ring(scene, [name], doable):
        return f"{', which waits for '.join(f'`{each}`' for each in ring)}: a loop.".replace(", which", "", 1)
    return f"`{name}` never comes about here."


def _ring(scene: "Scene", way: "Sequence[str]", doable: set[str]) -> "Sequence[str]":
    """The moves from this one on that wait for one another, the last being one of those before; none if none do."""
    reactions = scene.scenario.moves.get(way[-1], ())
    for name in (each for reaction in reactions if reaction.works == "yes" for each in reaction.after):
        if name in way:
            return (*way[way.index(name) :], name)
        if name not in doable and (found := _ring(scene, (*way, name), doable)):
            return found
    return ()


CHECKS = (check_after, check_in_time, check_in_place)
