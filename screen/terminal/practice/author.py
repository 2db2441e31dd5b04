"""The author at the prompts: each line typed is kept, so that one can go back over it, and leaving loses nothing."""

import textwrap
from typing import TYPE_CHECKING, TypeVar

from screen.terminal.console import COLUMNS, Closed
from screen.terminal.keys import Slip
from screen.terminal.letters import printable
from screen.terminal.practice.lesson import numbers, put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from screen.practice.making.sketch import Sketch
    from screen.terminal.console import Console

T = TypeVar("T")

KEPT = "What you have entered is not lost."
LATER = "(Enter: later)"


class Back(Exception):  # noqa: N818 - no error: the author wants to go back over the last line
    """Back over the last line."""


class Author:
    """The console, the lines typed so far, and the sketch that they come to.

    To go back the last line is dropped and the rest put again without a word; so every prompt need know only its own.
    """

    def __init__(self, console: "Console", start: "Sketch", keep: "Callable[[Sketch], None]") -> None:
        self.console, self.start, self.keep = console, start, keep
        self.lines = list[str]()
        self.place = 0
        self.sketch = start

    def follow(self, dialogue: "Callable[[Author], None]") -> "Sketch":
        """Lead through the dialogue; what it came to. Raises Closed, KeyboardInterrupt."""
        while True:
            self.place, self.sketch = 0, self.start
            self.keep(self.start)
            try:
                dialogue(self)
            except Back:
                if not self.lines:
                    self.console.write("This is the first question.")
                self.lines = self.lines[:-1]
            else:
                return self.sketch

    def tell(self, **changed: object) -> None:
        """The sketch with this said."""
        self.sketch = self.sketch._replace(**changed)  # type: ignore[arg-type]  # the fields are named at each call
        self.keep(self.sketch)

    @property
    def is_replaying(self) -> bool:
        """Whether lines are put again that were typed before."""
        return self.place < len(self.lines)

    def say(self, text: str = "", indent: str = "", hang: str | None = None) -> None:
        """Say something once."""
        if not self.is_replaying:
            self.console.write(text, indent, hang)

    def ask(self, prompt: str, read: "Callable[[str], T | Slip]", show: "Callable[[], None] | None" = None) -> T:
        """What is typed, as `read` understands it. Raises Back, Closed, KeyboardInterrupt."""
        if self.is_replaying:
            told = read(self.lines[self.place])
            self.place += 1
            if isinstance(told, Slip):
                raise ValueError("a line that was taken once is taken again")
            return told
        typed = ""

        def understand(line: str) -> T | Slip:
            nonlocal typed
            typed = line
            if line.lower() == "b":
                raise Back
            if line.lower() == "q":
                raise Closed
            return read(line) if line.isprintable() else Slip("There is a letter in it that cannot be shown. Again.")

        told = put(self.console, f"{prompt} > ", understand, show or (lambda: None), KEPT)
        self.lines.append(typed)
        self.place += 1
        return told

    def text(self, prompt: str, why: str = "") -> str:
        """A text; "" if it is written later."""
        return self.ask(prompt, lambda line: " ".join(line.split()), lambda: self.console.write(why) if why else None)

    def choice(self, head: str, options: "Sequence[str]", prompt: str = "Number", empty: int | None = None) -> int:
        """The place of one of these; `empty`: what Enter stands for, which may be -1 for none of them."""

        def read(line: str) -> int | Slip:
            if not line and empty is not None:
                return empty
            got = numbers(line, len(options))
            if not isinstance(got, Slip) and len(got) > 1:
                return Slip("Only one of these.")
            return got if isinstance(got, Slip) else got[0] - 1

        return self.ask(prompt, read, lambda: self.show(head, options))

    def choices(
        self, head: str, options: "Sequence[str]", prompt: str, empty: "tuple[int, ...]" = ()
    ) -> "tuple[int, ...]":
        """The places of some of these; `empty`: what Enter stands for, 0 being none of them."""

        def read(line: str) -> tuple[int, ...] | Slip:
            if not line or line == "0":
                return () if line else empty
            got = numbers(line, len(options))
            return got if isinstance(got, Slip) else tuple(each - 1 for each in got)

        return self.ask(prompt, read, lambda: self.show(head, options))

    def show(self, head: str, options: "Sequence[str]") -> None:
        """A heading and numbered options, a line each."""
        self.console.write()
        self.console.head(head)
        for number, text in enumerate(options, start=1):
            label = f"option {number}: " if self.console.plain else f" {number:>2} "
            line = text if self.console.plain else textwrap.shorten(printable(text), COLUMNS - 6, placeholder="...")
            self.console.write(line, label, "    ")
