"""Offering: the scenes that can be played, by level, those played before marked."""

from typing import TYPE_CHECKING, NamedTuple

from screen.terminal.console import Closed
from screen.terminal.keys import Slip
from screen.terminal.practice.lesson import numbers, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.terminal.console import Console


class Offer(NamedTuple):
    """A scene in the list. Two scenarios that begin alike are one, so that the list does not tell of them."""

    level: int
    title: str
    lane: str
    is_played: bool


def ask_offer(console: "Console", offers: "Sequence[Offer]") -> int:
    """The place of the scene chosen. Raises Closed, KeyboardInterrupt."""
    levels = sorted({each.level for each in offers})
    while True:
        level = levels[0] if len(levels) == 1 else _ask_level(console, offers, levels)
        here = [place for place, each in enumerate(offers) if each.level == level]
        chosen = _ask_scene(console, [offers[place] for place in here])
        if chosen is not None:
            return here[chosen]


def _ask_level(console: "Console", offers: "Sequence[Offer]", levels: "Sequence[int]") -> int:
    def show() -> None:
        for level in levels:
            here = [each for each in offers if each.level == level]
            played = sum(each.is_played for each in here)
            scenes = "scene" if len(here) == 1 else "scenes"
            console.write(f"Level {level}: {len(here)} {scenes}, {played} played")

    def read(typed: str) -> int | Slip:
        if typed.lower() == "q":
            raise Closed
        fits = typed.isascii() and typed.isdecimal() and len(typed) < 3 and int(typed) in levels  # noqa: PLR2004 - digits
        return int(typed) if fits else Slip(f"Type one of {', '.join(map(str, levels))}: 1 is easiest. q leaves.")

    return put(console, "Level, q leaves > ", read, show, "Nothing has begun.")


def _ask_scene(console: "Console", offers: "Sequence[Offer]") -> int | None:
    """The place among these; None to go back to the levels."""

    def show() -> None:
        console.write()
        for number, each in enumerate(offers, start=1):
            mark = " (played)" if each.is_played else ""
            label = f"scene {number}: " if console.plain else f" {number:>2} "
            console.write(f"{each.title}. {each.lane}{mark}", label, " " * len(label))

    def read(typed: str) -> int | Slip | None:
        if typed.lower() == "b":
            return None
        if typed.lower() == "q":
            raise Closed
        got = numbers(typed, len(offers))
        return (
            got[0] - 1
            if not isinstance(got, Slip) and len(got) == 1
            else Slip("Type one of the numbers, b for the levels, or q.")
        )

    return put(console, "Number, b back to the levels, q leaves > ", read, show, "Nothing has begun.")
