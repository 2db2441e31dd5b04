"""Intervals honest for few cases: Clopper and Pearson's for a rate, and d' and c with the bounds that follow."""

from math import comb, exp, inf, isfinite, log, log1p
from statistics import NormalDist
from typing import NamedTuple

_NORMAL = NormalDist()
_STEPS = 200
"""Halvings at most; a float has no more than its bits."""


class Rate(NamedTuple):
    """So many of so many, and the interval in which the rate lies with 95 % confidence, by Clopper and Pearson."""

    hits: int
    of: int
    value: float
    low: float
    high: float


class Measure(NamedTuple):
    """A value and its interval; None where the cases are too few for a bound on that side."""

    value: float
    low: float | None
    high: float | None


class Detection(NamedTuple):
    """How well two kinds are told apart (d'), and towards which the answers lean (c: above 0, towards not referring).

    `is_at_an_end`: one of the two rates is 0 or 1, so that without the correction d' would have no end.
    """

    d: Measure
    c: Measure
    is_at_an_end: bool


def rate(count: int, of: int) -> Rate:
    """The rate with its 95 % interval. Raises ValueError if there is no case."""
    if not 0 <= count <= of or of == 0:
        raise ValueError(f"{count} of {of} is no rate")
    return Rate(count, of, count / of, *bounds(count, of, 0.95))


def bounds(count: int, of: int, confidence: float) -> tuple[float, float]:
    """The bounds of Clopper and Pearson: no rate beyond them makes what was counted likelier than the rest allows."""
    tail = (1 - confidence) / 2
    return _low(count, of, tail), 1 - _low(of - count, of, tail)


def _low(count: int, of: int, tail: float) -> float:
    """The rate at which so many or more are as unlikely as `tail`, by halving between 0 and the rate counted."""
    if count == 0:
        return 0.0
    ways = log(comb(of, count))
    low, high = 0.0, count / of
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _or_more(count, of, ways, middle) < tail:
            low = middle
        else:
            high = middle
    return low


def _or_more(count: int, of: int, ways: float, chance: float) -> float:
    """The probability of so many or more of so many; `ways`: the logarithm of how many ways there are to have so many.

    Each term is made from the one before, and they fall: the chance is below the rate counted.
    """
    if chance >= 1:
        return 1.0
    term = exp(ways + count * log(chance) + (of - count) * log1p(-chance))
    total, odds = term, chance / (1 - chance)
    for more in range(count, of):
        term *= (of - more) / (more + 1) * odds
        total += term
        if term < total * 1e-17:
            break
    return total


def detection(hits: int, real: int, alarms: int, not_real: int) -> Detection:
    """How well two kinds are told apart, by hits and false alarms, with the log-linear correction (Hautus 1995).

    The bounds join the 97.5 % intervals of both rates, so that both hold at once in at least 95 %. Raises ValueError
    without a case of either kind.
    """
    hit, alarm = bounds(*_counted(hits, real), 0.975), bounds(*_counted(alarms, not_real), 0.975)
    seen, heard = z((hits + 0.5) / (real + 1)), z((alarms + 0.5) / (not_real + 1))
    return Detection(
        Measure(seen - heard, _finite(z(hit[0]) - z(alarm[1])), _finite(z(hit[1]) - z(alarm[0]))),
        Measure(-(seen + heard) / 2, _finite(-(z(hit[1]) + z(alarm[1])) / 2), _finite(-(z(hit[0]) + z(alarm[0])) / 2)),
        hits in (0, real) or alarms in (0, not_real),
    )


def _counted(count: int, of: int) -> tuple[int, int]:
    found = rate(count, of)
    return found.hits, found.of


def z(share: float) -> float:
    """The point of the normal distribution below which this share lies; without end for 0 and 1."""
    if share <= 0:
        return -inf
    return inf if share >= 1 else _NORMAL.inv_cdf(share)


def _finite(bound: float) -> float | None:
    return bound if isfinite(bound) else None
