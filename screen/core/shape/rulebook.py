"""The rulebook: all indicators, items and rules of one edition, read as one frozen value."""

from typing import Annotated, Literal

from pydantic import Field

from screen.core.shape.condition import Condition, Frozen, Id, Where, YesNo
from screen.core.shape.indicator import Indicator, Text
from screen.core.shape.interview import Fact, Item, Stage
from screen.core.shape.policy import Clock, Conduct, Contact, Disposition, Duty, Explanation, Route, Rule, Table
from screen.core.shape.source import Sources


class Language(Frozen):
    """A language the person can be spoken to in. The first one is the officer's.

    `required: no`: what is not translated yet is said in the first language.
    """

    id: Id
    name: Text
    required: YesNo = "yes"
    notice: Text | None = None


class Group(Frozen):
    """A heading for indicators. `means: yes`: one of the means of 22 USC 7102 (force, fraud, coercion)."""

    id: Id
    title: Text
    means: YesNo = "no"


class Safeguards(Frozen):
    """The sentences that stand on every page of advice: whose decision, what silence is, the swap question."""

    swap: Text | None = None
    swap_booth: Text | None = None
    general: Text | None = None
    marking: Text | None = None
    decision: Text | None = None
    clearance: Text | None = None
    counted: Text | None = None
    silence: Text | None = None


class Rulebook(Frozen):
    """Everything a screening asks, weighs and advises, in the order of the YAML."""

    edition: Text
    title: Text
    purpose: Text | None = None
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = (Language(id="en", name="English"),)
    monotone: YesNo = "yes"
    complete: Literal["required", "no"] = "no"
    unanswered: Literal["no", "protects", "open"] = "open"
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    strengths: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    clusters: dict[Id, Text] = {}
    dispositions: Annotated[tuple[Disposition, ...], Field(min_length=1)]
    facts: tuple[Fact, ...] = ()
    sets: dict[Id, Where] = {}
    conditions: dict[Id, Condition] = {}
    clocks: dict[Id, Clock] = {}
    do_not_run_when: Condition | None = None
    stop_when: Condition | None = None
    stages: tuple[Stage, ...] = ()
    items: tuple[Item, ...] = ()
    rules: tuple[Rule, ...] = ()
    tables: dict[Id, Table] = {}
    outcomes: dict[Id, Text] = {}
    duties: tuple[Duty, ...] = ()
    routes: tuple[Route, ...] = ()
    conduct: tuple[Conduct, ...] = ()
    contacts: tuple[Contact, ...] = ()
    safeguards: Safeguards = Safeguards()
    explanations: tuple[Explanation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    register_: Sources = Field(default=Sources(), alias="register")
