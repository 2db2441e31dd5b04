"""The figures of a learner: what is counted, from when on rates are told, and what they still need."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.book import Book
from screen.core.shape.attempt import Attempt
from screen.practice.figures import ENOUGH, SURENESS, brier, figures_of, sure_of
from tests.practice.made import made_attempt

RIGHT: dict[str, Any] = {}
CLEAN, MISSED = {"advice": "ask-more", "key": "ask-more"}, {"advice": "consult", "key": "refer"}
ALARM = {"advice": "refer-now", "key": "nothing-noted"}


def played(*outcomes: dict[str, Any]) -> list[Attempt]:
    """An attempt at a scenario of its own for each outcome."""
    return [made_attempt(f"s{number}", number % 28 + 1, **each) for number, each in enumerate(outcomes)]


def test_the_four_cells_count_from_the_first_scenario_on(book: Book) -> None:
    figures = figures_of(book, played(RIGHT, RIGHT, CLEAN, MISSED, ALARM))
    assert figures.cells == {"seen": 2, "missed": 1, "false-alarm": 1, "rightly-left": 1}
    assert figures.levels == (1, 3, 1)
    assert figures.lacking == ("enough",)
    assert (figures.sensitivity, figures.false_alarms, figures.detection, figures.brier) == (None, None, None, None)


def test_rates_come_from_ten_scenarios_on(book: Book) -> None:
    nine = [RIGHT] * 4 + [MISSED] + [CLEAN] * 3 + [ALARM]
    assert figures_of(book, played(*nine)).lacking == ("enough",)
    figures = figures_of(book, played(*nine, CLEAN))
    assert figures.lacking == ()
    assert figures.sensitivity is not None
    assert figures.false_alarms is not None
    assert (figures.sensitivity.hits, figures.sensitivity.of) == (4, 5)
    assert (figures.false_alarms.hits, figures.false_alarms.of) == (1, 5)
    assert figures.detection is not None
    assert figures.brier is not None


@pytest.mark.parametrize(("each", "lacking"), [(RIGHT, "not-real"), (CLEAN, "real")])
def test_what_is_missing_for_telling_apart_is_named(book: Book, each: dict[str, Any], lacking: str) -> None:
    figures = figures_of(book, played(*[each] * ENOUGH))
    assert figures.lacking == (lacking,)
    assert figures.detection is None
    assert (figures.sensitivity is None) == (lacking == "real")


def test_a_scenario_played_again_counts_once_as_it_was_played_first(book: Book) -> None:
    figures = figures_of(book, [made_attempt("s", 9, **RIGHT), made_attempt("s", 2, **MISSED)])
    assert (figures.scenarios, figures.again) == (1, 1)
    assert figures.cells["missed"] == 1


def test_an_attempt_of_another_rulebook_is_set_aside_and_counted(book: Book) -> None:
    figures = figures_of(
        book, played(RIGHT, {"advice": "gone"}, {"key": "gone", "advice": "refer", "truth": "nothing"})
    )
    assert (figures.scenarios, figures.set_aside) == (1, 2)


def test_signs_stand_with_the_most_frequent_first(book: Book) -> None:
    outcomes = ({"missed": ["few-possessions"]}, {"missed": ["few-possessions", "documents-held"], "found": ["no-pay"]})
    figures = figures_of(book, played(*outcomes, {"overcalled": ["documents-held"]}))
    assert figures.missed == (("few-possessions", 2), ("documents-held", 1))
    assert figures.overcalled == (("documents-held", 1),)
    assert figures.found == 1


def test_facts_entered_otherwise_than_they_showed_are_counted(book: Book) -> None:
    figures = figures_of(book, played({"facts_wrong": ["age", "disclosure"]}, {"facts_wrong": ["age"]}, RIGHT))
    assert figures.facts_wrong == 3


def test_no_attempt_is_no_fault(book: Book) -> None:
    figures = figures_of(book, [])
    assert (figures.scenarios, figures.lacking) == (0, ("enough", "real", "not-real"))
    assert [row.of for row in figures.sure] == [0] * 5
    assert brier(figures.sure) is None


OUTCOME = st.sampled_from([RIGHT, CLEAN, MISSED, ALARM]).flatmap(
    lambda each: st.integers(1, 5).map(lambda confidence: {**each, "confidence": confidence})
)


@settings(deadline=None)
@given(st.lists(OUTCOME, max_size=16), st.randoms(use_true_random=False))
def test_the_order_of_attempts_does_not_matter_and_nobody_is_lost(
    book: Book,
    outcomes: list[dict[str, Any]],
    chance: Any,  # noqa: ANN401 - hypothesis's own Random
) -> None:
    attempts = played(*outcomes)
    figures = figures_of(book, attempts)
    chance.shuffle(attempts)
    assert figures_of(book, attempts) == figures
    assert sum(figures.cells.values()) == sum(figures.levels) == sum(row.of for row in figures.sure) == len(outcomes)
    assert figures.levels.right == sum(row.right for row in figures.sure)


@settings(deadline=None)
@given(st.lists(OUTCOME, min_size=1, max_size=16))
def test_the_brier_score_is_the_mean_of_each_attempts_own(outcomes: list[dict[str, Any]]) -> None:
    made = [made_attempt(f"s{number}", **each).outcome for number, each in enumerate(outcomes)]
    outcomes_ = [each for each in made if each is not None]
    single = [(SURENESS[each.confidence] - (each.advice == each.key)) ** 2 for each in outcomes_]
    assert brier(sure_of(outcomes_)) == pytest.approx(sum(single) / len(single))
    assert 0 <= sum(single) / len(single) <= 1
