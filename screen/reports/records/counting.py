"""Counting: what records come to by month, without anything that could tell who somebody is.

A row is a count of people. Where fewer than five stand behind it, or behind what it leaves over, it is not told.
"""

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from screen.core.suppression import LEAST, withheld
from screen.reports.practice.cells import line_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from screen.core.record import Record

SCREENED, REFERRED, NOT_REFERRED = "screened", "referred", "not-referred"
DISPOSITION, SIGN = "disposition", "sign"


class Counted(NamedTuple):
    """A count of people: in which month they were sealed, of what, and how many; None if it is not told.

    `htcds`: the field of IOM's case data standard that a sign comes near to, as noted and not as verified.
    """

    month: str
    measure: str
    value: str
    htcds: str
    people: int | None


COLUMNS = Counted._fields


def count_records(
    records: "Iterable[Record]", referrals: "Collection[str]", htcds: "Mapping[str, str]"
) -> "Iterator[Counted]":
    """The rows, month by month. `referrals`: the dispositions that are one; `htcds`: the field of each sign."""
    months = dict[str, Counter[tuple[str, str]]]()
    for record in records:
        month = f"{record.sealed or record.began:%Y-%m}"
        counts = months.setdefault(month, Counter())
        for person in record.people:
            advice = person.advice
            counts.update(_counted(advice["disposition"], advice["present"], referrals))
    for month, counts in sorted(months.items()):
        yield from _rows(month, counts, htcds)


def _counted(
    disposition: str | None, present: "Iterable[str]", referrals: "Collection[str]"
) -> "Iterator[tuple[str, str]]":
    yield SCREENED, ""
    yield (REFERRED if disposition in referrals else NOT_REFERRED), ""
    yield DISPOSITION, disposition or "withheld"
    for name in present:
        yield SIGN, name


def _rows(month: str, counts: "Counter[tuple[str, str]]", htcds: "Mapping[str, str]") -> "Iterator[Counted]":
    """The rows of one month. Where one level cannot be told none is, nor that it is there: the sum would tell it."""
    screened = counts[SCREENED, ""]
    if screened < LEAST:
        yield Counted(month, SCREENED, "", "", None)
        return
    sides = withheld({side: counts[side, ""] for side in (REFERRED, NOT_REFERRED)})
    yield Counted(month, SCREENED, "", "", screened)
    yield Counted(month, REFERRED, "", "", None if REFERRED in sides else counts[REFERRED, ""])
    levels = {value: many for (measure, value), many in counts.items() if measure == DISPOSITION}
    for value, many in sorted(levels.items()) if min(levels.values()) >= LEAST else ():
        yield Counted(month, DISPOSITION, value, "", many)
    signs = {value: many for (measure, value), many in counts.items() if measure == SIGN}
    for value, many in sorted(signs.items()):
        hidden = withheld({"with": many, "without": screened - many})
        yield Counted(month, SIGN, value, htcds.get(value, ""), None if hidden else many)


def csv_of(rows: "Iterable[Counted]") -> "Iterator[str]":
    """The rows as lines of CSV, under their headings. A count that is not told is `<5`."""
    yield line_of(COLUMNS)
    for row in rows:
        yield line_of(row._replace(people=f"<{LEAST}" if row.people is None else row.people))  # type: ignore[arg-type]


def jsonl_of(rows: "Iterable[Counted]") -> "Iterator[str]":
    """The rows as JSON Lines. A count that is not told is null."""
    return (json.dumps(row._asdict()) + "\n" for row in rows)
