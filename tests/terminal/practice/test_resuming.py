"""A learner who leaves, wherever it is, goes on exactly there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screen.core.book import Book
from screen.practice.keyed import keyed
from screen.terminal.practice.playing import CLOSING
from tests.terminal.keys import asked
from tests.terminal.practice.learner import advice, lines_of, number_of, played, scene, timeless

LINES = ("o", "m18", "m2", "m4", "m11", "0", "1", "2", "u", "d", "b", "x", "t a word", "k", "?", "l", "y", "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_the_question_that_waits_is_the_one_that_waited_when_the_learner_left(book: Book, lines: list[str]) -> None:
    here = scene(book, "red-band")
    first = played(here, ["", *lines])
    if first.steps is not None:
        return
    again = played(here, [""], first.kept[-1])
    before = played(here, ["", *lines, "h", ""])
    if before.steps is None and before.kept[-1] == first.kept[-1]:
        assert waiting(book, again.text) == waiting(book, before.text.split("Press Enter.")[-1])


def waiting(book: Book, text: str) -> str | None:
    """The item that waits; none once no more questions come."""
    return None if text.rstrip().endswith(CLOSING.rstrip()) else asked(book, text)


@pytest.mark.parametrize("name", ["red-band", "blue-band"])
def test_killed_after_any_step_and_resumed_it_comes_to_what_a_straight_run_comes_to(book: Book, name: str) -> None:
    here = scene(book, name)
    key = keyed(here)
    all_steps = (*key.steps, advice(key.assessment.disposition))
    straight = played(here, lines_of(here, all_steps))
    assert straight.steps is not None
    for place in range(0, len(key.steps), 3):
        first = played(here, lines_of(here, all_steps[:place]))
        assert timeless(first.kept[-1]) == timeless(straight.steps[:place])
        second = played(here, lines_of(here, all_steps[place:]), first.kept[-1])
        assert timeless(second.steps) == timeless(straight.steps)


def test_time_never_goes_back_over_a_pause(book: Book) -> None:
    here = scene(book, "red-band")
    first = played(here, ["o", f"m{number_of(here, 'speak-first')}", "0"])
    second = played(here, ["o", "1"], first.kept[-1])
    times = [step.at for step in second.kept[-1]]
    assert times == sorted(times)
    assert times[0] > 0


def test_who_comes_back_once_no_more_questions_come_can_still_do_what_could_be_done_there(book: Book) -> None:
    here = scene(book, "red-band")
    key = keyed(here)
    last = max(place for place, step in enumerate(key.steps) if step.does == "answer")
    first = played(here, lines_of(here, key.steps[: last + 1]))
    assert waiting(book, first.text) is None
    number = f"m{number_of(here, 'card')}"
    straight = played(here, [*lines_of(here, key.steps[: last + 1]), number])
    again = played(here, ["", number], first.kept[-1])
    assert [each.id for each in again.kept[-1]][-1] == [each.id for each in straight.kept[-1]][-1] == "card"
