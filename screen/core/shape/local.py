"""The port's own numbers and protocol: a small local file outside the rulebook and its hash."""

from typing import Literal

from pydantic import Field

from screen.core.shape.condition import Frozen
from screen.core.shape.indicator import Text, Texts


class LocalContact(Frozen):
    """A number of the port's own: shown before all others."""

    title: Text
    numbers: Texts = ()
    hours: Text | None = None
    for_: Literal["officer", "traveller"] = Field(default="officer", alias="for")


class Local(Frozen):
    """Where this laptop stands, whom its officers call, and what the port protocol says."""

    port: Text | None = None
    lane: Text | None = None
    protocol: Texts = ()
    contacts: tuple[LocalContact, ...] = ()
