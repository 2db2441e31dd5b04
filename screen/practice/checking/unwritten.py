"""Texts that are left to be written."""

import re
from typing import TYPE_CHECKING

from screen.core.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\?\?\?|…|^[\s\"'.]*$")


def unwritten(place: Place, text: str) -> "Iterator[Problem]":
    """A problem if the text is empty, is but dots, or says itself that it is not written yet."""
    if _LEFT.search(text):
        yield Problem(place, "this is left to be written.", "Write it; a pause in speech is `...` between words.")
