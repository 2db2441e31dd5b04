"""A demonstration: the key of a scenario, or a file of answers, played through the real walk, hands free."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.answering import given_screening
from screen.cli.codes import USAGE
from screen.cli.opening import open_book
from screen.cli.practising.library import find_scenario, open_library, scene_of
from screen.cli.screening import start_screening
from screen.core.screening import Answer, Entry, Sign
from screen.core.walk import Question, Wish
from screen.practice.checking import misnamed
from screen.practice.checking.draft import Draft
from screen.practice.keyed import keyed
from screen.practice.script import Line, Scripted, script_of
from screen.storage.scenarios import SCENARIOS
from screen.storage.shipped import shipped_folder
from screen.terminal.console import open_console
from screen.terminal.question import Shown, show_question
from screen.terminal.signs import ask_swap, show_rule

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.practice.scene import Scene
    from screen.terminal.console import Console

SHOWN = "red-band"
"""The scenario that is played where none is named."""

LONGEST = 6.0
"""Seconds that all pauses together take, so that the whole stays under ten."""

Next = Callable[[Question], Scripted | None]
"""What is entered at a question, and what shows before it; None where nothing is left."""


def play(path: Path | None, scenario: str | None, *, plain: bool, rulebook: Path | None) -> int:
    """Play the answers in a file, or the key of a scenario; the exit code. Raises Unreadable."""
    if path is not None:
        book = open_book(rulebook)
        answers = given_screening(book, path).answers
        _start(book, _given(answers), len(answers), (), plain=plain, rulebook=rulebook)
        return 0
    scene = open_scene(rulebook, scenario)
    if misnamed(Draft(scene, scene.scenario.id)):
        print("This rulebook has no demonstration. Name a file with --answers.", file=sys.stderr)
        return USAGE
    script, secondary = script_of(scene, keyed(scene)), scene.scenario.place == "secondary"
    _start(scene.book, _scripted(script), len(script), first_lines(scene), plain=plain, rulebook=rulebook,
           secondary=secondary)  # fmt: skip
    return 0


def open_scene(rulebook: Path | None, scenario: str | None = None) -> "Scene":
    """The scenario named, or the shipped one, by this rulebook. Raises Unreadable."""
    library = open_library(rulebook, None if scenario else shipped_folder() / SCENARIOS)
    return scene_of(library, find_scenario(library, scenario or SHOWN).scenario)


def first_lines(scene: "Scene") -> tuple[Line, ...]:
    """What is known and seen before the first question."""
    told = scene.scenario
    return tuple(Line("", text) for text in (f"{told.title}. {told.lane}.", told.brief, *told.seen))


def _start(
    book: "Book",
    then: Next,
    size: int,
    opening: tuple[Line, ...],
    *,
    plain: bool,
    rulebook: Path | None,
    secondary: bool = False,
) -> None:
    console = open_console(plain=plain)
    pause = LONGEST / max(size, 1) if console.is_live else 0.0
    ask = _played(console, book, then, pause, [opening])
    start_screening(plain=plain, rulebook=rulebook, secondary=secondary, ask=ask)


def _given(answers: dict[str, Answer]) -> Next:
    """The answers of a file, wherever they are asked for."""

    def then(question: Question) -> Scripted | None:
        answer = answers.get(question.item.id)
        return None if answer is None else Scripted((), answer)

    return then


def _scripted(script: tuple[Scripted, ...]) -> Next:
    """The script in its order."""
    left = list(script)

    def then(_: Question) -> Scripted | None:
        return left.pop(0) if left else None

    return then


def _played(
    console: "Console", book: "Book", then: Next, pause: float, opening: list[tuple[Line, ...]]
) -> Callable[[Question], Entry | Wish]:
    """Puts each question on the screen, says what shows, and enters what comes next; ends where nothing does.

    The opening is said once, before the first question.
    """

    def ask(question: Question) -> Entry | Wish:
        scripted = then(question)
        if scripted is None:
            return Wish.LEAVE
        show_lines(console, opening.pop() if opening else ())
        show_question(console, book, question, Shown(book.rulebook.languages[0].id))
        show_lines(console, scripted.lines)
        if isinstance(scripted.entry, Answer):
            _type(console, book, question, scripted.entry)
        elif isinstance(scripted.entry, Sign):
            console.write(f"> s {book.indicator[scripted.entry.indicator].title}")
        console.out.flush()
        time.sleep(pause)
        return scripted.entry

    return ask


def show_lines(console: "Console", lines: tuple[Line, ...]) -> None:
    """The words of a scenario."""
    for line in lines:
        if line.move:
            console.write(line.move, "move: ", "  ")
        console.write(line.shows, "scene: ", "  ")


def _type(console: "Console", book: "Book", question: Question, answer: Answer) -> None:
    """The keys of an answer, and what the screen says of the signs that it keeps."""
    booth = question.stage.booth == "yes"
    digits = {option.id: str(digit) for digit, option in question.options}
    keys = "".join(digits.get(option, "") for option in answer.picked)
    console.write(f"> {keys or {'answered': '0', 'declined': 'd'}.get(answer.state, 'u')}")
    for digit, option in question.options:
        for name in option.shows if option.id in answer.picked else ():
            show_rule(console, book.indicator[name], f"{digit} ", booth=booth)
            ask_swap(console, book, booth=booth)
            console.write("> y")
