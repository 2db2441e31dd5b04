"""Reasons: why a condition holds, does not, or is open, as a tree that carries the reasons under it."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from screen.core.truth import compile_test

if TYPE_CHECKING:
    from screen.core.assessment import Worlds
    from screen.core.book import Book
    from screen.core.shape.condition import AtLeast, Condition, Where

State = Literal["held", "not-held", "open"]


class Reason(NamedTuple):
    """What a condition says in words, how it stands, the findings it rests on, and the reasons under it."""

    words: str
    state: State
    findings: tuple[str, ...] = ()
    parts: "tuple[Reason, ...]" = ()


def state_of(book: "Book", condition: "Condition", three: "Worlds") -> State:
    """Held as the evidence stands; open if it could come to hold; else not held."""
    test = compile_test(book, condition)
    if test(three.standing):
        return "held"
    return "open" if any(test(most) for _, most in three.bounds) else "not-held"


def states(book: "Book", three: "Worlds") -> dict[str, State]:
    """How each named condition stands."""
    return {name: state_of(book, condition, three) for name, condition in book.rulebook.conditions.items()}


def explain(book: "Book", condition: "Condition", three: "Worlds") -> Reason:  # noqa: PLR0911 - an arm a kind
    """The whole tree of a condition, without short cuts: every part is told, also those that did not decide."""
    state, present = state_of(book, condition, three), three.standing.present

    def tree(words: str, parts: "tuple[Condition, ...]") -> Reason:
        return Reason(words, state, (), tuple(explain(book, part, three) for part in parts))

    match condition.kind:
        case "indicator":
            bit = book.bit[condition.indicator]
            return Reason(book.indicator[condition.indicator].title, state, book.ids(present & bit))
        case "fact":
            title = book.fact[condition.fact].title
            return Reason(f"{title}: {_value(book, condition.fact, condition.from_)} or more", state)
        case "is":
            wanted = condition.is_ if isinstance(condition.is_, tuple) else (condition.is_,)
            values = " or ".join(_value(book, condition.fact, each) for each in wanted)
            return Reason(f"{book.fact[condition.fact].title}: {values}", state)
        case "all":
            return tree("all of these", condition.all)
        case "any":
            return tree("one of these", condition.any)
        case "condition":
            return tree(condition.condition.replace("-", " "), (book.rulebook.conditions[condition.condition],))
        case "at_least" if isinstance(condition.of, tuple):
            return tree(f"at least {condition.at_least} of these", condition.of)
        case "at_least":
            return _count(book, condition, three, state)
        case "points":
            return Reason(f"at least {condition.at_least} points", state)
        case "passed":
            return Reason(f"the time for {condition.passed} has run out", state)
        case _:
            return Reason(f"the advice is {condition.reached} or higher", state)


def _value(book: "Book", fact: str, value: str) -> str:
    return book.fact[fact].words.get(value, value)


def _count(book: "Book", condition: "AtLeast", three: "Worlds", state: State) -> Reason:
    """A count, with what it has come to: `signs in 2 facts among telling (1 noted)`."""
    hits = three.standing.present & book.where(condition.where)
    noun = {"indicators": "sign", "clusters": "fact", "groups": "group"}[str(condition.of)]
    tables = {"clusters": book.clusters, "groups": book.groups}
    noted = (
        hits.bit_count()
        if condition.of == "indicators"
        else sum(1 for mask in tables[str(condition.of)].values() if mask & hits)
    )
    many = "" if condition.at_least == 1 else "s"
    return Reason(f"{condition.at_least} {noun}{many}{_among(condition.where)} ({noted} noted)", state, book.ids(hits))


def _among(where: "Where") -> str:
    """The choice in words: the names of its sets, groups, clusters, strengths, forms and indicators."""
    words = [
        value if isinstance(value, str) else " or ".join(value)
        for value in (where.set_, where.group, where.cluster, where.strength, where.forms, where.ids)
        if value is not None
    ]
    text = " of " + ", ".join(words).replace("-", " ") if words else ""
    return f"{text} but not{_among(where.not_)}" if where.not_ is not None else text
