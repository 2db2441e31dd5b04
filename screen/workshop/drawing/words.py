"""Conditions in short words, for a diagram: what it takes, and no reckoning."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.core.book import Book
    from screen.core.shape.condition import AtLeast, Condition, Points, Where

JOINERS = "\u200c\u200d"
LISTED = 4
"""So many values of a fact are named one by one; of more, only the first."""


def plain(text: str) -> str:
    """The text on one line, with a blank for whatever cannot be seen. Joiners stay: some scripts need them."""
    return " ".join("".join(each if each.isprintable() or each in JOINERS else " " for each in text).split())


def spoken(name: str) -> str:
    """An id as it is said."""
    return plain(name.replace("-", " "))


def words(book: "Book", condition: "Condition") -> str:  # noqa: PLR0911 - an arm a kind
    """What must hold. What the book names stands in quotes, and is told among the meanings of the drawing."""
    match condition.kind:
        case "indicator":
            return f"the sign: {plain(book.indicator[condition.indicator].title)}"
        case "fact":
            unreasoned = ", or no reason written" if condition.or_no_reason == "yes" else ""
            return f"{_fact(book, condition.fact, _from(book, condition.fact, condition.from_))}{unreasoned}"
        case "is":
            values = [value_words(book, condition.fact, each) for each in _listed(condition.is_)]
            return _fact(book, condition.fact, _or(values))
        case "all":
            return _joined(book, condition.all, "and")
        case "any":
            return _joined(book, condition.any, "or")
        case "condition":
            return _quoted(condition.condition)
        case "at_least" if isinstance(condition.of, tuple):
            return f"{condition.at_least} or more of these: {_joined(book, condition.of)}"
        case "at_least":
            return _count(book, condition)
        case "points":
            return _points(book, condition)
        case "passed":
            clock = book.rulebook.clocks[condition.passed]
            return f"{plain(clock.within)} have passed since: {plain(book.fact[clock.from_].title)}"
        case _:
            return f"the advice is {spoken(condition.reached)} or higher"


def value_words(book: "Book", fact: str, value: str) -> str:
    """A value of a fact as the book says it."""
    return plain(book.fact[fact].words.get(value, value))


def where_words(book: "Book", where: "Where") -> str:
    """Which signs a choice picks."""
    return f"{_kind(where)}signs{_among(book, where)}"


def _fact(book: "Book", fact: str, values: str) -> str:
    return f"{plain(book.fact[fact].title)}: {values}"


def _from(book: "Book", fact: str, value: str) -> str:
    values = book.fact[fact].values
    rest = values[values.index(value) :]
    said = [value_words(book, fact, each) for each in rest]
    return _or(said) if len(rest) <= LISTED else f"{said[0]} or higher"


def _joined(book: "Book", parts: "tuple[Condition, ...]", link: str = "") -> str:
    """The parts in words, set apart where they could run into one another; nested ones stand in brackets."""
    said = [words(book, part) for part in parts]
    if len(said) == 1:
        return said[0]
    apart = (f"({text})" if _is_nested(part) else text for part, text in zip(parts, said, strict=True))
    gap = f" {link} " if link and all(_is_tight(part) for part in parts) else f"; {link} "
    return gap.replace("  ", " ").join(apart)


def _is_tight(condition: "Condition") -> bool:
    """Whether it is said in one breath."""
    return condition.kind == "condition" or _is_nested(condition)


def _is_nested(condition: "Condition") -> bool:
    """Whether it has several parts of its own."""
    match condition.kind:
        case "all":
            return len(condition.all) > 1
        case "any":
            return len(condition.any) > 1
        case "at_least":
            return isinstance(condition.of, tuple)
        case _:
            return False


def _count(book: "Book", condition: "AtLeast") -> str:
    kind, among, least = _kind(condition.where), _among(book, condition.where), condition.at_least
    if least == 1:
        return f"any {kind}sign{among}"
    if condition.of == "indicators":
        return f"{least} or more {kind}signs{among}"
    return f"{kind}signs of {least} or more {'facts' if condition.of == 'clusters' else 'groups'}{among}"


def _points(book: "Book", condition: "Points") -> str:
    lines = [
        f"{line.worth} for each of the {where_words(book, line.each)}"
        if line.kind == "each"
        else f"{plain(book.fact[line.fact].title)} "
        + ", ".join(f"{worth} at {value_words(book, line.fact, value)}" for value, worth in line.worth.items() if worth)
        for line in condition.points
    ]
    return f"{condition.at_least} or more points: {'; '.join(lines)}"


def _kind(where: "Where") -> str:
    """What stands before the signs: their strength, and the name of their choice."""
    picked = [_or(map(spoken, _listed(where.strength))), _or(map(_quoted, _listed(where.set_)))]
    return "".join(f"{each} " for each in picked if each)


def _among(book: "Book", where: "Where") -> str:
    """What stands behind the signs: their groups, clusters, forms and titles, and which are left out."""
    groups = {group.id: plain(group.title) for group in book.rulebook.groups}
    said = "".join(
        f" {link} {_or(names)}"
        for link, names in (
            ("of", [groups[each] for each in _listed(where.group)]),
            ("of", [spoken(each) for each in _listed(where.cluster)]),
            ("in", [spoken(each) for each in _listed(where.forms)]),
            ("among:", [plain(book.indicator[each].title) for each in where.ids or ()]),
        )
        if names
    )
    left = f" (not counting {_kind(where.not_)}ones{_among(book, where.not_)})" if where.not_ is not None else ""
    return said + left


def _quoted(name: str) -> str:
    return f'"{spoken(name)}"'


def _listed(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value


def _or(texts: "Iterable[str]") -> str:
    """One or the other: `a`, `a or b`, `a, b or c`; texts with a comma or an *or* of their own are set apart."""
    said = list(texts)
    if len(said) > 1 and any("," in text or " or " in text for text in said):
        return " / ".join(said)
    return " or ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)
