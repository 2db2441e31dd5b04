"""Base rates: why most referrals are not confirmed and that is right, in natural frequencies."""

from math import floor
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.words import Said

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.rates import Rates, Study

HUNDRED, THOUSAND = 100, 1000


class Found(NamedTuple):
    """A study in natural frequencies: of 100 asked for a second look so many confirmed, of 100 others so many not."""

    id: str
    name: str
    source: str
    among: str
    cut: str
    against: str | None
    people: int
    affected: int
    referred: int
    confirmed_of_hundred: float
    not_of_hundred: float


class Worked(NamedTuple):
    """A thousand people, of whom so many are affected, with the rates of one study: a sum, and no one was counted."""

    affected: int
    seen: int
    missed: int
    false_alarm: int
    rightly_left: int
    confirmed_of_hundred: int


class Span(NamedTuple):
    """From the least to the most of all studies, of 100."""

    least: int
    most: int


class Arrival(NamedTuple):
    """Why most show nothing on arrival, in the rulebook's words."""

    title: str
    said: Said


class BaseRates(NamedTuple):
    """The page: the studies, what they come to together, the sum for other base rates, and what must be said beside.

    `worked_with`: the name of the study whose rates the sum takes. `arrival`: from the rulebook.
    """

    title: str
    found: tuple[Found, ...]
    confirmed: Span
    not_confirmed: Span
    worked_with: str
    worked: tuple[Worked, ...]
    remarks: tuple[Said, ...]
    arrival: tuple[Arrival, ...]


def base_rates(rates: "Rates", book: "Book") -> BaseRates:
    """The page, from the counts alone."""
    found = tuple(map(_found, rates.studies))
    told = {text.id: text for text in book.rulebook.explanations}
    return BaseRates(
        rates.title, found,
        _span([each.confirmed_of_hundred for each in found]), _span([each.not_of_hundred for each in found]),
        rates.studies[0].name, tuple(_worked(rates.studies[0], share) for share in rates.shares),
        tuple(Said(each.text, each.sources) for each in rates.remarks),
        tuple(Arrival(each.title, Said(each.text, each.sources)) for each in map(told.get, rates.explanations) if each),
    )  # fmt: skip


def _found(study: "Study") -> Found:
    referred, left = study.seen + study.false_alarm, study.missed + study.rightly_left
    return Found(
        study.id, study.name, study.source, study.among, study.cut, study.against,
        referred + left, study.seen + study.missed, referred,
        HUNDRED * study.seen / referred, HUNDRED * study.rightly_left / left,
    )  # fmt: skip


def _span(shares: list[float]) -> Span:
    """The least and the most, in whole people of 100."""
    return Span(whole(min(shares)), whole(max(shares)))


def whole(number: float) -> int:
    """To the nearest whole number, a half upwards."""
    return floor(number + 0.5)


def _worked(study: "Study", affected: int) -> Worked:
    """The sum in whole people, so that each row adds up to a thousand."""
    others = THOUSAND - affected
    seen = whole(affected * study.seen / (study.seen + study.missed))
    false_alarm = whole(others * study.false_alarm / (study.false_alarm + study.rightly_left))
    of_hundred = whole(HUNDRED * seen / (seen + false_alarm)) if seen + false_alarm else 0
    return Worked(affected, seen, affected - seen, false_alarm, others - false_alarm, of_hundred)
