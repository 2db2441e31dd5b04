"""The lesson: all that playing a scenario needs from outside, as one value, and how its prompts are put."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from screen.terminal.console import Console, Hidden
from screen.terminal.keys import Slip

if TYPE_CHECKING:
    from datetime import datetime

    from screen.core.shape.attempt import Step
    from screen.core.shape.policy import Contact
    from screen.practice.scene import Scene

T = TypeVar("T")


class Lesson(NamedTuple):
    """The console, the scene, when the attempt began and what time it is.

    `keep` gets all steps after each; it says whether they are kept, should the learner leave now. `contacts` is called
    only when a page is shown. `facilitated`: a trainer plays the person.
    """

    console: Console
    scene: "Scene"
    began: "datetime"
    now: "Callable[[], datetime]"
    keep: "Callable[[tuple[Step, ...]], bool]"
    contacts: "Callable[[], tuple[Contact, ...]]"
    facilitated: bool = False


def kept_words(*, keeps: bool) -> str:
    """What a pause says of what was done so far."""
    return "What you have done is kept." if keeps else "What you have done is in memory only."


def put(console: Console, prompt: str, read: Callable[[str], T | Slip], show: Callable[[], None], kept: str) -> T:
    """What is typed at a prompt, as `read` understands it; a slip is said and the prompt put again.

    What is shown is shown again behind a hidden screen. Raises Closed, and KeyboardInterrupt at a second Ctrl-C.
    """
    show()
    paused = False
    while True:
        try:
            got = read(console.read(prompt).strip())
        except Hidden:
            show()
            continue
        except KeyboardInterrupt:
            if paused:
                raise
            paused = True
            console.write(f"\nPaused. {kept} Go on below; Ctrl-C again leaves.")
            continue
        if not isinstance(got, Slip):
            return got
        paused = False
        console.write(got.words)


def numbers(typed: str, most: int) -> tuple[int, ...] | Slip:
    """Numbers from 1 to `most`, in the order typed; without a space between them where each is one digit."""
    parts = typed.replace(",", " ").split()
    if most < 10:  # noqa: PLR2004 - as many as have one digit
        parts = [digit for part in parts for digit in part]
    if not parts or not all(part.isascii() and part.isdecimal() and 1 <= int(part[:9]) <= most for part in parts):
        return Slip(f"Type a number from 1 to {most}." if most > 1 else "Type 1.")
    return tuple(dict.fromkeys(int(part) for part in parts))
