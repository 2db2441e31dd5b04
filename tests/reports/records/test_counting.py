"""Counting: every figure is right, and none tells of fewer than five people, by itself or by what it leaves over."""

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
        figures = [figure for figure in told.values() if figure is not None]
        assert all(figure == 0 or figure >= LEAST for figure in figures)
        if screened is None:
            assert all(figure is None for figure in told.values())
            continue
        for key, figure in told.items():
            if key[0] in ("referred", "sign") and figure is not None:
                assert screened - figure == 0 or screened - figure >= LEAST
        parts = [figure for (measure, _), figure in told.items() if measure == "disposition"]
        if not parts:
            continue
        left = screened - sum(figure for figure in parts if figure is not None)
        assert (left == 0) == (None not in parts)
        assert left == 0 or left >= LEAST or all(figure is None for figure in parts)
        if (referred := told["referred", ""]) is not None:
            for of, side in ((referred, REFERRALS), (screened - referred, DISPOSITIONS[:2])):
                left = of - sum(told.get(("disposition", each), 0) or 0 for each in side)
                assert left == 0 or left >= LEAST, "within the referrals, and within the rest"


@given(PEOPLE)
def test_a_referral_that_is_not_told_cannot_be_reckoned_from_the_dispositions(
    people: list[tuple[int, tuple[str, list[str]]]],
) -> None:
    for month in {row.month for row in rows_of(people)}:
        told = {(row.measure, row.value): row.people for row in rows_of(people) if row.month == month}
        parts = {value: figure for (measure, value), figure in told.items() if measure == "disposition"}
        if parts and told["referred", ""] is None and told["screened", ""] is not None:
            assert None in [parts.get(each, 0) for each in DISPOSITIONS]
            mine = [disposition for m, (disposition, _) in people if month == f"2026-{m}"]
            for side in (REFERRALS, DISPOSITIONS[:2]):
                if 0 < sum(each in side for each in mine) < LEAST:
                    assert None in [parts.get(each, 0) for each in side]


def test_a_level_that_is_too_rare_takes_another_of_its_own_side_with_it() -> None:
    many = {"refer": 6, "refer-now": 2, "ask-more": 5, "nothing-noted": 9}
    people: list[tuple[int, tuple[str, list[str]]]] = [
        (11, (name, [])) for name, count in many.items() for _ in range(count)
    ]
    told = {row.value: row.people for row in rows_of(people) if row.measure == "disposition"}
    assert told == {"refer": None, "refer-now": None, "ask-more": 5, "nothing-noted": 9}
    assert [row.people for row in rows_of(people) if row.measure == "referred"] == [8]


def test_where_no_level_is_told_not_even_how_many_there_are_is() -> None:
    people: list[tuple[int, tuple[str, list[str]]]] = [(11, (name, [])) for name in DISPOSITIONS for _ in range(2)]
    assert {row.measure for row in rows_of(people)} == {"screened", "referred"}


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
