"""The key: for the trainer, what a good officer does, finds and advises here, and on whose word."""

from typing import TYPE_CHECKING, NamedTuple

from screen.practice.keyed import keyed
from screen.practice.score import forbidden
from screen.practice.words import text_of, title_of
from screen.reports.practice.cards.titles import titled
from screen.reports.practice.telling import TRUTHS, cited

if TYPE_CHECKING:
    from screen.practice.scene import Scene

KEY = "Key"
PATH, FINDINGS, ORDINARY = "Path, in order", "Findings", "Ordinary here"
ADVICE, DUTIES, FIRST, FORBIDDEN = "It leads to", "Owed", "Told first", "Not to be done here"
TEACHING = "To take away"
REASONS = "Reasons to be written"
NONE = "None."


class Step(NamedTuple):
    """A move or an item of the path, in words. `is_move`: it is done, not asked."""

    text: str
    is_move: bool


class Found(NamedTuple):
    """A finding: the sign, when it is marked, and its sources."""

    id: str
    title: str
    mark_if: str
    sources: str


class Ordinary(NamedTuple):
    """A sign that only looks present, and why."""

    id: str
    title: str
    reason: str


class KeyCard(NamedTuple):
    """The key of a scene, in words."""

    id: str
    title: str
    truth: str
    disposition: str
    because: tuple[str, ...]
    path: tuple[Step, ...]
    findings: tuple[Found, ...]
    ordinary: tuple[Ordinary, ...]
    duties: tuple[str, ...]
    contact: str
    forbidden: tuple[str, ...]
    reasons: tuple[str, ...]
    teaching: tuple[str, ...]


def key_card(scene: "Scene") -> KeyCard:
    """The key of a scene."""
    told, book = scene.scenario, scene.book
    key, reached = told.key, keyed(scene).assessment
    moves = {move.id for move in scene.pack.moves}
    signs = [book.indicator[each] for each in key.findings]
    forms = f" ({', '.join(told.forms)})" if told.forms else ""
    contact = next((each.title for each in book.rulebook.contacts if each.id == key.contact), "")
    title = titled(book, key.disposition, reached.evidence.values.get("place", ""))
    return KeyCard(
        told.id, told.title, f"{TRUTHS[told.truth]}{forms}", title,
        tuple(f"{rule.because} ({cited(rule.sources, 3)})" for rule in reached.rules
              if rule.disposition == reached.disposition),
        tuple(Step(text_of(scene, name), name in moves) for name in key.path),
        tuple(Found(each.id, each.title, each.mark_if or "", cited(each.sources, 3)) for each in signs),
        tuple(Ordinary(name, title_of(scene, name), reason) for name, reason in told.ordinary.items()),
        tuple(f"{duty.title}, to {duty.to}, {_within(duty.within)} ({duty.source})"
              for duty in book.rulebook.duties if duty.id in key.duties),
        contact,
        tuple(text_of(scene, name) for name in forbidden(scene)),
        tuple(f"{_fact(scene, name)}: {reason}" for name, reason in key.reasons.items()),
        tuple(f"{point.text} ({cited(point.sources)})" for point in told.teaching),
    )  # fmt: skip


def _within(within: str) -> str:
    return f"within {within}" if within[0].isdigit() else within


def _fact(scene: "Scene", name: str) -> str:
    return scene.book.fact[name].title if name in scene.book.fact else text_of(scene, name)
