"""What pydantic finds wrong, in words an author can act on: a fault and a remedy for each type of error."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from screen.storage.quoting import listed, nearest, quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Words = tuple[str, str]
"""A fault, and its remedy."""

WANTED = MappingProxyType(
    {
        "string_type": "a text",
        "tuple_type": "a list",
        "list_type": "a list",
        "dict_type": "a part with keys",
        "model_type": "a part with keys",
        "model_attributes_type": "a part with keys",
        "int_type": "a whole number",
        "int_parsing": "a whole number",
        "bool_type": "`true` or `false`",
        "bool_parsing": "`true` or `false`",
    }
)


def in_words(error: "ErrorDetails") -> Words:
    """Fault and remedy of any error but a key too many, whose remedy needs the shape."""
    kind, given, details = error["type"], error["input"], error.get("ctx", {})
    if kind in WANTED:
        return _wrong_type(given, WANTED[kind])
    if kind in {"condition", "points"}:
        return _no_kind(given, error["msg"])
    if kind in _WORDS:
        return _WORDS[kind](given, details)
    return f"{quoted(given)} cannot stand here: {error['msg'].lower()}.", "Write what is permitted here."


def missing_key(key: object) -> Words:
    """A key that has to be written and is not."""
    return f"the key {quoted(key)} is missing here.", f"Write `{key}:` and its value."


def unknown_key(key: object, permitted: tuple[str, ...]) -> Words:
    """A key that this part does not have, and the one that was probably meant."""
    meant = nearest(key, permitted)
    known = f"Permitted here: {listed(permitted)}." if permitted else "Delete it."
    remedy = f"Write {quoted(meant)}, or delete it." if meant else known
    return f"the key {quoted(key)} is not known here.", remedy


def _wrong_type(given: object, wanted: str) -> Words:
    fault = f"{_named(given)} stands where {wanted} is wanted."
    if given is None:
        return fault, "Write it, or delete the line."
    if isinstance(given, bool) and wanted == "a text":
        return fault, "Put the word in quotes, or write `yes` or `no`."
    if isinstance(given, int) and wanted == "a text":
        return fault, "Put the number in quotes."
    if wanted == "a list" and not isinstance(given, dict):
        return fault, "Write it in brackets, or on a line that begins with `- `."
    return fault, f"Write {wanted}."


def _named(given: object) -> str:
    if given is None:
        return "nothing"
    if isinstance(given, list | dict):
        return "a list" if isinstance(given, list) else "a part with keys"
    return quoted(given)


def _no_kind(given: object, message: str) -> Words:
    kinds = re.split(r", | or ", message.partition("starts with ")[2])
    if not isinstance(given, Mapping):
        return f"{_named(given)} stands alone; {message}.", "Write one of these words, a colon, and what it is about."
    for key in given:
        if meant := nearest(key, kinds):
            return f"the key {quoted(key)} is not known here; {message}.", f"Write {quoted(meant)}."
    return f"{message}; here is {listed(given) or 'no key'}.", "Begin it with one of these words."


def _word(given: object, details: Mapping[str, Any]) -> Words:
    permitted = re.findall(r"'([^']*)'", details["expected"])
    meant = nearest(given, permitted) if isinstance(given, str) else None
    remedy = f"Write {quoted(meant)}." if meant else f"Permitted: {listed(permitted)}."
    return f"{_named(given)} is none of the words permitted here.", remedy


def _pattern(given: object, details: Mapping[str, Any]) -> Words:
    if "min|h|d" in details["pattern"]:
        return f"{quoted(given)} is no length of time.", "Write such as `30 min`, `24 h` or `5 d`."
    remedy = "Begin it with a letter or digit and use letters, digits, spaces and . ( ) _ - only."
    return f"{quoted(given)} cannot be an id.", remedy


def _own_words(given: object, details: Mapping[str, Any]) -> Words:
    text = str(details["error"])
    if "isoformat" in text or re.search(r"(year|month|day)\b.* (in|of range)", text):
        return f"{quoted(given)} is no day.", "Write such as `2026-11-22`."
    return f"{text}.", "Change it."


_WORDS: Mapping[str, Callable[[object, Mapping[str, Any]], Words]] = MappingProxyType(
    {
        "literal_error": _word,
        "string_pattern_mismatch": _pattern,
        "value_error": _own_words,
        "string_too_short": lambda _, __: ("the text is empty.", "Write it, or delete the line."),
        "string_too_long": lambda given, told: (
            f"{quoted(given)} is too long.",
            f"Use at most {told['max_length']} characters.",
        ),
        "too_short": lambda _, told: ("the list is too short.", f"Write at least {told['min_length']}."),
        "too_long": lambda _, told: ("the list is too long.", f"Write at most {told['max_length']}."),
        "greater_than_equal": lambda given, told: (f"{quoted(given)} is too small.", f"Write {told['ge']} or more."),
        "less_than_equal": lambda given, told: (f"{quoted(given)} is too large.", f"Write {told['le']} or less."),
    }
)
