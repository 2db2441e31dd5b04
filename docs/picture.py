"""Pictures of a walk, made by the program: `python docs/picture.py` writes docs/walk.svg and docs/plain-walk.txt.

The key of the scenario that `htscreen demo` plays is typed, key by key, into the real loop: nothing in the pictures is
written by hand.
"""

import io
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console as RichConsole
from rich.text import Text

from screen.cli.demonstration import first_lines, open_scene, show_lines
from screen.cli.opening import contacts_of
from screen.core.encounter import Person
from screen.core.screening import Answer, Screening
from screen.practice.keyed import keyed
from screen.practice.script import script_of
from screen.storage.shipped import shipped_folder
from screen.terminal.console import Console
from screen.terminal.desk import Desk
from screen.terminal.encounter import meet
from screen.terminal.prompts import Prompts
from screen.terminal.question import show_opening, show_question

if TYPE_CHECKING:
    from screen.core.screening import Entry
    from screen.core.walk import Question, Wish
    from screen.reports.facts import Result

HERE = Path(__file__).parent
PICTURE, TRANSCRIPT = HERE / "walk.svg", HERE / "plain-walk.txt"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CUT = "[...]"
SHOWN = (("At the booth - question 4", "Noted."), ("REFER", "Do not"), ("Signs noted together", "! "))
"""What the picture shows: from the line that begins so, up to the one that begins so. The cuts are marked."""


class Keyboard(io.StringIO):
    """Types the lines it is given, so that they stand in the output as they would on a terminal."""

    def __init__(self, out: io.StringIO) -> None:
        super().__init__()
        self.out = out
        self.lines: list[str] = []

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override] # typeshed says bytes
        """The next line, which is seen as it is typed."""
        line = self.lines.pop(0)
        self.out.write(line)
        return line + "\n"


def walked(*, plain: bool) -> str:
    """What a terminal shows of the demonstration's scenario, from its first line to its last."""
    scene, out = open_scene(shipped_folder()), io.StringIO()
    keyboard = Keyboard(out)
    console = Console(out, keyboard, plain=plain, styled=not plain)
    prompts, left = Prompts(console, scene.book), list(script_of(scene, keyed(scene)))
    show_lines(console, first_lines(scene))

    def ask(question: "Question") -> "Entry | Wish":
        lines, answer = left.pop(0)
        if not isinstance(answer, Answer):
            raise TypeError("the scenario in the picture finds its signs by items alone")
        chosen = [(str(digit), option) for digit, option in question.options if option.id in answer.picked]
        unknown = {"could-not-tell": "u", "declined": "d"}.get(answer.state, "0")
        keyboard.lines = ["".join(digit for digit, _ in chosen) or unknown]
        keyboard.lines += ["y"] * sum(len(option.shows) for _, option in chosen)
        if question.stage.id != prompts.stage:
            show_opening(console, question)
        show_question(console, scene.book, question, prompts.shown(question))
        prompts.stage, prompts.told = question.stage.id, True
        show_lines(console, lines)
        reply = prompts.reply(question)
        if reply is None:
            raise TypeError("a key in the picture answers nothing")
        return reply

    def save(_result: "Result", _began: datetime, _name: str) -> str:
        raise OSError("a picture keeps nothing")

    desk = Desk(console, scene.book, lambda: NOON, lambda: contacts_of(scene.book, None), save)
    meet(desk, (Person(NOON, Screening()),), ask)
    return out.getvalue()


def excerpt(walk: str) -> str:
    """The parts of a walk that the picture shows."""
    lines, parts = walk.split("\n"), []
    for first, last in SHOWN:
        starts = [number for number, line in enumerate(lines) if bare(line).startswith(first)]
        start = starts[0]
        end = next(number for number in range(start, len(lines)) if lines[number].startswith(last))
        parts.append("\n".join(lines[start : end + 1 if last == "Noted." else end]))
    return f"\n{CUT}\n".join(parts)


def bare(text: str) -> str:
    """The text without escape sequences."""
    return re.sub(r"\x1b\[\d*m", "", text)


def drawn(text: str) -> str:
    """A terminal's text as an SVG that asks the network for nothing: no web font, no link."""
    console = RichConsole(record=True, width=80, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(text))
    svg = console.export_svg(title="htscreen")
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code, monospace", "ui-monospace, Consolas, Menlo, monospace")


if __name__ == "__main__":
    PICTURE.write_text(drawn(excerpt(walked(plain=False))), encoding="utf-8", newline="\n")
    TRANSCRIPT.write_text(walked(plain=True), encoding="utf-8", newline="\n")
