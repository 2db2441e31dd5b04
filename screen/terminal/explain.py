"""Behind the `?`: why an item is asked, when its signs are marked, what the words mean, other help."""

from typing import TYPE_CHECKING

from screen.terminal.keys import KEYS
from screen.terminal.signs import show_asking, show_rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screen.core.book import Book
    from screen.core.walk import Question
    from screen.terminal.console import Console


def show_why(console: "Console", book: "Book", question: "Question", rest: str, language: str) -> None:
    """Why the item is asked and from which source; with a number behind the `?`, one of the longer texts."""
    booth = question.stage.booth == "yes"
    if rest and not booth:
        _show_text(console, book, rest)
        return
    conduct = {line.id: line for line in book.rulebook.conduct}
    if question.item.why:
        console.write(f"Why: {question.item.why}")
    for digit, option in question.options:
        for name in option.shows:
            show_rule(console, book.indicator[name], f"{digit} ", booth=booth)
            if not booth:
                show_asking(console, book, book.indicator[name], language)
            console.write(f"source: {', '.join(book.indicator[name].sources)}", "   ", "     ")
        for name in option.does:
            line = conduct[name]
            console.write(f"{line.text} ({', '.join(line.sources)})", f"{digit} ", "  ")
    if question.item.sources:
        console.write(f"Source: {', '.join(question.item.sources)}")
    if not booth:
        _show_more(console, book, question)


def _show_more(console: "Console", book: "Book", question: "Question") -> None:
    """What holds of every question in private: the marking rule, conduct, sources of facts, other help, texts."""
    if book.rulebook.safeguards.general:
        console.write(book.rulebook.safeguards.general)
    if any(option.does for _, option in question.options):
        for line in book.rulebook.conduct:
            console.write(line.text, "Do: " if line.kind == "do" else "Do not: ", "  ")
    for fact in dict.fromkeys(fact for _, option in question.options for fact in option.sets):
        if (source := book.fact[fact].source) is not None:
            console.write(f"{book.fact[fact].title}: {source}")
    if book.opens_routes(question.assessment.disposition):
        show_routes(console, book)
    for number, text in enumerate(book.rulebook.explanations, start=1):
        console.write(f"?{number} {text.title}", "  ")


def _show_text(console: "Console", book: "Book", rest: str) -> None:
    """The longer text of that number."""
    texts = book.rulebook.explanations
    if not rest.isdecimal() or not 1 <= int(rest) <= len(texts):
        console.write(f"? and a number from 1 to {len(texts)}.")
        return
    text = texts[int(rest) - 1]
    console.head(text.title)
    console.write(text.text)
    console.write(f"Source: {', '.join(text.sources)}")


def show_routes(console: "Console", book: "Book") -> None:
    """Other help that may fit; for once the advice has reached a disposition that opens the routes."""
    for route in book.rulebook.routes:
        console.write(f"{route.title}: {route.text}", "  ", "    ")


def show_writing(console: "Console", *, empty: bool) -> None:
    """What is wanted where words are asked for."""
    console.write(
        "Write what was seen or heard, in a few words, so that somebody else can follow it: what, who said it, when. "
        f"No opinion, no name, no number. b goes back{', Enter leaves it open' if empty else ''}."
    )


def show_keys(console: "Console", extra: "Mapping[str, str]") -> None:
    """Every key, in as few rows as they need, so that the reasons above stay in sight; `extra` first."""
    keys = "; ".join(f"{key} {words}" for key, words in {**extra, **KEYS, **extra}.items())
    console.write(
        f"Keys: number(s) answer; u could not tell (u4: number 4); d declined; 0 looked, none; {keys}.", "", "  "
    )
