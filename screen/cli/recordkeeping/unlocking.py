"""Unlocking: a draft's PIN is asked for until it fits."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from screen.storage.records.age import Locked
from screen.terminal.console import Closed, Hidden
from screen.terminal.silence import silence

if TYPE_CHECKING:
    from screen.terminal.console import Console

T = TypeVar("T")


def unlock(console: "Console", attempt: Callable[[str], T]) -> T:
    """What the attempt gives with the right PIN. Raises Closed for Enter alone, KeyboardInterrupt, what it raises."""
    with silence(console.inp):
        while True:
            try:
                pin = console.secret("PIN of the draft (Enter: leave) > ")
            except Hidden:
                continue
            if not pin:
                raise Closed
            console.write("One moment.")
            try:
                return attempt(pin)
            except Locked:
                console.write("That PIN does not open it. Try again; a PIN that is forgotten opens nothing any more.")
