"""The card of signs that an officer carries: every sign by group, what they come to, and what to do then."""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.policy import Advice, Contact, Disposition
    from screen.core.shape.rulebook import Rulebook

TOP = 2
"""Of so many of the highest dispositions the card says what to do."""

CALLS = 3
"""So many contacts for the officer, and one for the person."""

PRIVATE = "For officers. Keep it where nobody else can read it."
CAUTION = "Alone, each sign has ordinary reasons: look for those first, and ask."
TOGETHER = "What counts is different facts together; signs of one fact count once."
MEANS = " (one of the means)"
RARELY = "from elsewhere"
LEADS = "What leads where: one of these is enough"
CLOCKS = "Clocks, from when it was learned, where they apply"
ALWAYS = "Keep in mind"
CALL = "Call, in this order"
UNNOTED = "Nothing noted is not a clearance."


class Sign(NamedTuple):
    """An indicator on the card. `rarely`: known from elsewhere, not on a first arrival's walk."""

    id: str
    title: str
    grade: str
    is_telling: bool
    rarely: bool


class OneFact(NamedTuple):
    """A cluster within a group: its name, and the signs that count once."""

    name: str
    signs: tuple[Sign, ...]


class Group(NamedTuple):
    """A group with its facts, in the order in which the rulebook first names each."""

    title: str
    is_means: bool
    facts: tuple[OneFact, ...]


class Leads(NamedTuple):
    """A disposition, what it is called in other places, and what leads to it in the words of the rules."""

    id: str
    title: str
    elsewhere: tuple[str, ...]
    because: tuple[str, ...]


class ToDo(NamedTuple):
    """What to do, and what not to do, at a disposition."""

    title: str
    lead: str
    do: tuple[str, ...]
    do_not: tuple[str, ...]


class SignCard(NamedTuple):
    """All that stands on the card. `telling`: the set of signs that the rules speak of by its name, if they do."""

    title: str
    edition: str
    caution: str
    grades: tuple[tuple[str, str], ...]
    telling: str
    groups: tuple[Group, ...]
    leads: tuple[Leads, ...]
    to_do: tuple[ToDo, ...]
    clocks: tuple[str, ...]
    safeguards: tuple[str, ...]
    contacts: tuple[str, ...]


def sign_card(book: "Book", contacts: "tuple[Contact, ...]") -> SignCard:
    """The card of a rulebook, with these contacts in the order of calling."""
    rulebook = book.rulebook
    place = _place(rulebook)
    highest = rulebook.dispositions[::-1]
    told = [(each, advice) for each in highest if (advice := _words(each, place)) is not None]
    return SignCard(
        rulebook.title,
        rulebook.edition,
        f"{CAUTION} {TOGETHER}" if any(each.cluster for each in rulebook.indicators) else CAUTION,
        tuple(_grades(rulebook).items()),
        _telling(book),
        tuple(_groups(book)),
        tuple(_leads(rulebook, each, place) for each in highest),
        tuple(ToDo(_title(each, place), advice.lead, advice.do, advice.do_not) for each, advice in told[:TOP]),
        tuple(f"{duty.title}: {duty.within}" for duty in rulebook.duties),
        tuple(_safeguards(rulebook)),
        tuple(_called(contacts)),
    )


def legend(card: SignCard) -> "Iterator[str]":
    """What the letters and marks beside a sign mean."""
    yield from (f"{letter} {strength}" for letter, strength in card.grades)
    if card.telling:
        yield f"+ {card.telling.replace('-', ' ')}"
    if any(sign.rarely for group in card.groups for fact in group.facts for sign in fact.signs):
        yield f"* {RARELY}"


def _place(rulebook: "Rulebook") -> str:
    """The place whose words the card uses: the last, since that of the booth says least."""
    return rulebook.stages[-1].id if rulebook.stages else ""


def _title(disposition: "Disposition", place: str) -> str:
    titles = disposition.titles
    named = titles.get(place) or titles.get("any") or next(iter(titles.values()), None)
    return named or disposition.id.replace("-", " ").upper()


def _words(disposition: "Disposition", place: str) -> "Advice | None":
    words = disposition.words
    return words.get(place) or words.get("any") or next(iter(words.values()), None)


def _grades(rulebook: "Rulebook") -> dict[str, str]:
    """Each strength by the letters that stand for it: the first, or all where two begin alike."""
    firsts = [each[:1] for each in rulebook.strengths]
    return {each[:1].upper() if firsts.count(each[:1]) == 1 else each: each for each in rulebook.strengths}


def _telling(book: "Book") -> str:
    """The smallest set of signs that a rule names where it says why."""
    rulebook = book.rulebook
    said = " ".join(rule.because for rule in rulebook.rules)
    named = [name for name in rulebook.sets if re.search(rf"\b{re.escape(name)}\b", said, re.IGNORECASE)]
    return min(named, key=lambda name: book.where(rulebook.sets[name]).bit_count(), default="")


def _groups(book: "Book") -> "Iterator[Group]":
    rulebook = book.rulebook
    letters = {strength: letter for letter, strength in _grades(rulebook).items()}
    name = _telling(book)
    telling = book.where(rulebook.sets[name]) if name else 0
    for group in rulebook.groups:
        facts: dict[str, list[Sign]] = {}
        for each in rulebook.indicators:
            if each.group == group.id:
                grade, is_telling = letters.get(each.strength or "", ""), bool(telling & book.bit[each.id])
                sign = Sign(each.id, each.title, grade, is_telling, each.rarely == "yes")
                facts.setdefault(each.cluster or each.id, []).append(sign)
        if facts:
            once = tuple(OneFact(_fact_name(book, fact), tuple(signs)) for fact, signs in facts.items())
            yield Group(group.title, group.means == "yes", once)


def _fact_name(book: "Book", name: str) -> str:
    """The cluster in a word; nothing for a sign that is a fact by itself."""
    return "" if name in book.bit else name.replace("-", " ")


def _leads(rulebook: "Rulebook", disposition: "Disposition", place: str) -> Leads:
    title = _title(disposition, place)
    stages = {stage.id: stage.title for stage in rulebook.stages}
    elsewhere = tuple(
        f"{stages.get(where, where).lower()}: {other}" for where, other in disposition.titles.items() if other != title
    )
    because = tuple(rule.because for rule in rulebook.rules if rule.disposition == disposition.id)
    if not because:
        advice = _words(disposition, place)
        because = (advice.lead,) if advice is not None else ()
    return Leads(disposition.id, title, elsewhere, because)


def _safeguards(rulebook: "Rulebook") -> "Iterator[str]":
    safe = rulebook.safeguards
    yield from filter(None, (safe.marking, safe.swap))
    yield f"{UNNOTED} {safe.counted or ''}".strip()
    yield from filter(None, (safe.silence, safe.decision))


def _called(contacts: "tuple[Contact, ...]") -> "Iterator[str]":
    """The first contacts for the officer, and the first for the person alone."""
    officers = [each for each in contacts if each.for_ != "traveller"][:CALLS]
    persons = [each for each in contacts if each.for_ == "traveller"][:1]
    for each in (*officers, *persons):
        numbers = ", ".join(each.numbers)
        whom = " (for the person)" if each.for_ == "traveller" else ""
        check = " (disputed: verify)" if each.disputed else ""
        yield f"{each.title}{whom}{': ' + numbers if numbers else ''}{check}"
