"""Asking: when an item of a form is to be asked, in words that point at the form."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screen.core.book import Book
    from screen.core.shape.condition import Condition

UNTOLD = "Only sometimes: when it is keyed in, the program knows."


class _Told(NamedTuple):
    """A condition in words; `joined` is the word between its parts, of which a single one has none."""

    words: str
    joined: str = ""


def when_asked(book: "Book", key: str, numbers: "Mapping[str, int]") -> str:
    """When the branch (`ITEM` or `ITEM/OPTION`) is asked: the shorter of *only if* and *not if*; "" for always.

    `numbers`: the number on the form of the one item that sets a fact.
    """
    condition = book.branches.get(key)
    if condition is None:
        return ""
    asked, hidden = (_told(book, condition, numbers, negated=negated) for negated in (False, True))
    texts = [f"{lead} {told.words}" for lead, told in (("Only if", asked), ("Not if", hidden)) if told is not None]
    return min(texts, key=lambda text: len(text.split()), default=UNTOLD)


def _told(  # noqa: PLR0911 - a return for each kind of condition
    book: "Book", condition: "Condition", numbers: "Mapping[str, int]", *, negated: bool
) -> _Told | None:
    """The condition, or that it does not hold; None for what is a matter of reckoning."""
    match condition.kind:
        case "indicator":
            sign = book.indicator[condition.indicator]
            title = sign.booth_title or sign.title
            return _Told(f"{'not noted' if negated else 'noted'}: {title}")
        case "is":
            wanted = {condition.is_} if isinstance(condition.is_, str) else set(condition.is_)
            return _fact(book, condition.fact, wanted, numbers, negated=negated)
        case "fact" if condition.or_no_reason == "no":
            values = book.fact[condition.fact].values
            wanted = set(values[book.level[condition.fact][condition.from_] :])
            return _fact(book, condition.fact, wanted, numbers, negated=negated)
        case "condition":
            return _told(book, book.rulebook.conditions[condition.condition], numbers, negated=negated)
        case "all":
            return _joined(book, condition.all, numbers, negated=negated, word="or if" if negated else "and")
        case "any":
            return _joined(book, condition.any, numbers, negated=negated, word="and" if negated else "or if")
    return None


def _fact(book: "Book", name: str, wanted: set[str], numbers: "Mapping[str, int]", *, negated: bool) -> _Told | None:
    fact = book.fact[name]
    values = [value for value in fact.values if (value in wanted) != negated]
    if not values:
        return None
    words = " or ".join(fact.words.get(value, value.replace("-", " ")) for value in values)
    number = numbers.get(name)
    return _Told(f"{f'question {number}' if number else fact.title} is {words}")


def _joined(
    book: "Book", parts: "tuple[Condition, ...]", numbers: "Mapping[str, int]", *, negated: bool, word: str
) -> _Told | None:
    """The parts with a comma and a word between them; None where an *or* would stand within an *and*."""
    told: list[_Told] = []
    for part in parts:
        words = _told(book, part, numbers, negated=negated)
        if words is None:
            return None
        told.append(words)
    if word == "and" and any(each.joined == "or if" for each in told):
        return None
    between = "; or if " if word == "or if" else ", and "
    return _Told(between.join(each.words for each in told), word if len(told) > 1 else told[0].joined)
