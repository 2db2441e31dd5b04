"""The interview: the facts to be known, the items put to the officer, the stages that order them."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from screen.core.shape.condition import Condition, Frozen, Id, YesNo
from screen.core.shape.indicator import Phrase, Text, Texts

Learned = Literal["seen", "said", "record", "judged"]
Unanswered = Literal["could-not-tell", "declined"]


class Fact(Frozen):
    """What is known and is no indicator. `values` run from least to most protective, unless `order: none`."""

    id: Id
    """The fact's id."""
    title: Text
    """The fact in words."""
    values: Annotated[tuple[str, ...], Field(min_length=2)]
    """Its values: at least two, from least to most protective. None may be called `open`, `could-not-tell` or
    `declined`.
    """
    words: dict[str, Text] = {}
    """Values and their words."""
    order: Literal["protective", "none"] = "protective"
    """`protective`, or `none`: the values have no order, and only `is` may ask for it."""
    unanswered: str
    """The value that could not tell and declined stand for, or `open`."""
    not_asked: str | None = None
    """The value at which it stands until it is asked."""
    reason: tuple[str, ...] = ()
    """Values that ask for a written reason."""
    shared: YesNo = "no"
    """`yes`: goes over to the next person of an encounter."""
    source: Text | None = None
    """On whose word; shown behind `?`."""
    allowed: Text | None = None
    """Why a word is needed that the check of profiling words would refuse."""


class Option(Frozen):
    """One permitted answer: the indicators it shows, the facts it sets, the conduct it records."""

    id: Id
    """The option's id, unique in its item."""
    label: Text
    """What it says."""
    shows: tuple[Id, ...] = ()
    """Indicators that are present if it is ticked."""
    sets: dict[Id, str] = {}
    """Facts and the values that they then have."""
    does: tuple[Id, ...] = ()
    """Lines of conduct that were done."""
    ask_when: Condition | None = None
    """A condition for showing it; may use `is`. Such options come last, so that the digits never move."""
    hidden_because: Text | None = None
    """Why it is right that it is not asked where `ask_when` does not hold, though it could raise the advice."""
    allowed: Text | None = None
    """Why a word is needed that the check of profiling words would refuse."""


class Item(Frozen):
    """One thing put to the officer. `otherwise` gives the facts that stand when no ticked option sets them.

    `after_stop`: still asked once the questions about what happened have stopped; `settled`: but not at once.
    `reason`: which of could-not-tell and declined ask for a written reason.
    """

    id: Id
    """The item's id."""
    text: Text
    """What is asked of the officer."""
    say: tuple[Phrase, ...] = ()
    """Phrases to say to the person."""
    pick: Literal["one", "many"] = "one"
    """How many options may be ticked: `one` or `many`."""
    options: Annotated[tuple[Option, ...], Field(min_length=1, max_length=9)]
    """One to nine options."""
    otherwise: dict[Id, str] = {}
    """Fact and value: stands if the item is answered and no ticked option sets the fact."""
    learned: Learned = "said"
    """`seen`, `said`, `record`, `judged`: told with each finding."""
    ask_when: Condition | None = None
    """Asked only while this condition holds; may use `is`."""
    hidden_because: Text | None = None
    """Why it is right that it is not asked where `ask_when` does not hold, though it could raise the advice."""
    after_stop: Literal["no", "settled", "yes"] = "no"
    """Whether it is still asked when the questions have stopped: `no`, `settled`, `yes`. See the walk."""
    why_not: YesNo = "no"
    """`yes`: asks why what was left unticked was not done."""
    reason: tuple[Unanswered, ...] = ()
    """Which of `could-not-tell` and `declined` ask for a written reason."""
    why: Text | None = None
    """Why it is asked: behind `?`."""
    sources: tuple[Id, ...] = ()
    """Ids of the register."""

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
    """The stage's id."""
    title: Text
    """The stage in words."""
    booth: YesNo = "no"
    """`yes`: the person may read along. Needs the fact `place`, with a value of the stage's id."""
    ask_when: Condition | None = None
    """Asked only while this condition holds; may use `is`."""
    hidden_because: Text | None = None
    """Why it is right that it is not asked where `ask_when` does not hold, though it could raise the advice."""
    opening: Texts = ()
    """Lines said when it begins."""
    items: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Item ids in order, at least one. An item may stand in several stages."""
