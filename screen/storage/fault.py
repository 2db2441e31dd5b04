"""pydantic's errors as problems of the book: each at its place in what was written, one for one mistake."""

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from screen.core.problem import Place, Problem
from screen.storage.permitted import permitted_keys
from screen.storage.quoting import nearest
from screen.storage.wording import WANTED, Words, in_words, missing_key, unknown_key

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    from screen.storage.tree import Node

_WHOLE = {*WANTED, "literal_error", "too_short", "string_pattern_mismatch"}
"""Errors that speak of a value as a whole, and fall silent when something inside it is already at fault."""

_RANK = ("literal_error", "string_pattern_mismatch", "string_type")
"""Of what the branches of a union say of one value, these say most; beside them the others are noise."""


class _Fault(NamedTuple):
    place: Place
    error: "ErrorDetails"
    permitted: tuple[str, ...] = ()


def problems_of(error: "ValidationError", content: "Node", shape: "type[BaseModel]") -> tuple[Problem, ...]:
    """The problems of a content that is not of this shape, in pydantic's order: that of the declaration."""
    faults = [_fault(each, content, shape) for each in error.errors(include_url=False)]
    faults = _told_once(_without_echoes(faults))
    grouped = groupby(sorted(faults, key=lambda fault: repr(_mistake(fault))), key=_mistake)
    return tuple(_problem(tuple(same)) for _, same in grouped)


def _fault(error: "ErrorDetails", content: "Node", shape: "type[BaseModel]") -> _Fault:
    steps = error["loc"]
    if error["type"] == "missing":
        return _Fault(_place(steps[:-1], content, error["input"]), error)
    place = _place(steps, content, error["input"])
    if error["type"] != "extra_forbidden":
        return _Fault(place, error)
    parent = _at(content, place[:-1])
    written = {str(key) for key in parent} if isinstance(parent, dict) else set()
    permitted = permitted_keys(shape, steps[:-1], written)
    return _Fault(place, error, tuple(key for key in permitted if key not in written))


def _place(steps: Place, content: "Node", given: object) -> Place:
    """The place that these steps lead to: some are keys and indexes, others the tags of unions.

    A tag may look like a key that stands there, so all readings are tried; the right one ends at the very value that
    pydantic was given.
    """
    ends: dict[Place, Node] = {(): content}
    for step in steps:
        for place, node in tuple(ends.items()):
            if isinstance(node, dict) and step in node:
                ends[(*place, step)] = node[str(step)]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                ends[(*place, step)] = node[step]
    exact = [place for place, node in ends.items() if node is given]
    return max(exact or ends, key=len)


def _at(content: "Node", place: Place) -> "Node":
    node = content
    for step in place:
        node = node[step]  # type: ignore[index] # the place was found in this content
    return node


def _without_echoes(faults: list[_Fault]) -> list[_Fault]:
    """Without what only repeats a fault further in: a list left too short by it, the other branch of a union."""
    inside = {fault.place[:length] for fault in faults for length in range(len(fault.place))}
    inside |= {fault.place for fault in faults if fault.error["type"] == "missing"}
    return [fault for fault in faults if fault.error["type"] not in _WHOLE or fault.place not in inside]


def _told_once(faults: list[_Fault]) -> list[_Fault]:
    """Without the missing keys that an unknown key beside them was probably meant to be."""
    meant = {(*fault.place[:-1], nearest(fault.place[-1], fault.permitted)) for fault in faults if fault.permitted}
    return [
        fault
        for fault in faults
        if fault.error["type"] != "missing" or (*fault.place, fault.error["loc"][-1]) not in meant
    ]


def _mistake(fault: _Fault) -> tuple[Place, object]:
    """What makes two faults the same mistake: the place, but each missing key is one of its own."""
    return fault.place, fault.error["loc"][-1] if fault.error["type"] == "missing" else None


def _problem(same: tuple[_Fault, ...]) -> Problem:
    told = [fault for fault in same if fault.error["type"] in _RANK] or same
    best = sorted(told, key=lambda fault: (*_RANK, fault.error["type"]).index(fault.error["type"]))
    words = [_words(fault) for fault in best]
    remedies = dict.fromkeys(remedy for _, remedy in words)
    return Problem(best[0].place, words[0][0], " Or: ".join(remedies))


def _words(fault: _Fault) -> Words:
    if fault.error["type"] == "missing":
        return missing_key(fault.error["loc"][-1])
    if fault.error["type"] == "extra_forbidden":
        return unknown_key(fault.place[-1], fault.permitted)
    return in_words(fault.error)
