"""Intervals, d' and c: against scipy, against all outcomes of small samples, and what must hold of any."""

from itertools import product
from math import comb, inf, isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, norm

from screen.practice.interval import Detection, bounds, detection, rate, z

CASES = st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
FEW = [(hits, real, alarms, others) for real, others in product((1, 2, 5, 9), repeat=2)
       for hits in range(real + 1) for alarms in range(others + 1)]  # fmt: skip


def by_scipy(count: int, of: int, confidence: float) -> tuple[float, float]:
    tail = (1 - confidence) / 2
    low = beta.ppf(tail, count, of - count + 1) if count else 0.0
    high = beta.ppf(1 - tail, count + 1, of - count) if count < of else 1.0
    return float(low), float(high)


@settings(deadline=None)
@given(CASES, st.sampled_from([0.9, 0.95, 0.975]))
def test_the_bounds_are_those_of_scipy(case: tuple[int, int], confidence: float) -> None:
    assert bounds(*case, confidence) == pytest.approx(by_scipy(*case, confidence), abs=1e-10)


def test_the_bounds_of_many_cases_are_those_of_scipy() -> None:
    for case in ((0, 5000), (1, 5000), (2500, 5000), (20000, 48000), (4999, 5000)):
        assert bounds(*case, 0.95) == pytest.approx(by_scipy(*case, 0.95), abs=1e-9)


@settings(deadline=None)
@given(CASES)
def test_an_interval_contains_the_rate_and_mirrors_that_of_the_others(case: tuple[int, int]) -> None:
    count, of = case
    found, other = rate(count, of), rate(of - count, of)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert (other.low, other.high) == pytest.approx((1 - found.high, 1 - found.low), abs=1e-12)


@settings(deadline=None)
@given(CASES)
def test_one_more_of_the_same_many_lowers_neither_bound(case: tuple[int, int]) -> None:
    count, of = case
    if count < of:
        assert bounds(count, of, 0.95) <= bounds(count + 1, of, 0.95)


@pytest.mark.parametrize("of", [1, 3, 8])
def test_whatever_the_true_rate_at_least_95_of_100_intervals_hold_it(of: int) -> None:
    intervals = [bounds(count, of, 0.95) for count in range(of + 1)]
    for true in (place / 200 for place in range(201)):
        held = sum(
            comb(of, count) * true**count * (1 - true) ** (of - count)
            for count, (low, high) in enumerate(intervals)
            if low <= true <= high
        )
        assert held >= 0.95 - 1e-9


@pytest.mark.parametrize(("count", "of"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_rate_is_refused(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="no rate"):
        rate(count, of)


@pytest.mark.parametrize("case", FEW)
def test_d_and_c_and_their_bounds_are_those_of_scipy(case: tuple[int, int, int, int]) -> None:
    hits, real, alarms, others = case
    found = detection(*case)
    seen, heard = norm.ppf((hits + 0.5) / (real + 1)), norm.ppf((alarms + 0.5) / (others + 1))
    (hit_low, hit_high), (low, high) = by_scipy(hits, real, 0.975), by_scipy(alarms, others, 0.975)
    assert found.d.value == pytest.approx(seen - heard)
    assert found.c.value == pytest.approx(-(seen + heard) / 2)
    same(found.d.low, norm.ppf(hit_low) - norm.ppf(high))
    same(found.d.high, norm.ppf(hit_high) - norm.ppf(low))
    same(found.c.low, -(norm.ppf(hit_high) + norm.ppf(high)) / 2)
    same(found.c.high, -(norm.ppf(hit_low) + norm.ppf(low)) / 2)


def same(bound: float | None, reckoned: float) -> None:
    if bound is None:
        assert not isfinite(reckoned)
    else:
        assert bound == pytest.approx(reckoned, abs=1e-8)


@settings(deadline=None)
@given(CASES, CASES)
def test_d_is_finite_and_within_its_interval_and_turns_with_its_sides(
    real: tuple[int, int], other: tuple[int, int]
) -> None:
    found = detection(*real, *other)
    for each in (found.d, found.c):
        assert isfinite(each.value)
        assert (-inf if each.low is None else each.low) <= each.value <= (inf if each.high is None else each.high)
    assert detection(*other, *real).d.value == pytest.approx(-found.d.value)
    turned = detection(real[1] - real[0], real[1], other[1] - other[0], other[1])
    assert (turned.d.value, turned.c.value) == pytest.approx((-found.d.value, -found.c.value))


def test_all_right_and_all_wrong_stay_finite_and_say_so() -> None:
    right, wrong = detection(6, 6, 0, 6), detection(0, 6, 6, 6)
    assert right.d.value == pytest.approx(-wrong.d.value)
    assert right.d.value > 0
    assert (right.d.high, wrong.d.low) == (None, None)
    assert right.is_at_an_end
    assert wrong.is_at_an_end
    assert not Detection(*detection(3, 6, 2, 6)).is_at_an_end


def test_the_bounds_of_d_hold_the_true_one_in_at_least_95_of_100() -> None:
    real = others = 6
    found = {(h, f): detection(h, real, f, others).d for h in range(real + 1) for f in range(others + 1)}
    for hit, alarm in product((0.05, 0.3, 0.5, 0.8, 0.97), repeat=2):
        true = z(hit) - z(alarm)
        held = sum(
            chance(h, real, hit) * chance(f, others, alarm)
            for (h, f), each in found.items()
            if (each.low is None or each.low <= true) and (each.high is None or true <= each.high)
        )
        assert held >= 0.95


def chance(count: int, of: int, true: float) -> float:
    return comb(of, count) * true**count * (1 - true) ** (of - count)


def test_the_ends_of_the_normal_distribution_have_no_point() -> None:
    assert (z(0), z(1), z(0.5)) == (-inf, inf, 0)
