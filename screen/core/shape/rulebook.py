"""The rulebook: all indicators, items and rules of one edition, read as one frozen value."""

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from screen.core.shape.claim import Claim
from screen.core.shape.condition import Condition, Frozen, Id, Where, YesNo
from screen.core.shape.indicator import Indicator, Text
from screen.core.shape.interview import Fact, Item, Stage
from screen.core.shape.policy import Clock, Conduct, Contact, Disposition, Duty, Explanation, Route, Rule, Table
from screen.core.shape.source import Sources

Edition = Annotated[
    Text,
    WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1}, {"type": "number", "not": {"type": "integer"}}]}),
]
"""To an editor an edition such as 2026.11 is a number; the strict reader takes it as the text that it is."""


class Language(Frozen):
    """A language the person can be spoken to in. The first one is the officer's.

    `required: no`: what is not translated yet is said in the first language.
    """

    id: Id
    """The language's id, such as `es`."""
    name: Text
    """Its name, in itself."""
    required: YesNo = "yes"
    """`no`: what is not translated yet is said in the first language."""
    notice: Text | None = None
    """What to say of it, such as that nobody has checked it."""


class Group(Frozen):
    """A heading for indicators. `means: yes`: one of the means of 22 USC 7102 (force, fraud, coercion)."""

    id: Id
    """The group's id."""
    title: Text
    """The heading in words."""
    means: YesNo = "no"
    """`yes`: one of the means, counted in the table of the reasons page."""


class Safeguards(Frozen):
    """The sentences that stand on every page of advice: whose decision, what silence is, the swap question."""

    swap: Text | None = None
    """The question asked before a sign is kept."""
    swap_booth: Text | None = None
    """The same at the booth, in words that can be read there."""
    general: Text | None = None
    """The general marking rule, behind `?`."""
    marking: Text | None = None
    """The marking rule in a line, beside every sign before it is kept; fit for the booth."""
    decision: Text | None = None
    """Whose decision, on what ground."""
    clearance: Text | None = None
    """Said where no sign was noted."""
    counted: Text | None = None
    """Said where signs were counted."""
    silence: Text | None = None
    """What silence is."""


class Rulebook(Frozen):
    """Everything a screening asks, weighs and advises, in the order of the YAML."""

    edition: Edition
    """The dated version, a text."""
    title: Text
    """What the rulebook is called."""
    purpose: Text | None = None
    """What it is for, in a sentence; `rulebook show` begins with it."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = (Language(id="en", name="English"),)
    """Languages, the officer's first."""
    monotone: YesNo = "yes"
    """`yes`: more evidence never lowers the advice. `no`: it may; the book has tables, or rules that ask with `is`."""
    complete: Literal["required", "no"] = "no"
    """`required`: the result is withheld until all that can still be asked has an answer. See the walk."""
    unanswered: Literal["no", "protects", "open"] = "open"
    """What could not tell and declined do to indicators: `no`, `protects`, `open`."""
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    """Groups, at least one."""
    strengths: tuple[str, ...] = ()
    """The words for strengths, strongest first."""
    forms: tuple[str, ...] = ()
    """The words for forms, such as `labour`."""
    clusters: dict[Id, Text] = {}
    """Id and what the fact is, in words. If there are any, indicators may name only these."""
    dispositions: Annotated[tuple[Disposition, ...], Field(min_length=1)]
    """Dispositions, lowest first, at least one."""
    facts: tuple[Fact, ...] = ()
    """Facts."""
    sets: dict[Id, Where] = {}
    """Choices of indicators by name."""
    conditions: dict[Id, Condition] = {}
    """Conditions by name."""
    clocks: dict[Id, Clock] = {}
    """Clocks by name."""
    do_not_run_when: Condition | None = None
    """A condition: nothing is asked while it holds."""
    stop_when: Condition | None = None
    """A condition: the questions stop at once when it holds."""
    stages: tuple[Stage, ...] = ()
    """Stages, in order."""
    items: tuple[Item, ...] = ()
    """Items."""
    rules: tuple[Rule, ...] = ()
    """Rules."""
    tables: dict[Id, Table] = {}
    """Tables by name."""
    outcomes: dict[Id, Text] = {}
    """Id and words of every outcome, in the order to show."""
    duties: tuple[Duty, ...] = ()
    """Duties."""
    routes: tuple[Route, ...] = ()
    """Routes."""
    conduct: tuple[Conduct, ...] = ()
    """Lines of conduct."""
    contacts: tuple[Contact, ...] = ()
    """Contacts, in the order of calling."""
    safeguards: Safeguards = Safeguards()
    """Sentences that stand beside the advice."""
    explanations: tuple[Explanation, ...] = ()
    """Longer texts behind `?1`, `?2`."""
    claims: tuple[Claim, ...] = ()
    """What the book promises of all answers."""
    indicators: tuple[Indicator, ...] = ()
    """Indicators."""
    register_: Sources = Field(default=Sources(), alias="register")
    """The register."""
