"""The assessment as JSON: stable keys and ids, never wording that a program would have to read."""

from typing import TYPE_CHECKING, Any

from screen.core.outcome import outcomes
from screen.core.outlook import could_change
from screen.core.reason import explain, states

if TYPE_CHECKING:
    from screen.core.assessment import Worlds
    from screen.core.book import Book
    from screen.core.duty import Due
    from screen.core.shape.policy import Rule
    from screen.core.why import NextUp
    from screen.reports.facts import Result


def document(result: "Result", sha256: str, warnings: tuple[str, ...] = ()) -> dict[str, Any]:
    """The contract of `advise --json`: what `docs/officer.md` lists, key by key."""
    book, assessment, evidence = result.book, result.assessment, result.assessment.evidence
    changing = could_change(book, result.screening, assessment)
    return {
        "edition": book.rulebook.edition,
        "rulebook_sha256": sha256,
        "disposition": assessment.told,
        "lowest": None if assessment.withheld else assessment.lowest,
        "highest": None if assessment.withheld else assessment.highest,
        "settled": not changing,
        "present": list(book.ids(evidence.present)),
        "counts": {group: count._asdict() for group, count in result.counts.items()},
        "clusters": list(result.clusters),
        "groups_present": [group for group, count in result.counts.items() if count.indicators],
        "rules": [_rule(rule) for rule in assessment.rules],
        "rests_on": [list(some) for some in result.rests_on],
        "next_up": next_up_document(book, result.next_up, assessment.worlds),
        "conditions": states(book, assessment.worlds),
        "outcomes": list(outcomes(book, assessment.worlds)),
        "duties": [_duty(owed) for owed in result.duties],
        "could_change": list(changing),
        "not_asked": list(book.ids(evidence.not_asked)),
        "could_not_tell": list(book.ids(evidence.could_not_tell)),
        "declined": list(book.ids(evidence.declined)),
        "warnings": list(warnings),
    }


def _rule(rule: "Rule") -> dict[str, Any]:
    return {"id": rule.id, "disposition": rule.disposition, "because": rule.because, "sources": list(rule.sources)}


def _duty(owed: "Due") -> dict[str, Any]:
    return {
        "id": owed.duty.id,
        "to": owed.duty.to,
        "within": owed.duty.within,
        "ends": owed.ends.isoformat() if owed.ends else None,
        "source": owed.duty.source,
    }


def next_up_document(book: "Book", up: "NextUp | None", three: "Worlds") -> dict[str, Any] | None:
    """The next disposition, the condition nearest to holding in words, and the fewest findings that would do."""
    if up is None:
        return None
    reason = explain(book, up.rule.when, three)
    words = "; ".join(part.words for part in reason.parts) if reason.parts else reason.words
    return {"disposition": up.disposition, "in_words": f"{up.rule.because} {words}", "fewest": list(up.fewest)}
