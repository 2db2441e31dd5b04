"""An indicator: a sign that may be present, with all an officer and an author need to know of it."""

from typing import Annotated, Literal

from pydantic import Field

from screen.core.shape.condition import Frozen, Id, YesNo

Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]


class Translation(Frozen):
    """A text in another language. `review` stays `unreviewed` until a certified translator signs (`by`)."""

    text: Text
    review: Literal["unreviewed", "reviewed"]
    by: str | None = None


Phrase = dict[str, Text | Translation]
"""One thing to say to the person: language id -> text. The book's first language is plain text."""


class Grade(Frozen):
    """Where a strength comes from: `ilo` names ILO's highest grade; `editorial` is ours, with the reason."""

    source: Literal["ilo", "editorial"]
    reason: Text
    ilo: Literal["strong", "medium", "weak", "none"] = "none"


class Indicator(Frozen):
    """A sign. Its group is the heading of its file; its cluster is the one fact it is a face of."""

    id: Id
    group: Id
    also: tuple[Id, ...] = ()
    cluster: Id | None = None
    title: Text
    booth_title: Text | None = None
    looks_like: Text | None = None
    mark_if: Text | None = None
    not_if: Text | None = None
    strength: str | None = None
    grade: Grade | None = None
    forms: tuple[str, ...] = ()
    sources: tuple[Id, ...] = ()
    innocent: Texts = ()
    rarely: YesNo = "no"
    unanswered: Literal["no", "protects", "open"] | None = None
    questions: tuple[Phrase, ...] = ()
    allowed: Text | None = None
    note: Text | None = None
