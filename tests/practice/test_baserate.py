"""The page on base rates: its figures are those that were published, and nothing else."""

import csv
from pathlib import Path

import pytest
from pydantic import ValidationError

from screen.core.book import Book
from screen.core.shape.rates import Rates, Study
from screen.practice.baserate import base_rates, whole
from screen.storage.scenarios import read_rates
from tests.practice.plays import FOLDER, NAMES

TABLE = Path(__file__).parent.parent / "instruments" / "tables" / "published_accuracy_2x2.csv"
ROWS = {"qyit": "QYIT", "greenbaum": "Greenbaum", "kaltiso": "Kaltiso", "hurst": "Hurst", "ahtst": "modified AHTST"}


@pytest.fixture(scope="module")
def rates() -> Rates:
    return read_rates(FOLDER)


@pytest.fixture(scope="module")
def published() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ROWS)
def test_a_study_has_the_counts_and_shares_that_were_published(
    rates: Rates, published: list[dict[str, str]], book: Book, name: str
) -> None:
    (row,) = [each for each in published if each["study"].startswith(ROWS[name])]
    (study,) = [each for each in rates.studies if each.id == name]
    counts = (study.seen, study.rightly_left, study.missed, study.false_alarm)
    assert counts == tuple(int(row[key]) for key in ("TP", "TN", "FN", "FP"))
    (found,) = [each for each in base_rates(rates, book).found if each.id == name]
    assert found.confirmed_of_hundred == pytest.approx(float(row["recomputed_ppv"]), abs=0.006)
    assert found.not_of_hundred == pytest.approx(float(row["recomputed_npv"]), abs=0.006)
    assert (found.affected, found.people) == (int(row["ref_pos"]), sum(counts))


def test_every_study_whose_whole_table_was_published_is_there(rates: Rates, published: list[dict[str, str]]) -> None:
    assert len(rates.studies) == sum(bool(row["TN"]) for row in published)


def test_of_100_asked_for_a_second_look_10_to_28_were_confirmed(rates: Rates, book: Book) -> None:
    page = base_rates(rates, book)
    assert (page.confirmed, page.not_confirmed) == ((10, 28), (96, 99))


def test_each_row_of_the_sum_is_a_thousand_people_and_the_rarer_the_fewer_are_confirmed(
    rates: Rates, book: Book
) -> None:
    worked = base_rates(rates, book).worked
    for row in worked:
        assert row.seen + row.missed == row.affected
        assert row.affected + row.false_alarm + row.rightly_left == 1000
        assert row.confirmed_of_hundred == whole(100 * row.seen / (row.seen + row.false_alarm))
    shares = [row.confirmed_of_hundred for row in sorted(worked)]
    assert shares == sorted(shares)


def test_why_most_show_nothing_on_arrival_is_the_rulebooks_own_text(rates: Rates, book: Book) -> None:
    told = {text.title: text.text for text in book.rulebook.explanations if text.id in ("at-arrival", "not-begun")}
    assert {title: each.text for title, each in base_rates(rates, book).arrival} == told
    assert len(told) == 2


def test_a_rulebook_without_these_texts_leaves_them_out(rates: Rates, book: Book) -> None:
    page = base_rates(rates.model_copy(update={"explanations": ("gone",)}), book)
    assert page.arrival == ()


def test_a_share_of_nobody_is_refused() -> None:
    with pytest.raises(ValidationError):
        Study(id="a", name="A", source="A", among="a", cut="1", seen=0, missed=1, false_alarm=0, rightly_left=1)


def test_the_base_rates_are_no_scenario() -> None:
    assert "base_rates" not in NAMES


def test_a_half_counts_as_a_whole() -> None:
    assert (whole(0.5), whole(1.5), whole(2.49)) == (1, 2, 2)
