"""What was changed from one rulebook to another: each value, aligned by ids, and what it bears on."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from screen.workshop.mutating.change import label

Kind = Literal["policy", "wording", "contact", "source"]
Path = tuple[str, ...]
"""Keys, and ids or numbers from 1, from the root of the book: `("rules", "two-signs", "when", "at_least")`."""

ORDER = "(order)"
"""The last part of the path of a list whose entries are the same, in another order."""

_WORDING = frozenset((
    "allowed", "because", "booth_title", "explanations", "hidden_because", "innocent", "label", "looks_like", "mark_if",
    "name", "not_if", "note", "notice", "opening", "purpose", "questions", "safeguards", "say", "says", "text", "title",
    "titles", "why", "words",
))  # fmt: skip
_SOURCE = ("grade", "register", "source", "sources")
_NAMED_TEXTS = (("clusters",), ("outcomes",))
"""Where an id is policy and its text is wording."""

_WHOLE = ("strengths", "values")
"""Lists that are told whole, since their order decides."""

_WEIGHED: dict[str, tuple[str, ...]] = {
    "dispositions": (),
    "facts": ("values", "order", "unanswered", "not_asked", "reason"),
    "rules": ("when", "disposition"),
    "duties": ("when",),
    "indicators": ("group", "cluster", "strength", "forms", "unanswered"),
}
_ALL_WEIGHED = ("unanswered", "sets", "conditions", "clocks", "tables")


class Edit(NamedTuple):
    """One value that was changed; None for one that is not there, or says nothing."""

    path: Path
    kind: Kind
    old: str | None
    new: str | None

    @property
    def is_weighed(self) -> bool:
        """Whether what answers come to can turn on it. What is asked and when, and days of rules, are no part of it."""
        if self.kind != "policy":
            return False
        head, rest = self.path[0], self.path[2:]
        if head in _WEIGHED:
            is_entry = not rest and self.path[1] != ORDER
            return is_entry or rest[:1] in {(key,) for key in _WEIGHED[head]} or self.path == ("dispositions", ORDER)
        return head in _ALL_WEIGHED


def edits(old: object, new: object) -> tuple[Edit, ...]:
    """Every change between two rulebooks, in the order of the book; `edition` is left out."""
    return tuple(each for each in _apart((), "policy", old, new) if each.path != ("edition",))


def _apart(path: Path, kind: Kind, old: object, new: object) -> Iterator[Edit]:
    if old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple) and path[-1] not in _WHOLE:
        yield from _lists(path, kind, old, new)
    elif isinstance(old, dict) and isinstance(new, dict):
        inner: Kind = "wording" if path in _NAMED_TEXTS else kind
        for key in dict.fromkeys((*old, *new)):
            both = key in old and key in new
            yield from _apart((*path, key), inner if both else kind, old.get(key), new.get(key))
    elif _is_alike(old, new):
        for name, here in vars(old).items():
            key = name.rstrip("_")
            yield from _apart((*path, key), _kind(kind, key), here, vars(new)[name])
    else:
        yield Edit(path, kind, said(old), said(new))


def _kind(kind: Kind, key: str) -> Kind:
    """What stands under a key: what it says itself, unless something above has said it."""
    if kind != "policy":
        return kind
    if key == "contacts":
        return "contact"
    if key in _SOURCE:
        return "source"
    return "wording" if key in _WORDING else "policy"


def _is_alike(old: object, new: object) -> bool:
    """Whether two values are of one shape, and conditions of one kind."""
    if not hasattr(old, "__dict__") or not hasattr(new, "__dict__"):
        return False
    is_entry = hasattr(old, "id")
    return vars(old).keys() == vars(new).keys() and (is_entry or vars(old).get("kind") == vars(new).get("kind"))


def _lists(path: Path, kind: Kind, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Edit]:
    """Entries by their ids; others as they are, and what is left of both sides in turn."""
    before, after = _by_id(old), _by_id(new)
    if before is None or after is None:
        yield from _unnamed(path, kind, old, new)
        return
    for name in dict.fromkeys((*before, *after)):
        yield from _apart((*path, name), kind, before.get(name), after.get(name))
    yield from _order(path, kind, list(before), list(after))


def _by_id(entries: tuple[Any, ...]) -> dict[str, Any] | None:
    named = {each.id: each for each in entries if hasattr(each, "id")}
    return named if len(named) == len(entries) else None


def _order(path: Path, kind: Kind, before: Sequence[object], after: Sequence[object]) -> Iterator[Edit]:
    """What both have, if it stands in another order."""
    one, other = ([each for each in some if each in before and each in after] for some in (before, after))
    if one != other:
        yield Edit((*path, ORDER), kind, said(tuple(one)), said(tuple(other)))


def _unnamed(path: Path, kind: Kind, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Edit]:
    """What only one of the lists has; where each has as much of it, one for one."""
    gone, come = _left_over(old, new), _left_over(new, old)
    if len(gone) == len(come):
        for number, other in zip(gone, come, strict=True):
            name = () if isinstance(old[number], str) else (label(old, number),)
            yield from _apart((*path, *name), kind, old[number], new[other])
    else:
        yield from (Edit(path, kind, said(old[number]), None) for number in gone)
        yield from (Edit(path, kind, None, said(new[number])) for number in come)
    if not gone and not come:
        yield from _order(path, kind, old, new)


def _left_over(entries: tuple[Any, ...], others: tuple[Any, ...]) -> list[int]:
    """The numbers of the entries that the others lack, each of which stands for one alone."""
    waiting = list(others)
    left = []
    for number, each in enumerate(entries):
        if each in waiting:
            waiting.remove(each)
        else:
            left.append(number)
    return left


def said(value: object) -> str | None:
    """A value as a line of YAML, without what says nothing; None for one that is not there."""
    match value:
        case None:
            return None
        case tuple():
            return f"[{', '.join(str(said(each)) for each in value)}]"
        case dict():
            return _mapping(value)
        case str() | int():
            return str(value)
        case _:
            fields = {name.rstrip("_"): each for name, each in vars(value).items()}
            return _mapping({name: each for name, each in fields.items() if name != "kind" or "id" in fields})


def _mapping(fields: dict[str, Any]) -> str:
    told = ((name, said(each)) for name, each in fields.items() if each not in (None, (), {}))
    return f"{{{', '.join(f'{name}: {text}' for name, text in told if text != '{}')}}}"
