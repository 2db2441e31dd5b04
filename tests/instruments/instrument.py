"""Published instruments as rulebooks, and the one path by which anything is asked of them: that of `advise`."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from screen.cli.answering import advice_document
from screen.core.book import Book
from screen.core.checks import check_book
from screen.core.given import misfits
from screen.core.shape.answers import Answers
from screen.storage.twin import load_rulebook

HERE = Path(__file__).parent
NAMES = tuple(sorted(path.stem for path in HERE.glob("*.yaml")))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

Advice = dict[str, Any]


def path_of(name: str) -> Path:
    """The file of an instrument."""
    return HERE / f"{name}.yaml"


@cache
def instrument(name: str) -> Book:
    """An instrument, checked and compiled as a start of the program does it."""
    loaded = load_rulebook(path_of(name), None, lambda: check_book)
    assert loaded.warnings == ()
    return Book(loaded.book)


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table."""
    with (HERE / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def values(table: str) -> dict[str, Any]:
    """The values in a JSON file beside the tables."""
    return dict(json.loads((HERE / "tables" / f"{table}.json").read_text(encoding="utf-8")))


def advised(name: str, **parts: Any) -> Advice:  # noqa: ANN401 - a file of answers is a tree
    """What `htscreen advise --answers FILE --json` prints for such a file."""
    book, answers = instrument(name), Answers.model_validate(parts)
    assert list(misfits(book, answers, NOON)) == []
    return advice_document(book, answers, NOON)


def told(name: str, signs: Iterable[str]) -> dict[str, str]:
    """Every sign of an instrument, these present and all others absent."""
    found = set(signs)
    return {sign: "present" if sign in found else "absent" for sign in instrument(name).bit}


def ticked(name: str, signs: Iterable[str]) -> dict[str, list[str] | str]:
    """The answer to every item that can find a sign, so that these are found and no other."""
    found, answers = set(signs), dict[str, list[str] | str]()
    for item in instrument(name).rulebook.items:
        picked = [option.id for option in item.options if found.intersection(option.shows)]
        none = [option.id for option in item.options if not option.shows]
        if any(option.shows for option in item.options):
            answers[item.id] = picked if item.pick == "many" else (picked or none)[0]
    return answers


def subsets(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of some of these, of none and of all."""
    every = tuple(names)
    for size in range(len(every) + 1):
        yield from combinations(every, size)
