"""The register: published sources, and every item that each of them lists."""

from typing import Annotated, Literal

from pydantic import Field

from screen.core.shape.condition import Frozen, Id
from screen.core.shape.indicator import Text

Confidence = Literal["V", "P", "2", "N", "I"]
"""V seen on the issuer's own page; P seen cut off; 2 secondary copy; N not seen; I our inference."""


class Source(Frozen):
    """A published source and how it was seen."""

    id: Id
    """The source's id."""
    title: Text
    """Whose, and what."""
    url: Text | None = None
    """Where it stands."""
    confidence: Confidence
    """How it was seen: a code."""
    seen: Text | None = None
    """How it was seen, in words."""
    note: Text | None = None
    """A remark."""


class SourceItem(Frozen):
    """One entry of a published list, paraphrased; used by an indicator, or excluded with the reason."""

    id: Id
    """The item's id."""
    source: Id
    """A source's id."""
    paraphrase: Text
    """What it says, in your own words."""
    confidence: Confidence
    """How it was seen: a code."""
    excluded: Text | None = None
    """Why no indicator uses it."""
    cut: Text | None = None
    """What was left away of it, and why."""


class Reference(Frozen):
    """A law, rule, narrative or guidance that is cited and is not an entry of a list of signs."""

    id: Id
    """The reference's id."""
    source: Id
    """A source's id."""
    paraphrase: Text
    """What it says, in your own words."""
    confidence: Confidence
    """How it was seen: a code."""


class Sources(Frozen):
    """The whole register. `gaps`: what was looked for and not seen, so that nobody invents it."""

    confidence: dict[Confidence, Text] = {}
    """What each code means, in words."""
    sources: tuple[Source, ...] = ()
    """The sources."""
    items: tuple[SourceItem, ...] = ()
    """The items of their lists."""
    references: tuple[Reference, ...] = ()
    """What is cited and is no item of a list: laws, guidance, narratives."""
    gaps: Annotated[tuple[Text, ...], Field()] = ()
    """What was looked for and not seen, so that nobody invents it."""
