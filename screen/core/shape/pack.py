"""The pack: the made-up countries, the moves and the ordinary replies that all scenarios of a folder share."""

from typing import Annotated, Literal

from pydantic import Field

from screen.core.shape.condition import Frozen, Id, YesNo
from screen.core.shape.indicator import Text

Marks = str | tuple[str, ...]
Noticed = Literal["in-front", "repeated"]


class Country(Frozen):
    """A made-up country, and how it stands to the one whose border is practised at."""

    id: Id
    """The country's id."""
    name: Text
    """Its name. No real country is called so."""
    stands_for: Literal["home", "neighbour", "far"]
    """`home`; `neighbour`: marked as the law marks a country next door; `far`: any other."""


class Reveal(Frozen):
    """What shows when an item is looked at or asked. Of several, the last whose `after` is all done shows."""

    after: tuple[Id, ...] = ()
    """Moves that must have been done, or `alerted`. None: it shows from the start."""
    shows: Text
    """What is seen or said, in words, without weighing it."""
    marks: Marks
    """What an attentive officer enters: an option, a list (`[]`: looked, none), `could-not-tell` or `declined`."""
    signs: tuple[Id, ...] = ()
    """Signs that no option of the item names, entered out of turn."""


class Move(Frozen):
    """Something an officer can do that is no question."""

    id: Id
    """The move's id; no item of the rulebook may be called so."""
    text: Text
    """What it says in the list of moves."""
    kind: Literal["do", "do-not"] = "do"
    """`do-not`: it is offered, for people do it, and it counts against the conduct."""
    conduct: tuple[Id, ...] = ()
    """The rulebook's lines of conduct that it follows or breaks."""
    shows: Text
    """What happens, where a scenario says nothing of its own."""
    private: YesNo = "no"
    """`yes`: from then on nobody else hears the questions."""
    alerts: YesNo = "no"
    """`yes`: it alerts whoever came along."""
    stages: tuple[Id, ...] = ()
    """The stages of the interview in which it can be made; none: any."""
    noticed: Noticed | None = None
    """Not in the list: it counts by itself when a private question is asked `in-front` of others, or `repeated`."""


class Order(Frozen):
    """One thing that comes before another."""

    first: Id
    """A move."""
    then: Id
    """A move; an item, before it is answered; or `questions`: the first question put in private."""
    why: Text
    """Why, in a sentence."""


class Pack(Frozen):
    """What all scenarios of a folder share."""

    title: Text
    """The pack in words."""
    countries: Annotated[tuple[Country, ...], Field(min_length=3)]
    """The made-up countries: home, and at least one neighbour and one far."""
    moves: Annotated[tuple[Move, ...], Field(min_length=1)]
    """What can be done beside asking."""
    orders: tuple[Order, ...] = ()
    """What comes before what, in every scenario in which both belong to the key."""
    otherwise: dict[Id, Reveal] = {}
    """Items, and what shows where a scenario says nothing of them."""
    in_front: tuple[Id, ...] = ()
    """Items of a private stage that may be asked while others listen."""
    judged: dict[Id, Marks] = {}
    """Items that the officer judges, and what the key enters where a scenario says nothing of them."""
