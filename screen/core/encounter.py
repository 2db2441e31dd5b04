"""An encounter as it is kept: which one it is, and the people screened in it, one after another."""

from datetime import datetime
from typing import NamedTuple

from screen.core.screening import Screening


class Opening(NamedTuple):
    """What is known of an encounter before its first answer, and says nothing of anybody.

    `reference`: eight random letters; `sha256`: of the rulebook.
    """

    reference: str
    began: datetime
    edition: str
    sha256: str


class Person(NamedTuple):
    """One person of an encounter: when that screening began, and how it stands."""

    began: datetime
    screening: Screening


Party = tuple[Person, ...]
"""The people of an encounter in their order; of the last the screening may be under way."""
