"""The case note, for the official system: facts and words, no opinion, nobody's name."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.record import CaseNote, Section
from screen.core.screening import Answer, Note
from screen.core.standing import asks_reason
from screen.reports.facts import clock, ends_by, opened, outcome_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from screen.core.shape.interview import Item
    from screen.reports.facts import Result


class Encounter(NamedTuple):
    """The meeting with one person: a random reference, when it began and ended, port and lane if set up.

    `kept`: a sentence on where else it is kept, if it is.
    """

    reference: str
    began: "datetime"
    ended: "datetime"
    port: str = ""
    lane: str = ""
    kept: str = ""


def case_note(result: "Result", encounter: Encounter, sha256: str, version: str) -> CaseNote:
    """What there is to say of one person, by heading."""
    rulebook = result.book.rulebook
    sections: tuple[tuple[str, Iterable[str]], ...] = (
        ("Advice", _advice(result)),
        ("Findings", _findings(result)),
        ("Why", _why(result)),
        ("Facts", _facts(result)),
        ("Conduct", _conduct(result)),
        ("Duties", _duties(result)),
        ("Other help", (f"{route.title}: {route.text}" for route in opened(result))),
        ("Not known", _unknown(result)),
        ("Notes", (f"{clock(e.at)}: {e.text}" for e in result.screening.entries if isinstance(e, Note))),
    )
    return CaseNote(
        f"Screening {encounter.reference}",
        tuple(_head(encounter, result)),
        tuple(Section(heading, tuple(texts)) for heading, texts in sections),
        (
            f"{rulebook.safeguards.decision or ''} {rulebook.safeguards.silence or ''}".strip(),
            f"Rulebook {rulebook.edition}, SHA-256 {sha256}. htscreen {version}.",
        ),
    )


def markdown(note: CaseNote) -> str:
    """The note as Markdown text for pasting into the official system."""
    lines = [f"# {note.title}", "", *(f"- {_safe(text)}" for text in note.head)]
    for heading, texts in note.sections:
        lines += ["", f"## {heading}", "", *([f"- {_safe(text)}" for text in texts] or ["- none"])]
    for text in note.foot:
        lines += ["", text]
    return "\n".join((*lines, ""))


def _head(encounter: Encounter, result: "Result") -> "Iterator[str]":
    yield f"Began {clock(encounter.began)}, ended {clock(encounter.ended)}."
    where = ", ".join(part for part in (encounter.port, encounter.lane) if part)
    if where:
        yield where
    if encounter.kept:
        yield encounter.kept
    stages = dict.fromkeys(e.stage for e in result.screening.entries if isinstance(e, Answer) and e.stage)
    if stages:
        yield f"Stage: {', '.join(stages)}."


def _advice(result: "Result") -> "Iterator[str]":
    safe = result.book.rulebook.safeguards
    if result.assessment.withheld:
        yield "Withheld: this rulebook gives a result only when all that can still be asked is answered."
        return
    yield f"{result.title} ({result.assessment.disposition})."
    yield f"{safe.counted if result.findings else safe.clearance or ''}"
    facts = ", ".join(f"{group} {count.clusters}" for group, count in result.counts.items() if count.clusters)
    yield f"Facts noted together: {len(result.clusters)} ({facts or 'none'})."
    yield f"Lowest still possible {result.assessment.lowest}, highest {result.assessment.highest}."


def _findings(result: "Result") -> "Iterator[str]":
    for finding in result.findings:
        yield f"{finding.title} ({finding.id}; {', '.join(finding.learned)}; {', '.join(finding.sources)})"


def _why(result: "Result") -> "Iterator[str]":
    for rule in result.assessment.rules:
        yield f"{rule.because} ({rule.id}; {rule.disposition}; {', '.join(rule.sources)})"
    if line := outcome_line(result):
        yield line


def _duties(result: "Result") -> "Iterator[str]":
    for owed in result.duties:
        duty = owed.duty
        told = f"{duty.title}: {duty.to}; {ends_by(owed)}; {duty.source}. Learned {clock(owed.learned)}"
        yield f"{told}. {duty.note}" if duty.note else told


def _facts(result: "Result") -> "Iterator[str]":
    evidence = result.assessment.evidence
    for fact in result.book.rulebook.facts:
        value = evidence.values.get(fact.id)
        if value is not None:
            reason = evidence.reasons.get(fact.id)
            words = fact.words.get(value, value).replace("-", " ")
            yield f"{fact.title}: {words}" + (f". Reason: {reason}" if reason else "")


def _conduct(result: "Result") -> "Iterator[str]":
    """What was done of the conduct that the interview asks after, and what was not, with the reason given."""
    for answer in result.screening.answers.values():
        item = result.book.item[answer.item]
        for option in item.options:
            if option.does:
                yield f"{_conduct_state(answer, option.id)}: {option.label}"
        if item.why_not == "yes" and len(answer.picked) < len(item.options):
            yield f"Why not done: {answer.why_not or 'no reason given'}"


def _conduct_state(answer: Answer, option: str) -> str:
    if answer.state != "answered" or option in answer.unsure:
        return "Not known"
    return "Done" if option in answer.picked else "Not done"


def _unknown(result: "Result") -> "Iterator[str]":
    book, evidence = result.book, result.assessment.evidence
    for name, mask in (
        ("Could not tell", evidence.could_not_tell),
        ("Declined", evidence.declined),
        ("Not asked, or not by every question", evidence.not_asked),
    ):
        if mask:
            yield f"{name}: {', '.join(book.ids(mask))}"
    for answer in result.screening.answers.values():
        if answer.reason and asks_reason(book.item[answer.item], answer):
            yield f"Not answered: {book.item[answer.item].text} Reason: {answer.reason}"
    for answer in evidence.aside:
        yield f"Set aside, not counted: {_said(book.item[answer.item], answer)}"


def _said(item: "Item", answer: Answer) -> str:
    labels = [option.label for option in item.options if option.id in answer.picked]
    none = "looked, none" if answer.state == "answered" else answer.state.replace("-", " ")
    return f"{item.text} {', '.join(labels) or none}"


def _safe(text: str) -> str:
    """One line, in which nothing that an officer typed is Markdown or HTML."""
    flat = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    for mark in "\\`*_[]<>#|":
        flat = flat.replace(mark, f"\\{mark}")
    return flat
