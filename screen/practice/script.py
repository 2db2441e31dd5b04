"""The script: a scenario's key as it would be played before somebody's eyes, entry by entry."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.keyed import BEGAN
from screen.practice.played import entry_of
from screen.practice.scene import done_in, happening_of, reply_of

if TYPE_CHECKING:
    from screen.core.screening import Entry
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Line(NamedTuple):
    """Words of the scenario: what a move brings about, or (without a move) what shows."""

    move: str
    shows: str


class Scripted(NamedTuple):
    """What is entered next, and the words of the scenario that come before it."""

    lines: tuple[Line, ...]
    entry: "Entry"


def script_of(scene: "Scene", keyed: "Keyed") -> tuple[Scripted, ...]:
    """The key's entries in their order. What only the pack says of an item is no word of the scenario."""
    moves = {move.id: move for move in scene.pack.moves}
    script, lines = list[Scripted](), list[Line]()
    for number, step in enumerate(keyed.steps):
        done = done_in(scene, keyed.steps[:number])
        if step.does == "move":
            lines.append(Line(moves[step.id].text, happening_of(scene, moves[step.id], done).shows))
        elif (entry := entry_of(step, BEGAN)) is not None:
            reply = reply_of(scene, step.id, done) if step.does == "answer" else None
            if reply is not None and reply.number is not None:
                lines.append(Line("", reply.reveal.shows))
            script.append(Scripted(tuple(lines), entry))
            lines.clear()
    return tuple(script)
