"""Rating: notes are put one by one to somebody who does not see whose they are, nor what anybody else said."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from screen.core.rating import SAYS
from screen.terminal.keys import Slip
from screen.terminal.practice.lesson import put

if TYPE_CHECKING:
    from screen.core.rating import Says
    from screen.terminal.console import Console

CHOICES = ("names what was seen or said", "looks, opinion or identity", "both of these", "neither")
PROMPT = "1, 2, 3 or 4; b back, q leave > "
KEPT = "What you rated is kept."


class Shown(NamedTuple):
    """A note as a rater sees it: the scenario's title, what a reason is given for ("" for a note), and the text."""

    title: str
    about: str
    text: str


def put_notes(console: "Console", notes: Sequence[Shown], save: "Callable[[int, Says], None]") -> int:
    """Put each note, and save what is said of it at once; how many were rated. Raises Closed, KeyboardInterrupt."""
    console.write(
        "Read what is written, and nothing into it. The scenario is named so that you know what could be seen."
    )
    for number, words in enumerate(CHOICES, start=1):
        console.write(f"{number}  {words}", "  ", "     ")
    place, rated = 0, set[int]()
    while place < len(notes):
        said = put(console, PROMPT, _read, lambda: _show(console, notes, place), KEPT)  # noqa: B023 - asked at once
        if said == "q":
            break
        if said == "b":
            place = max(place - 1, 0)
            continue
        save(place, SAYS[int(said) - 1])
        rated.add(place)
        place += 1
    return len(rated)


def _show(console: "Console", notes: Sequence[Shown], place: int) -> None:
    note = notes[place]
    console.write()
    console.head(f"{place + 1} of {len(notes)}. {'Reason for ' + note.about if note.about else 'Note'}: {note.title}")
    console.write(note.text, "  ", "  ")


def _read(typed: str) -> str | Slip:
    choice = typed.lower()
    return choice if choice in ("1", "2", "3", "4", "b", "q") else Slip("Type 1, 2, 3 or 4; b goes back, q leaves.")
