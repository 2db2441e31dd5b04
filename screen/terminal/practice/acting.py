"""Acting: a learner looks, asks or does something, and what comes of it is told in words that weigh nothing."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.played import looked, moved
from screen.practice.scene import ALERTED, done_in, happening_at, offered, reply_at
from screen.terminal.console import COLUMNS, ROWS, wrapped
from screen.terminal.keys import Slip
from screen.terminal.letters import printable
from screen.terminal.prompts import Instead

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from screen.core.shape.attempt import Step
    from screen.core.shape.interview import Stage
    from screen.core.shape.pack import Move
    from screen.core.walk import Question
    from screen.practice.scene import Scene
    from screen.terminal.console import Console
    from screen.terminal.practice.lesson import Lesson

LEADS = {"said": "You ask.", "seen": "You look.", "record": "You check."}
LISTED = ROWS - 2
"""The rows of a page of the list: one is for its heading, and the last for the prompt."""

TRAINER = "Trainer: number on the role card, Enter the one that fits, b not done > "


class Line(NamedTuple):
    """A line of the list of moves, and what stands before it."""

    label: str
    text: str


def look(lesson: "Lesson", steps: "Sequence[Step]", question: "Question", at: int) -> "Step | Slip | Instead | None":
    """Look or ask at this item and tell what shows; None if it was not done after all.

    To read again what came is free; to ask again what was answered counts, and so is asked for twice. What else is
    typed there is meant for the question.
    """
    console, scene, item = lesson.console, lesson.scene, question.item
    step, reply = looked(scene, steps, question, at)
    if item.learned == "judged" and reply is None:
        return Slip("This is for you to judge: there is nothing to look at or to ask.")
    if any(each.does == "look" and each.id == item.id and each.reply == step.reply for each in steps):
        if not lesson.facilitated and reply is not None:
            _tell(console, f"So far: {reply.reveal.shows}")
        typed = console.read("Done already. Enter leaves it, o does it once more > ").strip()
        if typed.lower() != "o":
            return Instead(typed) if typed else None
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
    move = _typed(moves, typed) if typed else _listed(console, moves, done_in(scene, steps))
    if move is None:
        return Slip("None of that number can be done here. m alone lists what can be.") if typed else None
    step, happening = moved(scene, steps, move, "" if stage is None else stage.id, at)
    console.write(f"{move.text}.", "you: " if console.plain else "  ", "  ")
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


def _typed(moves: "dict[int, Move]", typed: str) -> "Move | None":
    """The move of the number typed."""
    return moves.get(int(typed)) if typed.isascii() and typed.isdecimal() and len(typed) < COLUMNS else None


def _listed(console: "Console", moves: "dict[int, Move]", done: "Collection[str]") -> "Move | None":
    """A move chosen from the list, which waits for a number until Enter; it comes in pages no longer than a screen."""
    pages = list_pages(console, moves, done)
    _show(console, pages.pop(0))
    while True:
        prompt = "Number, Enter shows the rest > " if pages else "Number, Enter goes back to the question > "
        typed = console.read(prompt).strip().lower().removeprefix("m").strip()
        if typed in ("", "b"):
            if not pages or typed:
                return None
            _show(console, pages.pop(0))
            continue
        move = _typed(moves, typed)
        if move is not None:
            return move
        console.write(
            "Each line is something that you can do here beside asking. Its number does it, and you see what comes "
            "of it. Enter leaves the list."
            if typed == "?"
            else "Type one of the numbers, or Enter for none."
        )


def numbered(scene: "Scene", stage: "Stage | None") -> "dict[int, Move]":
    """The moves that can be made in this stage, each by its number: the same in every stage.

    In the order of their words, since that of the pack would tell what comes first, and what is not to be done.
    """
    listed = sorted((move for move in scene.pack.moves if move.noticed is None), key=lambda move: move.text.lower())
    here = {move.id for move in offered(scene, stage)}
    return {number: move for number, move in enumerate(listed, start=1) if move.id in here}


def list_pages(console: "Console", moves: "dict[int, Move]", done: "Collection[str]") -> list[list[Line]]:
    """What can be done, in full, what was done already marked; where a person sits at it in pages of even length."""
    lines = [
        Line(f"move {number}: " if console.plain else f" {number:>2} ", f"{move.text}{' (done)' * (move.id in done)}")
        for number, move in moves.items()
    ]
    rows = sum(_rows(line) for line in lines)
    many = -(-rows // LISTED) if console.is_live else 1
    pages: list[list[Line]] = [[]]
    for line in lines:
        if len(pages) < many and sum(map(_rows, pages[-1])) >= rows / many:
            pages.append([])
        pages[-1].append(line)
    return pages


def _rows(line: Line) -> int:
    return wrapped(printable(line.text), line.label, "    ").count("\n") + 1


def _show(console: "Console", page: list[Line]) -> None:
    console.write("You can:")
    for line in page:
        console.write(line.text, line.label, "    ")


def _tell(console: "Console", text: str) -> None:
    """What comes of it: a line of its own, apart from the questions."""
    console.write(text, "then: " if console.plain else "  ", "  ")


def _chosen(console: "Console", words: str, most: int) -> int | None:
    """Which reply of the role card the trainer gave, counted from 0; -1: the one that fits; None: it was not done."""
    console.write(words, "note: " if console.plain else "")
    while True:
        typed = console.read(TRAINER if most else "Trainer: Enter it is done, b not done > ").strip().lower()
        if typed == "b":
            return None
        if not typed:
            return -1
        if typed.isascii() and typed.isdecimal() and len(typed) < COLUMNS and 1 <= int(typed) <= most:
            return int(typed) - 1
        console.write(f"The role card has replies 1 to {most} here." if most else "The role card has no reply here.")
