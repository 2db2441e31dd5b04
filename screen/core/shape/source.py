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
    title: Text
    url: Text | None = None
    confidence: Confidence
    seen: Text | None = None
    note: Text | None = None


class SourceItem(Frozen):
    """One entry of a published list, paraphrased; used by an indicator, or excluded with the reason."""

    id: Id
    source: Id
    paraphrase: Text
    confidence: Confidence
    excluded: Text | None = None
    cut: Text | None = None


class Reference(Frozen):
    """A law, rule, narrative or guidance that is cited and is not an entry of a list of signs."""

    id: Id
    source: Id
    paraphrase: Text
    confidence: Confidence


class Sources(Frozen):
    """The whole register. `gaps`: what was looked for and not seen, so that nobody invents it."""

    confidence: dict[Confidence, Text] = {}
    sources: tuple[Source, ...] = ()
    items: tuple[SourceItem, ...] = ()
    references: tuple[Reference, ...] = ()
    gaps: Annotated[tuple[Text, ...], Field()] = ()
