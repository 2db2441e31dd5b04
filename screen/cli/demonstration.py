"""A demonstration: a file of answers played through the real walk, hands free."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.answering import given_screening
from screen.cli.codes import USAGE
from screen.cli.opening import open_book, rulebook_path
from screen.cli.screening import start_screening
from screen.core.problem import Unreadable
from screen.core.screening import Answer, Entry
from screen.core.walk import Question, Wish
from screen.storage.shipped import shipped_folder
from screen.terminal.console import open_console
from screen.terminal.prompts import show_question
from screen.terminal.signs import ask_swap, show_rule

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.terminal.console import Console

LONGEST = 6.0
"""Seconds that all pauses together take, so that the whole stays under ten."""


def play(path: Path | None, *, plain: bool, rulebook: Path | None) -> int:
    """Play the answers in a file, the shipped ones by default; the exit code. Raises Unreadable."""
    book, console = open_book(rulebook), open_console(plain=plain)
    try:
        answers = given_screening(book, path or shipped_folder() / "scenarios" / "demo.yaml").answers
    except Unreadable:
        if path is not None or rulebook_path(rulebook) == shipped_folder():
            raise
        print("This rulebook has no demonstration. Name a file with --answers.", file=sys.stderr)
        return USAGE
    pause = LONGEST / max(len(answers), 1) if console.is_live else 0.0
    start_screening(plain=plain, rulebook=rulebook, ask=_played(console, book, answers, pause))
    return 0


def _played(
    console: "Console", book: "Book", answers: dict[str, Answer], pause: float
) -> Callable[[Question], Entry | Wish]:
    """Puts each question on the screen and gives the answer from the file; ends where the file has none."""

    def ask(question: Question) -> Entry | Wish:
        answer = answers.get(question.item.id)
        if answer is None:
            return Wish.LEAVE
        show_question(console, book, question, book.rulebook.languages[0].id, first=False)
        digits = {option.id: str(digit) for digit, option in question.options}
        keys = "".join(digits.get(option, "") for option in answer.picked)
        console.write(f"> {keys or {'answered': '0', 'declined': 'd'}.get(answer.state, 'u')}")
        for digit, option in question.options:
            for name in option.shows if option.id in answer.picked else ():
                show_rule(console, book.indicator[name], f"{digit} ", booth=question.stage.booth == "yes")
                ask_swap(console, book, booth=question.stage.booth == "yes")
                console.write("> y")
        console.out.flush()
        time.sleep(pause)
        return answer

    return ask
