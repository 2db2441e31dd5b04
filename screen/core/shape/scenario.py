"""A scenario: a worked case that is practised, runs as a test, and serves as an example."""

from typing import Annotated, Literal

from pydantic import Field

from screen.core.shape.condition import Frozen, Id, YesNo
from screen.core.shape.indicator import Text, Texts
from screen.core.shape.pack import Marks, Reveal

Truth = Literal["nothing", "other-need", "protection", "exploitation"]


class Reaction(Frozen):
    """What happens when a move is made. Of several, the last whose `after` is all done happens."""

    after: tuple[Id, ...] = ()
    """Moves that must have been done, or `alerted`. None: it happens from the start."""
    shows: Text
    """What happens, in words."""
    works: YesNo = "yes"
    """`no`: the move does not come about, and is not done."""
    alerts: YesNo = "no"
    """`yes`: it alerts the companion."""


class Key(Frozen):
    """What a good officer does, finds and advises here. Where it leads must be what the rulebook says."""

    path: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Moves and items in order: those that matter. Each move in it is required."""
    judged: dict[Id, Marks] = {}
    """Items that the officer judges, such as the concern, and what is entered."""
    reasons: dict[Id, Text] = {}
    """Written reasons, by fact or item."""
    disposition: Id
    """Where it leads."""
    findings: tuple[Id, ...] = ()
    """The indicators found, exactly."""
    duties: tuple[Id, ...] = ()
    """The duties that apply, exactly."""
    contact: Id | None = None
    """The contact to be told first."""
    orders: tuple[tuple[Id, Id], ...] = ()
    """Pairs of a move and what comes after it here, beside those of the pack."""
    forbidden: tuple[Id, ...] = ()
    """Moves that would do harm here, beside those that are never to be made."""


class Point(Frozen):
    """Something to be learned here."""

    text: Text
    """In a sentence or two."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the register, or `ours`."""


class Turn(Frozen):
    """Another course that the same scene may take when it is drawn. Its key follows from the rulebook."""

    id: Id
    """The turn's id."""
    truth: Truth | None = None
    """What is true then, if it is something else."""
    reveals: dict[Id, tuple[Reveal, ...]]
    """Items, and what shows instead."""
    ordinary: dict[Id, Text] = {}
    """Ordinary reasons that are true then, beside those of the scenario."""
    path: tuple[Id, ...] = ()
    """The key's path then, if it is another."""
    judged: dict[Id, Marks] = {}
    """What the officer judges then, beside what the key says."""
    contact: Id | None = None
    """The contact to be told first then, if it is another."""


class Scenario(Frozen):
    """A person, what can be seen and learned of them, and what a good officer makes of it."""

    id: Id
    """The scenario's id, and the name of its file. It gives nothing away."""
    pair: Id | None = None
    """Two scenarios of one pair are twins: they share title, lane, place, brief and first look."""
    title: Text
    """What stands in the list. It gives nothing away."""
    level: Annotated[int, Field(ge=1, le=3, strict=True)]
    """How hard: 1 to 3."""
    place: Literal["primary", "secondary"] = "primary"
    """Where it begins."""
    lane: Text
    """Where and when, in a few words."""
    brief: Text
    """What the officer knows before the first look."""
    seen: Annotated[Texts, Field(min_length=1)]
    """What the first look shows, line by line."""
    any_order: YesNo = "no"
    """`yes`: the lines of the first look may come in any order when the scenario is drawn."""
    person: Text
    """Who is screened, in a few words, as the officer could say it."""
    companion: Text | None = None
    """Who is with them and could listen."""
    role: Text
    """For whoever plays the person: who they are, what they want, what they will not say."""
    truth: Truth
    """`nothing` wrong; `other-need`: another kind of help; `protection`: the law protects, without exploitation found;
    `exploitation`, begun or not.
    """
    forms: tuple[Literal["labour", "sex"], ...] = ()
    """The forms of exploitation."""
    reveals: dict[Id, tuple[Reveal, ...]]
    """Items of the rulebook, and what shows when they are looked at or asked."""
    moves: dict[Id, tuple[Reaction, ...]] = {}
    """Moves, and what happens."""
    alerted: Text | None = None
    """What the companion does once alerted."""
    ordinary: dict[Id, Text] = {}
    """Indicators that look present or could be, and the ordinary reason that is true here."""
    key: Key
    """What a good officer does, finds and advises."""
    teaching: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What is to be learned."""
    vary: dict[Id, Annotated[Texts, Field(min_length=1)]] = {}
    """Words in braces in the texts, such as `{companion}`, and what may stand there; undrawn, the first."""
    turns: tuple[Turn, ...] = ()
    """Other courses that the scene may take when it is drawn."""
