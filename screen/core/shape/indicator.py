"""An indicator: a sign that may be present, with all an officer and an author need to know of it."""

from typing import Annotated, Literal

from pydantic import Field

from screen.core.shape.condition import Frozen, Id, YesNo

Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]


class Translation(Frozen):
    """A text in another language. `review` stays `unreviewed` until a certified translator signs (`by`)."""

    text: Text
    """The words."""
    review: Literal["unreviewed", "reviewed"]
    """`unreviewed`, until a certified translator has signed; then `reviewed`. Shown beside the text."""
    by: str | None = None
    """Who signed."""


Phrase = dict[str, Text | Translation]
"""One thing to say to the person: language id -> text. The book's first language is plain text."""


class Grade(Frozen):
    """Where a strength comes from: `ilo` names ILO's highest grade; `editorial` is ours, with the reason."""

    source: Literal["ilo", "editorial"]
    """`ilo`: the grade is ILO's highest for this sign; `editorial`: ours."""
    reason: Text
    """Why this strength, in a sentence."""
    ilo: Literal["strong", "medium", "weak", "none"] = "none"
    """ILO's grade: `strong`, `medium`, `weak`, `none`."""


MethodOfControl = Literal[
    "MethodsOfControlDebtBondage",
    "MethodsOfControlTakesEarnings",
    "MethodsOfControlRestrictsFinancialAccess",
    "MethodsOfControlThreats",
    "MethodsOfControlPsychologicalAbuse",
    "MethodsOfControlPhysicalAbuse",
    "MethodsOfControlSexualAbuse",
    "MethodsOfControlFalsePromises",
    "MethodsOfControlPsychoactiveSubstances",
    "MethodsOfControlRestrictsMovement",
    "MethodsOfControlRestrictsMedicalCare",
    "MethodsOfControlExcessiveWorkingHours",
    "MethodsOfControlUsesChildren",
    "MethodsOfControlThreatOfLawEnforcement",
    "MethodsOfControlWithholdsNecessities",
    "MethodsOfControlWithholdsDocuments",
    "MethodsOfControlOther",
]
"""The methods of control of HTCDS (github.com/UNMigration/HTCDS, Field Definitions), seen there in full."""


class Indicator(Frozen):
    """A sign. Its group is the heading of its file; its cluster is the one fact it is a face of."""

    id: Id
    """The indicator's id."""
    group: Id
    """A group's id. In a folder it stands once, at the head of the file."""
    also: tuple[Id, ...] = ()
    """Groups it could stand under; shown, never counted."""
    cluster: Id | None = None
    """The fact it is a face of."""
    title: Text
    """What is present, in words."""
    booth_title: Text | None = None
    """The title where the person may read along."""
    looks_like: Text | None = None
    """How it shows itself; searched by the key `s`."""
    mark_if: Text | None = None
    """When to mark it."""
    not_if: Text | None = None
    """When not to mark it."""
    strength: str | None = None
    """One of `strengths`."""
    grade: Grade | None = None
    """Where the strength comes from."""
    forms: tuple[str, ...] = ()
    """Some of `forms`."""
    htcds: MethodOfControl | None = None
    """The field of IOM's case data standard, HTCDS 2.0, that it comes near to; for exports."""
    sources: tuple[Id, ...] = ()
    """Ids of the register."""
    innocent: Texts = ()
    """Ordinary reasons, a list."""
    rarely: YesNo = "no"
    """`yes`: rarely to be known at a port; `rulebook show ID` says so."""
    unanswered: Literal["no", "protects", "open"] | None = None
    """`no`, `protects`, `open`: instead of the book's."""
    questions: tuple[Phrase, ...] = ()
    """Phrases that may find it."""
    allowed: Text | None = None
    """Why a word is needed that the check of profiling words would refuse."""
    note: Text | None = None
    """A remark for readers."""
