"""Finishing: after the own advice, what the tool makes of the same marks."""

from typing import TYPE_CHECKING

from screen.reports.facts import result_of
from screen.terminal.console import Closed, Console, Hidden, calmly
from screen.terminal.ending import show_page
from screen.terminal.page import advice_page, reasons_page

if TYPE_CHECKING:
    from screen.core.screening import Screening
    from screen.terminal.practice.lesson import Lesson


def show_tool(lesson: "Lesson", screening: "Screening") -> None:
    """The two pages of the end, from the learner's marks; turned by a live learner. Raises KeyboardInterrupt."""
    console, result = lesson.console, result_of(lesson.scene.book, screening, lesson.now())
    console.write()
    console.write("What the tool says of your marks:")
    for page in (
        advice_page(result, plain=console.plain),
        reasons_page(result, lesson.contacts(), plain=console.plain),
    ):
        show_page(console, page)
        if console.is_live:
            _turn(console, page)


def _turn(console: Console, page: list[str]) -> None:
    """Wait for Enter; hidden, the page comes again."""
    while True:
        try:
            calmly(console, "Enter goes on > ", "Your advice is given.")
        except Hidden:
            show_page(console, page)
            continue
        except Closed:
            return
        return
