"""A record: an encounter as it is sealed, whole enough to be read in ten years without this program."""

from datetime import datetime
from typing import Any, NamedTuple

from screen.core.screening import Screening

FORMAT = 1
"""Raise it when a record can no longer be read as before."""


class Section(NamedTuple):
    """A part of a case note: its heading, and what stands under it, a sentence or more each."""

    heading: str
    texts: tuple[str, ...]


class CaseNote(NamedTuple):
    """A case note before it is a text: its title, what stands at its head, its parts, what stands at its foot."""

    title: str
    head: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: tuple[str, ...]


class Screened(NamedTuple):
    """One person as recorded: when it began, what was answered, the advice as `advise --json` tells it, the note."""

    began: datetime
    screening: Screening
    advice: dict[str, Any]
    note: CaseNote


class Record(NamedTuple):
    """An encounter as recorded. `format`: the version of how it is written.

    `number` and `previous`: its place in the chain, and the hash of the line before; None and "" outside a chain.
    `sealed`: when; None of a draft. `sha256`: of the rulebook. `recipients`: who can open it, as words.
    """

    format: int
    reference: str
    number: int | None
    previous: str
    began: datetime
    sealed: datetime | None
    port: str
    lane: str
    edition: str
    sha256: str
    program: str
    recipients: tuple[str, ...]
    people: tuple[Screened, ...]
