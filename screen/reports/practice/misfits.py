"""Misfits: what of a trainer's mapping names nothing that is there, each as a problem."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from screen.core.problem import Problem
from screen.reports.practice.columns import COLUMNS, PERSON
from screen.reports.practice.statements import is_iri

if TYPE_CHECKING:
    from screen.core.shape.mapping import TrainerMapping

_ADDRESS = re.compile(r"[^\s@<>\x00-\x20\x7f]+@[^\s@<>\x00-\x20\x7f]+")


def mapping_misfits(mapping: "TrainerMapping") -> Iterator[Problem]:
    """Every problem of a mapping, in the order of its keys."""
    known = (*COLUMNS, *PERSON)
    for heading, name in mapping.columns.items():
        if name not in known and name not in mapping.constants:
            yield Problem(("columns", heading), f"`{name}` is no column and no constant.", _nearest(name, mapping))
        elif name in PERSON and not mapping.people:
            yield Problem(("columns", heading), f"`{name}` is known of nobody.", "Write `people`, or delete the line.")
    for name in mapping.constants:
        if name in known:
            yield Problem(("constants", name), f"`{name}` is the name of a column.", "Give it a name of your own.")
    for name in mapping.words:
        if name not in COLUMNS:
            yield Problem(("words", name), f"`{name}` is no column that has words.", _nearest(name, mapping))
    for pseudonym, person in mapping.people.items():
        if person.mbox is not None and not _ADDRESS.fullmatch(person.mbox):
            place = ("people", pseudonym, "mbox")
            yield Problem(place, f"`{person.mbox}` is no mail address.", "Write such as `jo@example.org`.")
    yield from _merged(mapping)
    if mapping.home_page is not None and not is_iri(mapping.home_page):
        fault = f"`{mapping.home_page}` is no address."
        yield Problem(("home_page",), fault, "Write such as `https://learn.example.org/`.")


def _merged(mapping: "TrainerMapping") -> Iterator[Problem]:
    """Two learners under one id or one mail address, whom a training system would take for one."""
    first: dict[tuple[str, str], str] = {}
    for pseudonym, person in mapping.people.items():
        for key, value in (("id", person.id), ("mbox", person.mbox)):
            if value is None:
                continue
            other = first.setdefault((key, value.casefold() if key == "mbox" else value), pseudonym)
            if other != pseudonym:
                fault = f"`{value}` is the {key} of `{other}` too."
                yield Problem(("people", pseudonym, key), fault, "Give each learner one of their own.")


def _nearest(name: str, mapping: "TrainerMapping") -> str:
    near = get_close_matches(name, (*COLUMNS, *PERSON, *mapping.constants), 1)
    return f"Write `{near[0]}`." if near else "docs/export.md lists the columns; constants stand under `constants`."
