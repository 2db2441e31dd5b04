"""The cards of scenarios as lines of text, to be wrapped by whoever writes them."""

from typing import TYPE_CHECKING

from screen.reports.card.lines import WRITE, Line
from screen.reports.practice.cards import handout as paper
from screen.reports.practice.cards import key as keys
from screen.reports.practice.cards import role as roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.reports.practice.cards.handout import Handout
    from screen.reports.practice.cards.key import KeyCard
    from screen.reports.practice.cards.role import Asked, RoleCard

NOTE_LINES = 6


def role_lines(card: "RoleCard", *, plain: bool = False) -> "Iterator[Line]":
    """The role card."""
    yield _head(f"{roles.ROLE}: {card.title} ({card.id})")
    yield Line(f"You play {card.person}." + (f" With you: {card.companion}." if card.companion else ""))
    yield Line(card.role)
    yield from _listed(paper.SEE, card.seen)
    yield from (Line(), Line(roles.HOW), Line(roles.FACILITATE))
    for head, asked in ((roles.QUESTIONS, card.questions), (roles.MOVES, card.moves)):
        if asked:
            yield from (Line(), _head(head))
            for each in asked:
                yield from _asked(each, plain=plain)
    if card.alerted:
        yield from (Line(), _head(roles.ALERT), Line(card.alerted))
    if card.others:
        yield from (Line(), _head(roles.ELSE), Line(roles.ELSE_HOW))
        yield from (Line(f"{each.text} {each.replies[0].shows}", "" if plain else " - ", "   ") for each in card.others)


def _asked(asked: "Asked", *, plain: bool) -> "Iterator[Line]":
    yield Line(asked.text, "" if plain else " ", "   ")
    for each in asked.replies:
        label = f"reply {each.number}: " if plain else f"  {each.number} "
        notes = f" ({'; '.join(each.notes)})" if each.notes else ""
        when = "" if not asked.replies[1:] and each.when == roles.FROM_START else f"[{each.when}] "
        yield Line(f"{when}{each.shows}{notes}", label, "    ")


def handout_lines(card: "Handout") -> "Iterator[Line]":
    """The hand-out."""
    yield _head(card.title)
    yield from (Line(f"{card.lane}."), Line(card.brief))
    yield from _listed(paper.SEE, card.seen)
    yield Line(f"{paper.SCREEN} {card.person}." + (f" {paper.WITH}: {card.companion}." if card.companion else ""))
    yield from _listed(paper.RULES, card.rules)
    yield from (Line(), _head(paper.NOTES), Line(paper.NO_NAME), *[Line(WRITE)] * NOTE_LINES)
    yield from (Line(), Line(f"{paper.OWN}: {' | '.join(card.advice)}"), Line(f"{paper.SURE}: {WRITE[:8]}"))


def key_lines(card: "KeyCard") -> "Iterator[Line]":
    """The key."""
    yield _head(f"{keys.KEY}: {card.title} ({card.id})")
    yield Line(f"{card.truth[:1].upper()}{card.truth[1:]}.")
    yield from (Line(), _head(f"{keys.ADVICE}: {card.disposition}"), *(Line(text) for text in card.because))
    yield from (Line(), _head(keys.PATH))
    wide = len(str(len(card.path)))
    for number, step in enumerate(card.path, start=1):
        yield Line(step.text, f" {number:>{wide}} {'do ' if step.is_move else 'ask'} ", " " * (wide + 6))
    yield from (Line(), _head(keys.FINDINGS), *([] if card.findings else [Line(keys.NONE)]))
    for found in card.findings:
        yield Line(f"{found.title} ({found.id})", " - ", "   ")
        yield Line(f"mark if: {found.mark_if} ({found.sources})", "   ", "   ")
    yield from _listed(keys.ORDINARY, (f"{each.title}: {each.reason}" for each in card.ordinary))
    yield from _listed(keys.DUTIES, card.duties)
    yield from _listed(keys.FIRST, [card.contact] if card.contact else [])
    yield from _listed(keys.REASONS, card.reasons)
    yield from _listed(keys.FORBIDDEN, card.forbidden)
    yield from _listed(keys.TEACHING, card.teaching)


def _head(text: str) -> Line:
    return Line(text, is_head=True)


def _listed(head: str, texts: "Iterable[str]") -> "Iterator[Line]":
    """A heading and a list under it; nothing where there is nothing to list."""
    listed = tuple(texts)
    if listed:
        yield from (Line(), _head(head), *(Line(text, " - ", "   ") for text in listed))
