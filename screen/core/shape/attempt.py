"""An attempt: one scenario played by one learner, as it is kept. Its outcome is reckoned from its steps."""

from datetime import datetime
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field

from screen.core.shape.condition import Frozen, YesNo
from screen.core.shape.scenario import Truth


def _zoned(text: str) -> str:
    """The text itself, if it is a moment with its zone; moments are compared, also across zones."""
    if datetime.fromisoformat(text).tzinfo is None:
        raise ValueError(f"a moment without a zone: {text!r}")
    return text


Moment = Annotated[str, AfterValidator(_zoned)]
Seconds = Annotated[int, Field(ge=0, le=10_000_000)]


class Step(Frozen):
    """One thing that the learner did. Which fields it fills follows from `does`."""

    at: Seconds
    """Seconds since the attempt began; pauses count."""
    does: Literal["move", "look", "answer", "sign", "note", "back", "take-back", "advice"]
    """`move`: a move; `look`: looked or asked; `answer`, `sign`, `note`: entered; `back`, `take-back`: undone;
    `advice`: the learner's own, with which the play ends.
    """
    id: str = ""
    """The move, the item, the sign, or the disposition of the own advice."""
    reply: int | None = None
    """Which of the scenario's replies came, counted from 0; none: the pack's, or nothing at all."""
    works: YesNo = "yes"
    """`no`: the move did not come about."""
    counts: tuple[str, ...] = ()
    """Moves that were noticed by this step, such as a question repeated."""
    could_change: YesNo = "yes"
    """`no`: nothing that this item could say would have changed the advice any more."""
    picked: tuple[str, ...] = ()
    """The options ticked."""
    unsure: tuple[str, ...] = ()
    """The options that could not be told."""
    state: str = "answered"
    """`answered`, `could-not-tell`, `declined`; of a sign also `present` and `absent`."""
    stage: str = ""
    """The stage in which it was asked."""
    reasons: dict[str, str] = {}
    """Written reasons by fact."""
    why_not: str = ""
    """Why what was left unticked was not done."""
    reason: str = ""
    """Why it was not answered."""
    text: str = ""
    """A note."""
    confidence: Annotated[int, Field(ge=1, le=5)] | None = None
    """How sure the learner is of the own advice: 1 to 5."""
    contact: str = ""
    """The contact that the learner would tell first."""
    duties: tuple[str, ...] = ()
    """The duties that the learner says apply."""


Conduct = Literal["done", "late", "missed", "broken", "avoided"]
"""How a learner stood to a move: required ones are done, late or missed, forbidden ones broken or avoided."""


class Parting(NamedTuple):
    """Where the learner's path first parts from the key's: what was due, and what was done instead; `""`: the end."""

    due: str
    done: str


class Outcome(Frozen):
    """What an attempt came to, reckoned from its steps when it was finished, against the key as it was played."""

    advice: str
    """The disposition that the learner advised."""
    reached: str
    """The disposition that the learner's marks reached by the rulebook."""
    key: str
    """The disposition of the key."""
    confidence: Annotated[int, Field(ge=1, le=5)]
    """How sure the learner was: 1 to 5."""
    found: tuple[str, ...] = ()
    """Indicators of the key that the learner found."""
    missed: tuple[str, ...] = ()
    """Indicators of the key that the learner did not find."""
    overcalled: tuple[str, ...] = ()
    """Indicators that the learner marked, and the key does not."""
    conduct: dict[str, Conduct] = {}
    """Moves: required ones `done`, done `late`, or `missed`; forbidden ones `avoided` or `broken`."""
    parting: Parting | None = None
    """Where the path first parts from the key's; none: it never does."""
    unasked: tuple[str, ...] = ()
    """Items of the key's path that were never looked at or asked."""
    needless: tuple[str, ...] = ()
    """Items asked once nothing could change the advice any more, and on which no need, no duty and no step hangs."""
    asked: int = 0
    """How many times the learner looked or asked."""
    notes: int = 0
    """How many notes and reasons the learner wrote."""
    private_after: Seconds | None = None
    """Seconds to the private talk; none: there was none."""
    contact: Literal["right", "wrong", "none"] = "none"
    """Whether the contact named first was the key's; `none`: the key has none."""
    duties_missed: tuple[str, ...] = ()
    """Duties of the key that the learner did not name."""
    duties_overcalled: tuple[str, ...] = ()
    """Duties that the learner named, and the key does not."""
    facts_wrong: tuple[str, ...] = ()
    """Facts that the learner entered otherwise than they showed."""


class Attempt(Frozen):
    """One scenario played by one learner. `finished` ends with a step `advice`, and has an outcome."""

    version: Literal[1] = 1
    """The version of this shape."""
    id: str
    """The attempt's own id, made by chance."""
    learner: str
    """The learner's pseudonym."""
    scenario: str
    """The scenario's id."""
    seed: int | None = None
    """The number with which it was drawn."""
    scenario_sha256: str
    """The SHA-256 of the scenario as it was played."""
    edition: str
    """The rulebook's edition."""
    rulebook_sha256: str
    """The SHA-256 of the rulebook."""
    truth: Truth
    """What was true in the scenario as it was played."""
    began: Moment
    """When it began, with its zone: 2026-11-22T14:05:00+00:00."""
    state: Literal["open", "finished"]
    """`open`: left, to be gone on with."""
    facilitated: YesNo = "no"
    """`yes`: a trainer played the person."""
    group: str = ""
    """The class in which it was played, as the learner's laptop was told."""
    outcome: Outcome | None = None
    """What it came to; none while it is open."""
    steps: tuple[Step, ...] = ()
    """What was done, in order. On the disk a line of its own behind the attempt's."""

    @property
    def moment(self) -> datetime:
        """When it began. Moments are told apart also across zones; their texts are not."""
        return datetime.fromisoformat(self.began)
