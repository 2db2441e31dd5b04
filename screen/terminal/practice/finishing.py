"""Finishing: after the own advice, what the tool makes of the same marks."""

from typing import TYPE_CHECKING, NamedTuple

from screen.reports.facts import result_of
from screen.terminal.console import Closed, Console, Hidden, calmly
from screen.terminal.ending import show_page
from screen.terminal.explain import show_routes
from screen.terminal.page import advice_page, reasons_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from screen.core.screening import Screening
    from screen.terminal.practice.lesson import Lesson


def show_tool(lesson: "Lesson", screening: "Screening") -> None:
    """The two pages of the end, from the learner's marks; turned by a live learner, else in full.

    Raises KeyboardInterrupt.
    """
    console, result = lesson.console, result_of(lesson.scene.book, screening, lesson.now())
    plain, contacts, live = console.plain, lesson.contacts(), console.is_live
    console.write()
    console.write("What the tool says of your marks (practice: nobody is to be called):")
    advice = advice_page(result, plain=plain)
    whole = reasons_page(result, contacts, plain=plain, full=True)
    reasons = reasons_page(result, contacts, plain=plain) if live else whole
    more = dict[str, _More]()
    if result.book.opens_routes(result.assessment.disposition) and not result.is_booth:
        more["?"] = _More("? other help", lambda: show_routes(console, result.book))
    if whole != reasons:
        more["m"] = _More("m all reasons", lambda: show_page(console, whole))
    for page in (advice, reasons):
        show_page(console, page)
        if live:
            _turn(console, page, more)


class _More(NamedTuple):
    """What else can be shown behind a page: its words at the prompt, and what shows it."""

    words: str
    show: "Callable[[], None]"


def _turn(console: Console, page: list[str], more: "dict[str, _More]") -> None:
    """Wait for Enter; hidden, the page comes again."""
    words = " | ".join(("Enter goes on", *(each.words for each in more.values()), "h hide"))
    while True:
        try:
            typed = calmly(console, f"{words} > ", "Your advice is given.").strip().lower()
        except Hidden:
            show_page(console, page)
            continue
        except Closed:
            return
        if not typed:
            return
        if typed in more:
            more[typed].show()
        else:
            console.write("One of the keys below.")
