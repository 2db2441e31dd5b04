"""Tables of what was practised: what went in comes out of any reader of CSV, and no spreadsheet reckons with it."""

import csv
import re
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.core.book import Book
from screen.core.shape.attempt import Attempt
from screen.core.shape.mapping import MappedLearner, TrainerMapping
from screen.practice.points import points_of
from screen.reports.practice.cells import harmless, line_of
from screen.reports.practice.choices import CHOICES, choices_head, choices_of
from screen.reports.practice.columns import COLUMNS, PERSON, head_of, rows_of
from screen.reports.practice.misfits import mapping_misfits
from tests.practice.made import made_attempt
from tests.reports.practice.played import ATTEMPTS, played, written

PLAIN = TrainerMapping()


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))


def told(text: str) -> str:
    """The value that a cell stands for: as docs/export.md says, one apostrophe is taken off wherever one was put."""
    return re.sub("(^'*)'(?=[=+\\-@\t\r\n\0＝＋－＠])|([;,\t\r\n][\"']*)'(?=[=+\\-@＝＋－＠])", r"\1\2", text)  # noqa: RUF001 - those very signs


@given(values=st.lists(written(), min_size=1, max_size=5))
def test_every_text_comes_back_through_csv(values: list[str]) -> None:
    line = line_of(tuple(values))
    assert line.endswith("\r\n")
    assert read(line) == [[harmless(each) for each in values]]
    assert [told(cell) for cell in read(line)[0]] == values


@given(value=written(), before=written())
def test_no_cell_begins_as_a_formula_whichever_separator_the_spreadsheet_takes(value: str, before: str) -> None:
    for text in (value, f"{before};{value}", f'{before};"{value}', f"{before}\n{value}"):
        line = line_of(("x", text))
        for delimiter in ",;":
            for row in csv.reader(StringIO(line, newline=""), delimiter=delimiter):
                assert [cell for cell in row if cell.startswith(tuple("=+-@＝＋－＠"))] == []  # noqa: RUF001 - those very signs


def test_a_formula_behind_a_tab_is_disarmed_at_the_head_of_a_value_and_inside_it() -> None:
    assert harmless("\t=1") == "'\t'=1"
    assert harmless("a\t=1") == "a\t'=1"


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "'=1", "＝1"])  # noqa: RUF001 - a wide sign
def test_what_begins_as_a_formula_gets_one_apostrophe_before_it(value: str) -> None:
    assert harmless(value) == f"'{value}"


@pytest.mark.parametrize(
    "value",
    [
        "A-1",
        "Jo O'Neill",
        "a, b",
        'say "no"',
        "two\nlines",
        "two\r\n\r\nlines",
        "a; - b",
        "1+1=2",
        "jo@example.org",
        "'",
        "ü",
        "",
    ],
)
def test_an_ordinary_value_stays_as_it_is(value: str) -> None:
    assert harmless(value) == value
    assert read(line_of(("x", value)))[0][1] == value


def test_a_row_has_a_cell_for_every_column_and_says_what_the_attempt_says(book: Book) -> None:
    attempt = played(book, "red-band", "nothing-noted")
    head, row = read(head_of(PLAIN) + "".join(rows_of(PLAIN, attempt)))
    cells = dict(zip(head, row, strict=True))
    assert head == [*COLUMNS]
    assert attempt.outcome is not None
    assert cells["found"].split(";") == [*attempt.outcome.found]
    assert (cells["result"], cells["advice"], cells["key"]) == ("failed", "nothing-noted", attempt.outcome.key)
    assert (cells["date"], cells["seconds"]) == ("2026-01-01", str(attempt.steps[-1].at))
    assert int(cells["points"]) == int(cells["points_possible"]) - 1


@given(attempt=ATTEMPTS)
def test_whatever_stands_in_an_attempt_is_one_row_and_a_row_a_choice(attempt: Attempt) -> None:
    row = read("".join(rows_of(PLAIN, attempt)))
    assert [len(each) for each in row] == [len(COLUMNS)]
    assert told(row[0][1]) == attempt.learner
    choices = [dict(zip(CHOICES, each, strict=True)) for each in read("".join(choices_of(attempt)))]
    assert [each["does"] for each in choices] == [step.does for step in attempt.steps]
    assert [told(each["text"]) for each in choices] == [step.text for step in attempt.steps]
    assert [each["at"] for each in choices] == [str(step.at) for step in attempt.steps]


def test_every_choice_is_told_with_its_reply_its_options_and_its_seconds(book: Book) -> None:
    attempt = played(book, "blue-band", "refer")
    head, *rows = read(choices_head() + "".join(choices_of(attempt)))
    assert head == [*CHOICES]
    before = 0
    for step, row in zip(attempt.steps, rows, strict=True):
        cells = dict(zip(head, row, strict=True))
        assert (cells["id"], cells["stage"]) == (step.id, step.stage)
        assert cells["reply"] == ("" if step.reply is None else str(step.reply))
        assert cells["picked"] == ";".join(step.picked)
        assert int(cells["seconds"]) == step.at - before
        before = step.at


def test_a_trainer_chooses_the_columns_their_order_their_names_and_their_words() -> None:
    mapping = TrainerMapping(
        columns={"Course": "course", "Person": "person", "E-mail": "mbox", "Passed": "result", "Pseudonym": "learner"},
        constants={"course": "HT-101, spring"},
        words={"result": {"passed": "Y", "failed": "N"}},
        people={"A1": MappedLearner(id="77", name="Jo", mbox="jo@example.org")},
    )
    assert list(mapping_misfits(mapping)) == []
    attempts = (made_attempt(), made_attempt(learner="=B2", advice="consult"))
    assert read(head_of(mapping) + "".join(row for each in attempts for row in rows_of(mapping, each))) == [
        ["Course", "Person", "E-mail", "Passed", "Pseudonym"],
        ["HT-101, spring", "77", "jo@example.org", "Y", "A1"],
        ["HT-101, spring", "'=B2", "", "N", "'=B2"],
    ]


def test_without_columns_of_the_trainers_own_people_stand_behind_all_others() -> None:
    mapping = TrainerMapping(people={"A1": MappedLearner(name="Jo")})
    assert read(head_of(mapping))[0] == [*COLUMNS, *PERSON]
    assert read("".join(rows_of(mapping, made_attempt())))[0][-3:] == ["A1", "Jo", ""]


@pytest.mark.parametrize(
    ("written_", "place"),
    [
        ({"columns": {"Person": "learnr"}}, ("columns", "Person")),
        ({"columns": {"Person": "person"}}, ("columns", "Person")),
        ({"constants": {"learner": "x"}}, ("constants", "learner")),
        ({"words": {"course": {"a": "b"}}, "constants": {"course": "a"}}, ("words", "course")),
        ({"people": {"A1": {"mbox": "Jo Doe"}}}, ("people", "A1", "mbox")),
        ({"people": {"A1": {"id": "7"}, "B2": {"id": "7"}}}, ("people", "B2", "id")),
        ({"people": {"A1": {"mbox": "jo@a.org"}, "B2": {"mbox": "JO@a.org"}}}, ("people", "B2", "mbox")),
        ({"home_page": "learn.example.org"}, ("home_page",)),
    ],
)
def test_a_mapping_that_names_what_is_not_there_is_told_at_its_place(
    written_: dict[str, object], place: tuple[str, ...]
) -> None:
    assert [each.place for each in mapping_misfits(TrainerMapping.model_validate(written_))] == [place]


@pytest.mark.parametrize(
    ("outcome", "points"),
    [
        ({}, (1, 1)),
        ({"advice": "consult"}, (0, 1)),
        ({"found": ["a", "b"], "missed": ["c"], "overcalled": ["d"]}, (3, 5)),
        ({"contact": "wrong"}, (1, 2)),
        ({"contact": "right"}, (2, 2)),
        ({"conduct": {"a": "done", "b": "late", "c": "missed", "d": "broken", "e": "avoided"}}, (2, 5)),
    ],
)
def test_points_count_each_thing_once_and_what_was_let_be_not_at_all(
    outcome: dict[str, Any], points: tuple[int, int]
) -> None:
    found = made_attempt(**outcome).outcome
    assert found is not None
    assert points_of(found) == points
    assert 0 <= points_of(found).share <= 1
