"""Counting: every figure is right, and none tells of fewer than five people, by itself or by what it leaves over."""

from collections.abc import Iterator
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from screen.core.record import CaseNote, Record, Screened
from screen.core.screening import Screening
from screen.core.suppression import LEAST
from screen.reports.records.counting import COLUMNS, Counted, count_records, csv_of, jsonl_of

NOTE = CaseNote("", (), (), ())
DISPOSITIONS = ("nothing-noted", "ask-more", "refer", "refer-now")
REFERRALS = DISPOSITIONS[2:]
SIGNS = ("a", "b", "c")
PERSON = st.tuples(st.sampled_from(DISPOSITIONS), st.lists(st.sampled_from(SIGNS), unique=True, max_size=3))
PEOPLE = st.lists(st.tuples(st.integers(11, 12), PERSON), max_size=40)


def record(month: int, disposition: str | None, present: list[str]) -> Record:
    at = datetime(2026, month, 3, tzinfo=UTC)
    advice = {"disposition": disposition, "present": present}
    person = Screened(at, Screening(), advice, NOTE)
    return Record(1, "R", 1, "", at, at, "Port of somewhere", "Lane 4", "e", "s", "p", (), (person,))


def rows_of(people: list[tuple[int, tuple[str, list[str]]]]) -> list[Counted]:
    records = [record(month, disposition, signs) for month, (disposition, signs) in people]
    return list(count_records(records, REFERRALS, {"a": "MethodsOfControlThreats"}))


@given(PEOPLE)
def test_every_figure_that_is_told_is_right(people: list[tuple[int, tuple[str, list[str]]]]) -> None:
    for row in rows_of(people):
        mine = [person for month, person in people if row.month == f"2026-{month}"]
        counts = {
            "screened": len(mine),
            "referred": sum(disposition in REFERRALS for disposition, _ in mine),
            "disposition": sum(disposition == row.value for disposition, _ in mine),
            "sign": sum(row.value in signs for _, signs in mine),
        }
        assert row.people in (None, counts[row.measure])
        assert row.people is not None or 0 <= counts[row.measure] <= len(mine)


@given(PEOPLE)
def test_no_figure_and_nothing_it_leaves_over_is_of_one_to_four(
    people: list[tuple[int, tuple[str, list[str]]]],
) -> None:
    rows = rows_of(people)
    for month in {row.month for row in rows}:
        told = {(row.measure, row.value): row.people for row in rows if row.month == month}
        screened = told["screened", ""]
        if screened is None:
            assert told == {("screened", ""): None}
            continue
        assert all(figure is None or figure == 0 or figure >= LEAST for figure in told.values())
        for key, figure in told.items():
            if key[0] in ("referred", "sign") and figure is not None:
                assert screened - figure == 0 or screened - figure >= LEAST
        levels = [figure for (measure, _), figure in told.items() if measure == "disposition"]
        assert not levels or sum(figure or 0 for figure in levels) == screened


def tables(sums: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread so many people over so many dispositions."""
    if parts == 1:
        yield (sums,)
        return
    for first in range(sums + 1):
        yield from ((first, *rest) for rest in tables(sums - first, parts - 1))


def test_over_all_small_tables_what_is_told_leaves_at_least_two_open_or_tells_no_small_figure() -> None:
    for screened in range(1, 15):
        seen = dict[tuple[object, ...], list[tuple[int, ...]]]()
        for table in tables(screened, len(DISPOSITIONS)):
            people: list[tuple[int, tuple[str, list[str]]]] = [
                (11, (name, [])) for name, many in zip(DISPOSITIONS, table, strict=True) for _ in range(many)
            ]
            seen.setdefault(tuple(rows_of(people)), []).append(table)
        for behind in seen.values():
            for place in range(len(DISPOSITIONS)):
                values = {table[place] for table in behind}
                assert len(values) > 1 or not 0 < min(values) < LEAST, (screened, behind[:3])


def test_where_one_level_is_too_rare_none_is_told() -> None:
    many = {"refer": 6, "refer-now": 2, "ask-more": 5, "nothing-noted": 9}
    people: list[tuple[int, tuple[str, list[str]]]] = [
        (11, (name, [])) for name, count in many.items() for _ in range(count)
    ]
    assert [(row.measure, row.people) for row in rows_of(people)] == [("screened", 22), ("referred", 8)]


def test_a_book_that_withholds_its_result_is_counted_as_that() -> None:
    rows = list(count_records([record(11, None, []) for _ in range(6)], REFERRALS, {}))
    assert [tuple(row) for row in rows] == [
        ("2026-11", "screened", "", "", 6),
        ("2026-11", "referred", "", "", 0),
        ("2026-11", "disposition", "withheld", "", 6),
    ]


def test_both_faces_tell_the_same_and_nothing_of_where_or_who() -> None:
    rows = rows_of([(11, ("refer", ["a"]))] * 6 + [(12, ("refer", ["b"]))])
    table, lines = list(csv_of(rows)), list(jsonl_of(rows))
    assert table[0] == ",".join(COLUMNS) + "\r\n"
    assert len(table) == len(lines) + 1
    assert "2026-11,sign,a,MethodsOfControlThreats,6\r\n" in table
    assert "2026-12,screened,,,<5\r\n" in table
    assert "somewhere" not in "".join((*table, *lines))
