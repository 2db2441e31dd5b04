"""What a rulebook decides and advises: dispositions, rules, duties, routes, conduct, contacts."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from screen.core.shape.condition import Condition, Frozen, Id, YesNo
from screen.core.shape.indicator import Text, Texts

Span = Annotated[str, StringConstraints(pattern=r"^\d{1,4} ?(min|h|d)$")]
"""A length of time: `30 min`, `24 h`, `5 d`."""


def _day(text: str) -> str:
    """The text itself, if it is a day as `2026-11-22`; a compiled rulebook holds only what JSON holds."""
    date.fromisoformat(text)
    return text


Day = Annotated[str, AfterValidator(_day)]


class Advice(Frozen):
    """What the officer is told at one place: in a line what this is, what to do now, what not to do."""

    lead: Text
    do: Texts = ()
    do_not: Texts = ()
    close: Text | None = None


class Disposition(Frozen):
    """Where a screening leads. `titles` and `words` are by place (the value of the fact `place`), or `any`.

    `stops`: the questions stop once no answer can bring the advice below it (`settled`), or `at-once`.
    `routes: yes`: from this disposition on, other help that may fit is told behind `?`.
    """

    id: Id
    titles: dict[str, Text] = {}
    words: dict[str, Advice] = {}
    stops: Literal["never", "settled", "at-once"] = "never"
    routes: YesNo = "no"


class Valid(Frozen):
    """The days from and until which a rule is in force; both included."""

    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class Rule(Frozen):
    """A condition, the disposition it reaches, why, and on whose word. A rule can only raise."""

    id: Id
    when: Condition
    disposition: Id
    because: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    gate: YesNo = "no"
    valid: Valid | None = None


class Duty(Frozen):
    """Something owed, to whom, within what time of its being learned."""

    id: Id
    when: Condition
    to: Text
    title: Text
    within: Span | Literal["at once", "earliest opportunity"]
    source: Text
    note: Text | None = None


class Clock(Frozen):
    """A deadline: runs from the moment the fact was first answered."""

    from_: Id = Field(alias="from")
    within: Span


class Row(Frozen):
    """One row of a table of outcomes: what each condition must be, and the outcome."""

    when: dict[Id, Literal["yes", "no", "any"]]
    outcome: Id


class Table(Frozen):
    """Outcomes that have no order. A case that no row covers is `otherwise`, never a guess."""

    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    otherwise: Id


class Route(Frozen):
    """Other help that may fit; never scored. Shown where `when` holds, or behind `?`."""

    id: Id
    title: Text
    text: Text
    when: Condition | None = None
    sources: tuple[Id, ...] = ()


class Conduct(Frozen):
    """One line of conduct: what to do, or what not to do, and on whose word."""

    id: Id
    text: Text
    kind: Literal["do", "do-not"] = "do"
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]


class Contact(Frozen):
    """A channel, as last seen published. `called: no` until someone has rung it."""

    id: Id
    title: Text
    booth_title: Text | None = None
    purpose: Text
    numbers: Texts = ()
    hours: Text
    languages: Text
    for_: Literal["officer", "traveller", "both"] = Field(alias="for")
    seen: Day | None = None
    source: Text
    called: YesNo = "no"
    disputed: Text | None = None


class Explanation(Frozen):
    """A short text behind `?` and in the documents: what a word means, and on whose word."""

    id: Id
    title: Text
    text: Text
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
