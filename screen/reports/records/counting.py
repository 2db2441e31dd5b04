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
        yield from _rows(month, counts, referrals, htcds)


def _counted(
    disposition: str | None, present: "Iterable[str]", referrals: "Collection[str]"
) -> "Iterator[tuple[str, str]]":
    yield SCREENED, ""
    yield (REFERRED if disposition in referrals else NOT_REFERRED), ""
    yield DISPOSITION, disposition or "withheld"
    for name in present:
        yield SIGN, name


def _rows(
    month: str, counts: "Counter[tuple[str, str]]", referrals: "Collection[str]", htcds: "Mapping[str, str]"
) -> "Iterator[Counted]":
    """The rows of one month, what was not counted at all left out but for the referrals."""
    hidden = _hidden(counts, referrals)
    levels = {key for key in counts if key[0] == DISPOSITION}
    if levels <= hidden and counts[SCREENED, ""] >= LEAST:  # how many rows there are would tell
        counts = Counter({key: many for key, many in counts.items() if key not in levels})
    counts.setdefault((REFERRED, ""), 0)
    for key in sorted(counts, key=_place):
        measure, value = key
        if measure != NOT_REFERRED:
            yield Counted(month, measure, value, htcds.get(value, ""), None if key in hidden else counts[key])


def _hidden(counts: "Counter[tuple[str, str]]", referrals: "Collection[str]") -> "set[tuple[str, str]]":
    """What is not told, by itself or because the rest would tell it: parts of one sum are withheld together."""
    screened = counts[SCREENED, ""]
    if screened < LEAST:
        return {*counts, (REFERRED, "")}
    sides = withheld({key: counts[key] for key in ((REFERRED, ""), (NOT_REFERRED, ""))})
    levels = {key: many for key, many in counts.items() if key[0] == DISPOSITION}
    referred = {key: many for key, many in levels.items() if key[1] in referrals}
    rest = {key: many for key, many in levels.items() if key not in referred}
    hidden = set(sides)
    for sums in (levels,) if sides else (referred, rest):
        hidden |= withheld(sums)
    signs = ((key, many) for key, many in counts.items() if key[0] == SIGN)
    return hidden | {key for key, many in signs if withheld({"with": many, "without": screened - many})}


def _place(key: tuple[str, str]) -> tuple[int, str]:
    return (SCREENED, REFERRED, NOT_REFERRED, DISPOSITION, SIGN).index(key[0]), key[1]


def csv_of(rows: "Iterable[Counted]") -> "Iterator[str]":
    """The rows as lines of CSV, under their headings. A count that is not told is `<5`."""
    yield line_of(COLUMNS)
    for row in rows:
        yield line_of(row._replace(people=f"<{LEAST}" if row.people is None else row.people))  # type: ignore[arg-type]


def jsonl_of(rows: "Iterable[Counted]") -> "Iterator[str]":
    """The rows as JSON Lines. A count that is not told is null."""
    return (json.dumps(row._asdict()) + "\n" for row in rows)
