"""Acting: a learner looks, asks or does something, and what comes of it is told in words that weigh nothing."""

import textwrap
from typing import TYPE_CHECKING

from screen.practice.played import looked, moved
from screen.practice.scene import ALERTED, done_in, happening_at, offered, reply_at
from screen.terminal.console import COLUMNS
from screen.terminal.keys import Slip
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.shape.attempt import Step
    from screen.core.shape.interview import Stage
    from screen.core.shape.pack import Move
    from screen.core.walk import Question
    from screen.practice.scene import Scene
    from screen.terminal.console import Console
    from screen.terminal.practice.lesson import Lesson

LEADS = {"said": "You ask.", "seen": "You look.", "record": "You check."}
TRAINER = "Trainer: number on the role card, Enter the one that fits, b not done > "


def look(lesson: "Lesson", steps: "Sequence[Step]", question: "Question", at: int) -> "Step | Slip | None":
    """Look or ask at this item and tell what shows; None if it was not done after all.

    To read again what came is free; to ask again what was answered counts, and so is asked for twice.
    """
    console, scene, item = lesson.console, lesson.scene, question.item
    step, reply = looked(scene, steps, question, at)
    if item.learned == "judged" and reply is None:
        return Slip("This is for you to judge: there is nothing to look at or to ask.")
    if any(each.does == "look" and each.id == item.id and each.reply == step.reply for each in steps):
        if not lesson.facilitated and reply is not None:
            _tell(console, f"So far: {reply.reveal.shows}")
        if console.read("Done already. Enter leaves it, o does it once more > ").strip().lower() != "o":
            return None
    if lesson.facilitated:
        words = "Ask it. The trainer answers." if item.learned == "said" else "Look. The trainer tells you."
        number = _chosen(console, words, len(scene.scenario.reveals.get(item.id, ())))
        if number is None:
            return None
        step, _ = looked(scene, steps, question, at, reply_at(scene, item.id, number))
    else:
        shown = "Nothing comes of it." if reply is None else reply.reveal.shows
        _tell(console, f"{LEADS.get(item.learned, 'You look.')} {shown}")
    for move in scene.pack.moves:
        if move.id in step.counts:
            _tell(console, move.shows)
    return step


def do(lesson: "Lesson", steps: "Sequence[Step]", stage: "Stage | None", typed: str, at: int) -> "Step | Slip | None":
    """Make the move of the number typed, or of one chosen from the list; None if none was made."""
    console, scene = lesson.console, lesson.scene
    moves = numbered(scene, stage)
    if not typed:
        show_moves(console, scene, steps, moves)
        typed = console.read("Number, or Enter for none > ").strip().lower().removeprefix("m").strip()
    if not typed:
        return None
    move = moves.get(int(typed)) if typed.isascii() and typed.isdecimal() and len(typed) < COLUMNS else None
    if move is None:
        return Slip("None of that number can be done here. m alone lists what can be.")
    step, happening = moved(scene, steps, move, "" if stage is None else stage.id, at)
    _tell(console, f"{move.text}.")
    if lesson.facilitated:
        number = _chosen(console, "Do it. The trainer answers.", len(scene.scenario.moves.get(move.id, ())))
        if number is None:
            return None
        given = happening_at(scene, move, number)
        return moved(scene, steps, move, step.stage, at, given)[0]
    _tell(console, happening.shows)
    alerted = scene.scenario.alerted
    if alerted is not None and ALERTED in done_in(scene, (*steps, step)) - done_in(scene, steps):
        _tell(console, alerted)
    return step


def numbered(scene: "Scene", stage: "Stage | None") -> "dict[int, Move]":
    """The moves that can be made in this stage, each by its number: the same in every stage.

    In the order of their words, since that of the pack would tell what comes first, and what is not to be done.
    """
    listed = sorted((move for move in scene.pack.moves if move.noticed is None), key=lambda move: move.text.lower())
    here = {move.id for move in offered(scene, stage)}
    return {number: move for number, move in enumerate(listed, start=1) if move.id in here}


def show_moves(console: "Console", scene: "Scene", steps: "Sequence[Step]", moves: "dict[int, Move]") -> None:
    """What can be done, a line each, so that all of it stays on one screen; what was done already is marked."""
    done = done_in(scene, steps)
    console.write("You can:")
    for number, move in moves.items():
        label, rest = f" {number:>2} ", " (done)" if move.id in done else ""
        if console.plain:
            console.write(f"{move.text}{rest}", f"move {number}: ", "  ")
            continue
        text = textwrap.shorten(printable(move.text), COLUMNS - 1 - len(label) - len(rest), placeholder="...")
        console.write(f"{text}{rest}", label, "    ")


def _tell(console: "Console", text: str) -> None:
    """What comes of it: a line of its own, apart from the questions."""
    console.write(text, "then: " if console.plain else "  ", "  ")


def _chosen(console: "Console", words: str, most: int) -> int | None:
    """Which reply of the role card the trainer gave, counted from 0; -1: the one that fits; None: it was not done."""
    console.write(words)
    while True:
        typed = console.read(TRAINER if most else "Trainer: Enter it is done, b not done > ").strip().lower()
        if typed == "b":
            return None
        if not typed:
            return -1
        if typed.isascii() and typed.isdecimal() and len(typed) < COLUMNS and 1 <= int(typed) <= most:
            return int(typed) - 1
        console.write(f"The role card has replies 1 to {most} here." if most else "The role card has no reply here.")
