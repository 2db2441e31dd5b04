"""The first page of a debrief: the advice, the facts and signs that went wrong, and the one lesson."""

from typing import TYPE_CHECKING

from screen.reports.practice import telling

if TYPE_CHECKING:
    from screen.practice.debrief import Advised, Debrief
    from screen.practice.words import Said

FEW = 3
"""So many facts or signs stand on the first page; the rest comes behind it."""


def leading(debrief: "Debrief") -> tuple[str, ...]:
    """What was true, the own advice against the key, and what led to it."""
    return (
        *telling.summary(debrief),
        *(f"The key, because: {telling.said(each)}" for each in because_led(debrief.advice)),
        *(telling.fact(each) for each in debrief.facts[:FEW]),
        *_more(len(debrief.facts)),
        *(line for state, head in telling.SIGNS.items() if (line := _signs(debrief, state, head))),
        *_claimed(debrief),
    )


def because_led(advice: "Advised") -> "tuple[Said, ...]":
    """The key's first reason, where the own advice was another."""
    return advice.because[:1] if advice.level != "right" else ()


def lesson(debrief: "Debrief") -> tuple[str, ...]:
    """The first point where the paths part."""
    return telling.parting(debrief.parted)


def _more(many: int) -> tuple[str, ...]:
    return (f"And {many - FEW} more, further on.",) if many > FEW else ()


def _signs(debrief: "Debrief", state: str, head: str) -> str:
    titles = [sign.title for sign in debrief.signs if sign.state == state]
    more = f" | and {len(titles) - FEW} more" if len(titles) > FEW else ""
    return f"{head}: {' | '.join(titles[:FEW])}{more}" if titles else ""


def _claimed(debrief: "Debrief") -> tuple[str, ...]:
    many = len(debrief.claimed)
    return (f"{telling.CLAIMED}: {many} {'line' if many == 1 else 'lines'} of conduct.",) if many else ()
