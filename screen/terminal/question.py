"""A question on the screen: its words, its numbered options, and the keys that are needed most."""

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from screen.terminal.console import COLUMNS
from screen.terminal.wording import speech

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from screen.core.book import Book
    from screen.core.walk import Question
    from screen.terminal.console import Console


class Shown(NamedTuple):
    """What is shown with a question beside its words.

    `language`: that the person is spoken to in; `extra`: further keys and their words; `done`: the options known to be
    done already, None where nobody knows; `of_about`: how many questions are left, which tells how the advice stands.
    """

    language: str
    first: bool = False
    extra: "Mapping[str, str]" = MappingProxyType({})
    done: "Collection[str] | None" = None
    of_about: bool = True


def show_opening(console: "Console", question: "Question") -> None:
    """What a stage opens with."""
    for line in question.stage.opening:
        console.write(line, "* " if not console.plain else "", "  ")


def show_question(console: "Console", book: "Book", question: "Question", shown: Shown) -> None:
    """One item with its numbered options, in lines that only ever follow one another."""
    item = question.item
    count = f"question {question.number}" + (f" of about {question.number + question.left}" if shown.of_about else "")
    console.write()
    if console.plain:
        console.write(f"stage: {question.stage.title}. {count}")
        console.write(f"item: {item.text}")
    else:
        console.write(f"{question.stage.title} - {count}")
        console.head(item.text)
    for line in speech(book, item.say, shown.language):
        console.write(line, "say: " if console.plain else "  Say: ", "     " if console.plain else "       ")
    for digit, option in question.options:
        label = f"option {digit}: " if console.plain else f"  {digit} "
        console.write(option.label, label, " " * len(label))
    if shown.done is not None and any(option.does for _, option in question.options):
        digits = [str(digit) for digit, option in question.options if option.id in shown.done]
        console.write(f"{' '.join(digits) or 'none of these yet'}", "you did: " if console.plain else "  You did: ")
    label = "keys: " if console.plain else "  "
    for line in _lines(_hint(question, shown), COLUMNS - 1 - len(label)):
        console.write(line, label, "  ")
        label = "  "


def _lines(parts: "Sequence[str]", width: int) -> "Iterator[str]":
    """The parts in as few lines as they need, none of them broken that fits on one."""
    line = ""
    for part in parts:
        longer = f"{line} | {part}" if line else part
        if line and len(longer) > width:
            yield line
            longer = part
        line = longer
    yield line


def _hint(question: "Question", shown: Shown) -> "tuple[str, ...]":
    item, digits = question.item, [digit for digit, _ in question.options]
    several = ""
    if item.pick == "many" and digits[1:]:
        several = f"several: {digits[0]}{digits[-1]} or {digits[0]} {digits[-1]}"
    before = ""
    if question.before is not None:
        numbers = [str(digit) for digit, option in question.options if option.id in question.before.picked]
        said = question.before.state if question.before.state != "answered" else " ".join(numbers) or "0"
        before = f"k keeps what you had: {said.replace('-', ' ')}"
    none = "0 looked, none" if item.pick == "many" else ""
    extra = ", ".join(f"{key} {words}" for key, words in shown.extra.items())
    usual = "u could not tell, d declined"
    rest = "b back, ? help" if shown.extra and not shown.first else "b back, ? help, h hide"
    return tuple(part for part in (several, none, before, extra, usual, rest) if part)
