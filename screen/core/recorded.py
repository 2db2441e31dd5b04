"""A recorded run: a screening as a case, with what was answered and where it led, and no word that anyone typed."""

from typing import TYPE_CHECKING, Any

from screen.core.assessment import assess_screening
from screen.core.duty import owed
from screen.core.evidence import fold
from screen.core.expected import WITHHELD
from screen.core.screening import Answer, Known, Screening, Sign

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.evidence import Evidence

WRITTEN = "written"
"""What stands in place of a written reason."""


def case_of(book: "Book", screening: Screening, name: str) -> dict[str, Any]:
    """What stands under the keys of the case. It has no day: it says where the answers lead on any."""
    assessment = assess_screening(book, screening)
    evidence = assessment.evidence
    given = fold(book, Screening(tuple(each for each in screening.entries if isinstance(each, Known | Sign))))
    answers = screening.answers.values()
    reasons = evidence.reasons | {each.item: each.reason for each in answers if each.reason}
    asked = {
        "facts": given.values,
        "indicators": _signs(book, given),
        "reasons": {name: WRITTEN for name, reason in reasons.items() if reason.strip()},
        "answers": {each.item: _told(book, each) for each in answers},
        "unsure": {each.item: list(each.unsure) for each in answers if each.unsure},
    }
    return {
        "name": name,
        **{key: told for key, told in asked.items() if told},
        "disposition": assessment.told or WITHHELD,
        "findings": list(book.ids(evidence.present)),
        "rules": [rule.id for rule in assessment.rules],
        "duties": [duty.id for duty in owed(book, assessment)],
    }


def _signs(book: "Book", evidence: "Evidence") -> dict[str, str]:
    """The signs that were given out of turn, each with its state."""
    states = {
        "present": evidence.present,
        "absent": evidence.absent,
        "could-not-tell": evidence.could_not_tell,
        "declined": evidence.declined,
    }
    return {each: state for each, bit in book.bit.items() for state, mask in states.items() if bit & mask}


def _told(book: "Book", answer: Answer) -> str | list[str]:
    """An answer as a case writes it."""
    if answer.state != "answered":
        return answer.state
    return answer.picked[0] if answer.picked and book.item[answer.item].pick == "one" else list(answer.picked)
