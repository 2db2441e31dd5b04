"""The interview: the facts to be known, the items put to the officer, the stages that order them."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from screen.core.shape.condition import Condition, Frozen, Id, YesNo
from screen.core.shape.indicator import Phrase, Text, Texts

Learned = Literal["seen", "said", "record", "judged"]


class Fact(Frozen):
    """What is known and is no indicator. `values` run from least to most protective, unless `order: none`."""

    id: Id
    title: Text
    values: Annotated[tuple[str, ...], Field(min_length=2)]
    words: dict[str, Text] = {}
    order: Literal["protective", "none"] = "protective"
    unanswered: str
    not_asked: str | None = None
    reason: tuple[str, ...] = ()
    shared: YesNo = "no"
    source: Text | None = None


class Option(Frozen):
    """One permitted answer: the indicators it shows, the facts it sets, the conduct it records."""

    id: Id
    label: Text
    shows: tuple[Id, ...] = ()
    sets: dict[Id, str] = {}
    does: tuple[Id, ...] = ()
    ask_when: Condition | None = None
    allowed: Text | None = None


class Item(Frozen):
    """One thing put to the officer. `otherwise` gives the facts that stand when no ticked option sets them.

    `after_stop`: still asked once the questions about what happened have stopped; `settled`: but not at once.
    """

    id: Id
    text: Text
    say: tuple[Phrase, ...] = ()
    pick: Literal["one", "many"] = "one"
    options: Annotated[tuple[Option, ...], Field(min_length=1, max_length=9)]
    otherwise: dict[Id, str] = {}
    learned: Learned = "said"
    ask_when: Condition | None = None
    after_stop: Literal["no", "settled", "yes"] = "no"
    why_not: YesNo = "no"
    why: Text | None = None
    sources: tuple[Id, ...] = ()

    @field_validator("options")
    @classmethod
    def sometimes_last(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        """Each option keeps its digit, so those shown only sometimes come last."""
        flags = [option.ask_when is not None for option in options]
        if flags != sorted(flags):
            raise ValueError("an option shown only sometimes (ask_when) stands before one always shown")
        return options


class Stage(Frozen):
    """A part of the interview with its items in order. `booth: yes`: said and shown beside the person."""

    id: Id
    title: Text
    booth: YesNo = "no"
    ask_when: Condition | None = None
    opening: Texts = ()
    items: Annotated[tuple[Id, ...], Field(min_length=1)]
