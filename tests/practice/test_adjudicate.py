"""Two ratings made apart, and a third where they differ, held against the published truth table."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.practice.adjudicate import adjudicate

TABLE = Path(__file__).parent.parent / "instruments" / "tables" / "blind_verification.csv"
STATUS = {"verified": "verified", "verification-tie": "tie", "invalid": "invalid"}
NOTHING = ("not_an_intercept",)

with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def test_the_table_has_every_pair_of_ratings_and_every_way_to_break_a_tie() -> None:
    assert len(ROWS) == 27


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join((row["rater1"], row["rater2"], row["tie_break"])))
def test_each_row_of_the_table_comes_to_what_it_says(row: dict[str, str]) -> None:
    verdict = adjudicate(row["rater1"], row["rater2"], row["tie_break"], NOTHING)
    assert verdict.status == STATUS[row["status"]]
    assert verdict.category == row["final_category"]


words = st.text(min_size=1, max_size=4)


@given(words, words, words)
def test_who_came_first_makes_no_difference(first: str, second: str, third: str) -> None:
    assert adjudicate(first, second, third) == adjudicate(second, first, third)


@given(words, words)
def test_a_third_is_not_looked_at_where_two_agree(both: str, third: str) -> None:
    assert adjudicate(both, both, third) == adjudicate(both, both)
