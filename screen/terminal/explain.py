"""Behind the `?`: why an item is asked, when its signs are marked, what the words mean, other help."""

from typing import TYPE_CHECKING

from screen.terminal.keys import KEYS
from screen.terminal.signs import show_rule

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.walk import Question
    from screen.terminal.console import Console


def show_why(console: "Console", book: "Book", question: "Question", rest: str) -> None:
    """Why the item is asked and from which source; with a number behind the `?`, one of the longer texts."""
    booth = question.stage.booth == "yes"
    texts = book.rulebook.explanations
    if rest and not booth:
        if rest.isdecimal() and 1 <= int(rest) <= len(texts):
            text = texts[int(rest) - 1]
            console.head(text.title)
            console.write(text.text)
            console.write(f"Source: {', '.join(text.sources)}")
        else:
            console.write(f"? and a number from 1 to {len(texts)}.")
        return
    if question.item.why:
        console.write(f"Why: {question.item.why}")
    for digit, option in question.options:
        for name in option.shows:
            show_rule(console, book.indicator[name], f"{digit} ", booth=booth)
            console.write(f"source: {', '.join(book.indicator[name].sources)}", "   ", "     ")
    if question.item.sources:
        console.write(f"Source: {', '.join(question.item.sources)}")
    if booth:
        return
    if book.rulebook.safeguards.general:
        console.write(book.rulebook.safeguards.general)
    _show_routes(console, book, question)
    for number, text in enumerate(texts, start=1):
        console.write(f"?{number} {text.title}", "  ")


def _show_routes(console: "Console", book: "Book", question: "Question") -> None:
    """Other help that may fit, once the advice has reached a disposition that opens the routes."""
    reached = book.rulebook.dispositions[: book.rank[question.assessment.disposition] + 1]
    if any(each.routes == "yes" for each in reached):
        for route in book.rulebook.routes:
            console.write(f"{route.title}: {route.text}", "  ", "    ")


def show_keys(console: "Console") -> None:
    """Every key, one a line."""
    console.write("Number(s) answer; u could not tell (u4: number 4), d declined, 0 looked, none.")
    for key, words in KEYS.items():
        console.write(f"{key} {words}", "  ")
