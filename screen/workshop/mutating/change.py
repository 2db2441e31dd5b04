"""A change: one value of a rulebook replaced or taken out, and the rulebook that differs in nothing else."""

from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from screen.core.value import Value

if TYPE_CHECKING:
    from screen.core.problem import Place
    from screen.core.shape.rulebook import Rulebook

OUT: Final = "(out)"
"""What is made of a value that is taken out. No value of a rulebook looks so: an id begins with a letter or digit."""

_ATTRIBUTES = {"from": "from_", "is": "is_", "set": "set_", "not": "not_"}
_UNSAID = ("when", "where")
"""Keys that add nothing to the name of a change."""

_SPEAKS = {each: each for each in ("id", "indicator", "fact", "condition", "passed", "reached")} | {"is": "fact"}
"""By the kind of an entry, the key that says what it speaks of."""


class Change(NamedTuple):
    """What is made of the value at a place of the book. `id` is the same in every run, and fit for a YAML key."""

    id: str
    place: "Place"
    made: object


def changed(rulebook: "Rulebook", change: Change) -> "Rulebook":
    """The rulebook with that change and no other. It must be a tree of Values, as a compiled twin gives it."""
    return cast("Rulebook", _put(rulebook, change.place, change.made))


def at(tree: object, place: "Place") -> Any:  # noqa: ANN401 - whatever stands there
    """What stands at a place."""
    for key in place:
        tree = cast("Any", tree)[key] if isinstance(tree, tuple | dict) else getattr(tree, _attribute(key))
    return tree


def _put(tree: Any, place: "Place", made: object) -> object:  # noqa: ANN401 - any part of a book
    key, rest = place[0], place[1:]
    if isinstance(tree, tuple):
        before, after = tree[: int(key)], tree[int(key) + 1 :]
        return before + after if made is OUT and not rest else (*before, _inner(tree[int(key)], rest, made), *after)
    if isinstance(tree, dict):
        return {name: _inner(each, rest, made) if name == key else each for name, each in tree.items()}
    name = _attribute(key)
    return Value(vars(tree) | {name: None if made is OUT and not rest else _inner(getattr(tree, name), rest, made)})


def _inner(tree: object, rest: "Place", made: object) -> object:
    return _put(tree, rest, made) if rest else made


def _attribute(key: str | int) -> str:
    return _ATTRIBUTES.get(str(key), str(key))


def named(rulebook: "Rulebook", place: "Place", what: str) -> str:
    """The name of a change: the place with ids in place of numbers, then what is done there.

    An entry of a list is named by what it speaks of, if no other entry of the list does; else by its number from 1.
    """
    words = []
    for length, key in enumerate(place):
        if isinstance(key, int):
            words.append(label(at(rulebook, place[:length]), key))
        elif key not in _UNSAID:
            words.append(key)
    return f"{'/'.join(words)} {what}"


def label(entries: tuple[Any, ...], number: int) -> str:
    """What an entry of a list is called: its id, what it speaks of, or its number from 1."""
    labels = [_spoken(entry) for entry in entries]
    own = labels[number]
    return own if own and labels.count(own) == 1 else str(number + 1)


def _spoken(entry: object) -> str:
    if isinstance(entry, str):
        return entry
    return str(getattr(entry, _SPEAKS.get(getattr(entry, "kind", "id"), ""), ""))
