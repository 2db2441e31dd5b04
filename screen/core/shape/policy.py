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
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError(f"Invalid isoformat string: {text!r}")
    return text


Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"format": "date"})]


class Advice(Frozen):
    """What the officer is told at one place: in a line what this is, what to do now, what not to do."""

    lead: Text
    """What this is, in a line."""
    do: Texts = ()
    """What to do now."""
    do_not: Texts = ()
    """What not to do."""
    close: Text | None = None
    """A last line."""


class Disposition(Frozen):
    """Where a screening leads. `titles` and `words` are by place (the value of the fact `place`), or `any`.

    `stops`: the questions stop once no answer can bring the advice below it (`settled`), or `at-once`.
    `routes: yes`: from this disposition on, other help that may fit is told behind `?`.
    """

    id: Id
    """The disposition's id."""
    titles: dict[str, Text] = {}
    """Title by place: a value of the fact `place`, or `any`."""
    words: dict[str, Advice] = {}
    """Advice by place, in the same way."""
    stops: Literal["never", "settled", "at-once"] = "never"
    """`never`; `settled`: the questions stop when no answer can bring the advice below it; `at-once`: when it is
    reached.
    """
    routes: YesNo = "no"
    """`yes`: from this one on, `?` tells of the routes."""


class Valid(Frozen):
    """The days from and until which a rule is in force; both included."""

    from_: Day | None = Field(default=None, alias="from")
    """The first day, such as `2026-11-22`."""
    until: Day | None = None
    """The last day, included."""


class Rule(Frozen):
    """A condition, the disposition it reaches, why, and on whose word. A rule can only raise."""

    id: Id
    """The rule's id."""
    when: Condition
    """When it holds: a condition, without `is` and `reached`."""
    disposition: Id
    """The disposition it reaches, not the lowest."""
    because: Text
    """Why, in a sentence."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the register, at least one."""
    gate: YesNo = "no"
    """`yes`: one answer decides, so `next_up` leaves it out."""
    valid: Valid | None = None
    """The days on which it speaks: `from` and `until`."""


class Duty(Frozen):
    """Something owed, to whom, within what time of its being learned."""

    id: Id
    """The duty's id."""
    when: Condition
    """When it is owed: a condition; may use `is` and `reached`."""
    to: Text
    """To whom it is owed."""
    title: Text
    """What is owed, in words."""
    within: Span | Literal["at once", "earliest opportunity"]
    """In what time: such as `30 min`, `24 h`, `5 d`; or `at once`, `earliest opportunity`."""
    source: Text
    """On whose word."""
    note: Text | None = None
    """A remark that stands in the case note."""


class Clock(Frozen):
    """A deadline: runs from the moment the fact was first answered."""

    from_: Id = Field(alias="from")
    """A fact: the clock runs from the moment it was first answered."""
    within: Span
    """How long it runs, such as `72 h`."""


class Row(Frozen):
    """One row of a table of outcomes: what each condition must be, and the outcome."""

    when: dict[Id, Literal["yes", "no", "any"]]
    """Named condition and `yes`, `no` or `any`; one left out is `any`."""
    outcome: Id
    """An outcome's id."""


class Table(Frozen):
    """Outcomes that have no order. A case that no row covers is `otherwise`, never a guess."""

    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    """Rows, looked at in order; the first that fits gives the outcome."""
    otherwise: Id
    """The outcome of a case that no row covers."""


class Route(Frozen):
    """Other help that may fit; never scored. Shown where `when` holds, or behind `?`."""

    id: Id
    """The route's id."""
    title: Text
    """The help in words."""
    text: Text
    """What to do."""
    when: Condition | None = None
    """When it is shown at the end: a condition; may use `is` and `reached`."""
    sources: tuple[Id, ...] = ()
    """Ids of the register."""


class Conduct(Frozen):
    """One line of conduct: what to do, or what not to do, and on whose word."""

    id: Id
    """The line's id, which options name in `does`."""
    text: Text
    """What to do, or not to do."""
    kind: Literal["do", "do-not"] = "do"
    """Whether to do it: `do`, `do-not`."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the register, at least one."""


class Contact(Frozen):
    """A channel, as last seen published. `called: no` until someone has rung it."""

    id: Id
    """The contact's id."""
    title: Text
    """Who it is."""
    booth_title: Text | None = None
    """The title where the person may read along."""
    purpose: Text
    """What to call it for."""
    numbers: Texts = ()
    """The numbers: texts, in quotes where they are whole numbers."""
    hours: Text
    """When they answer."""
    languages: Text
    """In which languages they answer."""
    for_: Literal["officer", "traveller", "both"] = Field(alias="for")
    """Who may call it: `officer`, `traveller`, `both`."""
    seen: Day | None = None
    """The day on which it was last seen published."""
    source: Text
    """Where the numbers were published."""
    called: YesNo = "no"
    """`yes`: someone has rung it."""
    disputed: Text | None = None
    """What is in doubt."""


class Explanation(Frozen):
    """A short text behind `?` and in the documents: what a word means, and on whose word."""

    id: Id
    """The text's id."""
    title: Text
    """What it is about."""
    text: Text
    """The text."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the register, at least one."""
