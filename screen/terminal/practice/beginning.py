"""Beginning: who practises, and whether to go on where that learner left."""

from typing import TYPE_CHECKING

from screen.core.identifier import identifiers
from screen.terminal.console import Closed
from screen.terminal.keys import Slip
from screen.terminal.practice.lesson import put

if TYPE_CHECKING:
    from screen.core.shape.attempt import Attempt
    from screen.terminal.console import Console

LONGEST = 60
"""Letters of a pseudonym."""

GOES_ON = "Enter: the same scene, where you left it. n: a scene from its beginning; what you left stays. q: leave."
PSEUDONYM = (
    "A name of your own choice, such as otter, under which your results are kept on this computer, so that you can go "
    "on where you left and see how you get better. Nobody should know you by it. Enter alone: nothing is kept."
)
NOTHING_YET = "Nothing is kept yet."


def unfit(learner: str) -> str:
    """Why this is no pseudonym, and what to do; "" if it is one."""
    if len(learner) > LONGEST or not learner.isprintable() or not learner.strip():
        return f"A pseudonym is one line of at most {LONGEST} letters. Choose another."
    kinds = identifiers(learner)
    return f"This looks like {' and '.join(kinds)}. Choose a name that nobody knows you by." if kinds else ""


def ask_learner(console: "Console", why: str = "") -> str:
    """The learner's pseudonym; "" if nothing is to be kept. Raises Closed, KeyboardInterrupt.

    A single letter is one of the keys, typed too early, and no name.
    """

    def show() -> None:
        if why:
            console.write(why)

    def read(typed: str) -> str | Slip:
        if typed.lower() == "q":
            raise Closed
        if typed in ("?", "??"):
            return Slip(PSEUDONYM)
        if len(typed) == 1:
            return Slip(f"{typed} looks like a key. A pseudonym has two letters or more; ? tells what it is for.")
        wrong = unfit(typed) if typed else ""
        return Slip(wrong) if wrong else typed

    return put(console, "Your pseudonym (Enter: nothing is kept, ? why, q leave) > ", read, show, NOTHING_YET)


def goes_on(console: "Console", title: str, attempt: "Attempt") -> bool:
    """Whether the learner goes on where they left. Raises Closed, KeyboardInterrupt."""
    began = attempt.moment

    def show() -> None:
        console.write(f'You left "{title}" of {began:%Y-%m-%d %H:%M} open.')

    def read(typed: str) -> bool | Slip:
        if typed.lower() == "q":
            raise Closed
        return {"": True, "n": False}.get(typed.lower(), Slip(GOES_ON))

    return put(console, "Enter goes on there, n begins anew, q leaves > ", read, show, "It stays open.")
