"""The coefficients of a class, each against another way to reckon it."""

from collections import Counter
from random import Random

import krippendorff
import numpy as np
import pytest

from screen.core.book import Book
from screen.practice.classroom.agreement import agreement_of, alpha_of, kappa_of
from screen.practice.classroom.indices import TELLS_FROM, correlated, scenario_indices, sign_indices
from screen.practice.classroom.mark import Terms, terms_of
from screen.practice.classroom.signs import signs_of
from screen.practice.classroom.tally import Roll, rolled
from tests.practice.classes import a_pack
from tests.practice.made import made_attempt

FLEISS = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
]  # fmt: skip
"""Ten subjects, fourteen raters, five categories: the worked example in many texts, with kappa 0.210."""

NONE = None
CODERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)
"""Krippendorff's own example (2011, "Computing Krippendorff's alpha-reliability"): nominal 0.743, ordinal 0.815."""


def fleiss(table: list[list[int]]) -> float:
    """Fleiss (1971), written out from the paper."""
    subjects, raters = len(table), sum(table[0])
    agreeing = sum((sum(n * n for n in row) - raters) / (raters * (raters - 1)) for row in table) / subjects
    chance = sum((sum(row[place] for row in table) / (subjects * raters)) ** 2 for place in range(len(table[0])))
    return (agreeing - chance) / (1 - chance)


def counts(coders: tuple[tuple[int | None, ...], ...]) -> list[list[int]]:
    return [[unit.count(value) for value in range(1, 6)] for unit in zip(*coders, strict=True)]


def test_fleiss_kappa_is_the_one_of_the_worked_example() -> None:
    assert kappa_of(FLEISS) == pytest.approx(0.20993, abs=5e-6)


@pytest.mark.parametrize("seed", range(20))
def test_fleiss_kappa_is_what_the_formula_of_the_paper_gives(seed: int) -> None:
    chance = Random(seed)
    raters = chance.randint(2, 30)
    table = [
        [each.count(place) for place in range(5)]
        for each in ([chance.choice((0, 1, 1, 3, 4)) for _ in range(raters)] for _ in range(12))
    ]
    assert kappa_of(table) == pytest.approx(fleiss(table))


@pytest.mark.parametrize(("level", "value"), [("nominal", 0.743), ("ordinal", 0.815)])
def test_alpha_is_the_one_that_krippendorff_published(level: str, value: float) -> None:
    assert alpha_of(counts(CODERS), level) == pytest.approx(value, abs=5e-4)  # type: ignore[arg-type]


@pytest.mark.parametrize("table", [[], [[5, 0, 0]], [[5, 0], [5, 0]], [[1, 0], [0, 1]]])
def test_where_nothing_differs_or_nothing_can_be_compared_there_is_no_coefficient(table: list[list[int]]) -> None:
    assert alpha_of(table, "ordinal") is None
    assert kappa_of(table) is None


@pytest.fixture(scope="module")
def terms(book: Book) -> Terms:
    return terms_of(book, a_pack())


LEVELS = ("nothing-noted", "ask-more", "consult", "refer", "refer-now")


def a_roll(terms: Terms, learners: int, scenarios: int, *, gaps: float = 0.0, seed: int = 1) -> Roll:
    chance = Random(seed)
    skill = [chance.random() for _ in range(learners)]
    keys = [chance.choice(LEVELS) for _ in range(scenarios)]
    signs = tuple(terms.sign)[:6]
    attempts = []
    for learner in range(learners):
        for scenario, key in enumerate(keys):
            if chance.random() < gaps:
                continue
            advice = key if chance.random() < 0.3 + skill[learner] / 2 else chance.choice(LEVELS)
            there = signs[scenario % 3 : scenario % 3 + 3]
            found = tuple(each for each in there if chance.random() < skill[learner])
            missed = tuple(each for each in there if each not in found)
            attempts.append(
                made_attempt(f"s{scenario}", learner=f"L{learner}", advice=advice, key=key, found=found, missed=missed)
            )
    return rolled(attempts, terms)


def test_facility_and_discrimination_are_moodles_for_a_whole_class(terms: Terms) -> None:
    """Moodle: the mean over the highest score; the correlation of the mark with the sum of the other marks."""
    roll = a_roll(terms, 30, 8)
    scores = np.array([[marks[f"s{n}"].is_right for n in range(8)] for marks in roll.learners.values()], float)
    for place, index in enumerate(scenario_indices(roll).values()):
        assert index.facility == pytest.approx(scores[:, place].mean())
        others = scores.sum(axis=1) - scores[:, place]
        assert index.discrimination == pytest.approx(np.corrcoef(scores[:, place], others)[0, 1])


def test_the_indices_of_signs_go_by_the_share_found_of_the_times_they_were_there(terms: Terms) -> None:
    roll = a_roll(terms, 40, 7, gaps=0.2, seed=4)
    for name, index in sign_indices(roll, terms).items():
        bit, own, rest = terms.sign[name], [], []
        for marks in roll.learners.values():
            there = Counter({True: 0, False: 0})
            others = Counter({True: 0, False: 0})
            for mark in marks.values():
                for each in terms.sign.values():
                    if (mark.found | mark.missed) & each:
                        (there if each == bit else others)[bool(mark.found & each)] += 1
            if there.total() and others.total():
                own.append(there[True] / there.total())
                rest.append(others[True] / others.total())
        assert index.discrimination == pytest.approx(np.corrcoef(own, rest)[0, 1])


@pytest.mark.parametrize(("learners", "is_told"), [(TELLS_FROM - 1, False), (TELLS_FROM, True)])
def test_discrimination_waits_for_enough_learners(terms: Terms, learners: int, *, is_told: bool) -> None:
    roll = a_roll(terms, learners, 6, seed=2)
    for found in (scenario_indices(roll), sign_indices(roll, terms)):
        assert {each.discrimination is not None for each in found.values()} == {is_told}
        assert all(each.facility is not None for each in found.values())


def test_the_facility_of_a_sign_and_how_often_it_was_missed_are_one_figure(terms: Terms) -> None:
    roll = a_roll(terms, 25, 7, gaps=0.4, seed=6)
    found = sign_indices(roll, terms)
    for sign in signs_of(roll, terms):
        index = found[sign.id]
        assert (index.had, index.of) == (sign.missed.of - sign.missed.many, sign.missed.of)
        assert index.facility == pytest.approx(index.had / index.of)


def test_all_right_or_all_wrong_has_no_discrimination() -> None:
    assert correlated([(1.0, 0.5), (1.0, 0.7)]) is None
    assert correlated([(1.0, 0.5), (0.0, 0.5)]) is None
    assert correlated([]) is None


def test_agreement_is_what_the_library_gives_for_the_ratings_themselves(terms: Terms) -> None:
    roll = a_roll(terms, 9, 6, gaps=0.25, seed=3)
    ratings = [
        [marks[f"s{n}"].advice if f"s{n}" in marks else np.nan for n in range(6)] for marks in roll.learners.values()
    ]
    found = agreement_of(roll, terms)
    whole = krippendorff.alpha(np.array(ratings), level_of_measurement="ordinal", value_domain=list(range(5)))
    assert found.alpha == pytest.approx(whole)
    marks = [mark for each in roll.learners.values() for mark in each.values()]
    both = np.array([[mark.advice for mark in marks], [mark.key for mark in marks]])
    with_key = krippendorff.alpha(both, level_of_measurement="ordinal", value_domain=list(range(5)))
    assert found.with_key == pytest.approx(with_key)
    assert found.whole < 6


def test_kappa_goes_over_the_scenarios_that_everyone_has_played(terms: Terms) -> None:
    roll = a_roll(terms, 9, 6, seed=5)
    table = [
        [sum(marks[f"s{n}"].advice == level for marks in roll.learners.values()) for level in range(5)]
        for n in range(6)
    ]
    found = agreement_of(roll, terms)
    assert found.whole == 6
    assert found.kappa == pytest.approx(fleiss(table))
