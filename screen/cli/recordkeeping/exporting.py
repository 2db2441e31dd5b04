"""Exporting: for a supervisor, what records come to by month, and nothing that tells who somebody is."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import FOUND, USAGE
from screen.cli.opening import open_book
from screen.cli.recordkeeping.found import folder_at, unreadable
from screen.cli.recordkeeping.keys import identities_at
from screen.core.problem import Refused
from screen.practice.cell import is_referral
from screen.reports.practice.cells import BOM
from screen.reports.records.counting import Counted, count_records, csv_of, jsonl_of
from screen.storage.records.ledger import AGE
from screen.storage.records.unsealed import read_record
from screen.storage.whole import save_whole
from screen.terminal.console import Closed, open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.record import Record


class Wanted(NamedTuple):
    """From which folders or files, opened by what, into which new files; `bom`: for Excel."""

    places: tuple[Path, ...]
    keys: tuple[Path, ...]
    csv: Path | None
    jsonl: Path | None
    bom: bool


def export_at(wanted: Wanted, *, rulebook: Path | None, plain: bool) -> int:
    """Write the rows, or print them as CSV if no file is named; the exit code. Raises Refused, Unreadable."""
    if wanted.csv is not None and wanted.jsonl is not None and wanted.csv.resolve() == wanted.jsonl.resolve():
        print("--csv and --jsonl name the same file. Give each a file of its own.", file=sys.stderr)
        return USAGE
    console = open_console(plain=plain)._replace(out=sys.stderr)
    book = open_book(rulebook)
    referrals = {name for name in book.rank if is_referral(book, name)}
    htcds = {each.id: each.htcds for each in book.rulebook.indicators if each.htcds}
    try:
        identities = identities_at(console, wanted.keys)
    except Closed:
        console.write("Left.")
        return FOUND
    shut = list[str]()
    rows = tuple(count_records(_records(wanted.places or (folder_at(None),), identities, shut), referrals, htcds))
    for words in shut:
        print(printable(words), file=sys.stderr)
    if not rows:
        print("There is no record to count.", file=sys.stderr)
        return USAGE
    if wanted.csv is None and wanted.jsonl is None:
        print(printable("".join(csv_of(rows)).replace("\r\n", "\n")), end="")
    else:
        _save(wanted, rows)
    return FOUND if shut else 0


def _records(places: tuple[Path, ...], identities: tuple[str, ...], shut: list[str]) -> "Iterator[Record]":
    """Each record once, wherever it lies; `shut` gets what is wrong with those that cannot be read."""
    seen = set[str]()
    for place in places:
        for path in sorted(place.rglob(f"*{AGE}")) if os.path.isdir(place) else (place,):  # noqa: PTH112 - as above
            try:
                record = read_record(path, identities)
            except (Refused, OSError) as error:
                shut.append(str(error if isinstance(error, Refused) else unreadable(path, error)))
                continue
            if record.reference not in seen:
                seen.add(record.reference)
                yield record


def _save(wanted: Wanted, rows: tuple[Counted, ...]) -> None:
    texts = {wanted.csv: (BOM * wanted.bom, *csv_of(rows)), wanted.jsonl: tuple(jsonl_of(rows))}
    paths = [path for path in texts if path is not None]
    try:
        with save_whole(paths) as writes:
            for path, write in zip(paths, writes, strict=True):
                write("".join(texts[path]))
    except OSError as error:
        raise unreadable(paths[0], error) from error
