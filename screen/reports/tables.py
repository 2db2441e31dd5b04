"""The rulebook as text for people and as JSON for programs: contacts, indicators, sources."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.indicator import Indicator
    from screen.core.shape.policy import Contact


_WHOM = {"both": "officer and the traveller"}


def contact_lines(contact: "Contact", stale: str) -> "Iterator[str]":
    """A contact in lines. `stale`: the day before which a number was last seen too long ago."""
    numbers = ", ".join(contact.numbers)
    yield f"{contact.title}{': ' + numbers if numbers else ''}"
    yield f"{contact.purpose}; for the {_WHOM.get(contact.for_, contact.for_)}; {contact.hours}; {contact.languages}"
    called = "" if contact.called == "yes" else "not called"
    seen = f"seen {contact.seen}" if contact.seen else "when it was seen is not known" if contact.numbers else ""
    old = "seen over 180 days ago: check it" if contact.seen and contact.seen < stale else ""
    yield "; ".join(part for part in (f"source: {contact.source}", seen, called, old) if part)
    if contact.disputed:
        yield f"Disputed: {contact.disputed}"


def contact_document(contact: "Contact") -> dict[str, Any]:
    """A contact as JSON."""
    return {
        "id": contact.id,
        "title": contact.title,
        "purpose": contact.purpose,
        "numbers": list(contact.numbers),
        "for": contact.for_,
        "hours": contact.hours,
        "languages": contact.languages,
        "seen": contact.seen,
        "called": contact.called,
        "source": contact.source,
        "disputed": contact.disputed,
    }


def stages_of(book: "Book", indicator: str) -> list[str]:
    """The stages in which an item can find the indicator, in order."""
    bit = book.bit[indicator]
    return [stage.id for stage in book.rulebook.stages if any(book.finds[item] & bit for item in stage.items)]


def rulebook_document(book: "Book") -> dict[str, Any]:
    """The contract of `rulebook show --json`."""
    rulebook = book.rulebook
    return {
        "edition": rulebook.edition,
        "title": rulebook.title,
        "indicators": [_indicator(book, each) for each in rulebook.indicators],
        "facts": [
            {
                "id": fact.id,
                "values": list(fact.values),
                "order": fact.order,
                "unanswered": fact.unanswered,
                "not_asked": fact.not_asked,
                "reason": list(fact.reason),
            }
            for fact in rulebook.facts
        ],
        "items": [
            {
                "id": item.id,
                "pick": item.pick,
                "learned": item.learned,
                "stages": [stage.id for stage in rulebook.stages if item.id in stage.items],
                "options": [
                    {"id": option.id, "shows": list(option.shows), "sets": dict(option.sets)} for option in item.options
                ],
            }
            for item in rulebook.items
        ],
        "rules": [
            {"id": rule.id, "disposition": rule.disposition, "gate": rule.gate == "yes", "sources": list(rule.sources)}
            for rule in rulebook.rules
        ],
        "dispositions": [disposition.id for disposition in rulebook.dispositions],
    }


def _indicator(book: "Book", indicator: "Indicator") -> dict[str, Any]:
    return {
        "id": indicator.id,
        "group": indicator.group,
        "also": list(indicator.also),
        "cluster": indicator.cluster or indicator.id,
        "strength": indicator.strength,
        "stage": stages_of(book, indicator.id),
        "forms": list(indicator.forms),
        "sources": list(indicator.sources),
    }


def indicator_lines(book: "Book", indicator: "Indicator") -> "Iterator[str]":
    """All that the rulebook says of one indicator."""
    grade = indicator.grade
    yield f"{indicator.id}: {indicator.title}"
    also = f", also {', '.join(indicator.also)}" if indicator.also else ""
    cluster = indicator.cluster or indicator.id
    yield f"group {indicator.group}{also}; cluster {cluster}; {indicator.strength or 'not graded'}"
    if grade is not None:
        yield f"grade: {grade.source}; {grade.reason} (ILO: {grade.ilo})"
    for name, text in (
        ("look for", indicator.looks_like),
        ("mark if", indicator.mark_if),
        ("not if", indicator.not_if),
        ("ordinary", "; ".join(indicator.innocent)),
        ("note", indicator.note),
        ("sources", ", ".join(indicator.sources)),
        ("asked at", ", ".join(stages_of(book, indicator.id))),
        ("known", "from elsewhere; not asked of someone who has just come" if indicator.rarely == "yes" else ""),
    ):
        if text:
            yield f"{name}: {text}"
    for phrase in indicator.questions:
        for language, said in phrase.items():
            yield f"ask ({language}): {said if isinstance(said, str) else f'{said.text} [{said.review}]'}"


def source_documents(book: "Book") -> list[dict[str, Any]]:
    """The contract of `rulebook sources --json`: every item of every published list, used or excluded."""
    urls = {source.id: source.url for source in book.rulebook.register_.sources}
    used: dict[str, list[str]] = {}
    for indicator in book.rulebook.indicators:
        for source in indicator.sources:
            used.setdefault(source, []).append(indicator.id)
    return [
        {
            "item": item.id,
            "source": item.source,
            "url": urls.get(item.source),
            "paraphrase": item.paraphrase,
            "confidence": item.confidence,
            **({"excluded": item.excluded} if item.excluded else {"used_by": used.get(item.id, [])}),
            **({"cut": item.cut} if item.cut else {}),
        }
        for item in book.rulebook.register_.items
    ]
