"""The port's own numbers and protocol: a small local file outside the rulebook and its hash."""

from typing import Literal

from pydantic import Field

from screen.core.shape.condition import Frozen
from screen.core.shape.indicator import Text, Texts


class LocalContact(Frozen):
    """A number of the port's own: shown before all others."""

    title: Text
    """Who it is."""
    numbers: Texts = ()
    """The numbers: texts, so put them in quotes."""
    hours: Text | None = None
    """When they answer."""
    for_: Literal["officer", "traveller"] = Field(default="officer", alias="for")
    """Who may call it: `officer` or `traveller`."""


class Local(Frozen):
    """Where this laptop stands, whom its officers call, and what the port protocol says."""

    port: Text | None = None
    """The port, for the head of the note."""
    lane: Text | None = None
    """The lane, for the head of the note."""
    protocol: Texts = ()
    """The port protocol in lines: shown before all contacts."""
    contacts: tuple[LocalContact, ...] = ()
    """The port's own numbers, in the order of calling."""
