"""The hand-out: what is known before anything is done, and room to write. It is the same for both halves of a pair."""

from typing import TYPE_CHECKING, NamedTuple

from screen.reports.practice.cards.titles import titled

if TYPE_CHECKING:
    from screen.practice.scene import Scene

HANDOUT = "Hand-out"
NOTES, NO_NAME = "Notes: what you see and hear, in their words", "No names, no numbers of papers."
SEE, SCREEN, WITH = "You see", "You screen", "With them"
RULES = "Before you mark a sign"
OWN, SURE = "Your own advice", "How sure, 1 to 5"
LINES = 14
"""To write on."""


class Handout(NamedTuple):
    """What learners get. `rules`: the marking rule and the swap question. `advice`: where it may lead, to be ringed."""

    title: str
    lane: str
    brief: str
    seen: tuple[str, ...]
    person: str
    companion: str | None
    rules: tuple[str, ...]
    advice: tuple[str, ...]


def handout(scene: "Scene") -> Handout:
    """The hand-out of a scene."""
    told, safe = scene.scenario, scene.book.rulebook.safeguards
    rules = tuple(text for text in (safe.marking, safe.swap) if text)
    advice = tuple(titled(scene.book, each.id) for each in scene.book.rulebook.dispositions)
    return Handout(told.title, told.lane, told.brief, tuple(told.seen), told.person, told.companion, rules, advice)
