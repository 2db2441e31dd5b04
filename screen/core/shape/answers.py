"""A file of answers: what `advise` and `demo` take in place of an officer's keys."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from screen.core.shape.condition import Frozen, Id

State = Literal["present", "absent", "could-not-tell", "declined"]


def _present(given: object) -> object:
    """A list of signs as what it is short for: each of them present."""
    names = list(given) if isinstance(given, list | tuple) else [None]
    return dict.fromkeys(names, "present") if all(isinstance(name, str) for name in names) else given


Signs = Annotated[dict[Id, State], BeforeValidator(_present, json_schema_input_type=dict[Id, State] | tuple[Id, ...])]


class Answers(Frozen):
    """Facts and indicators given directly, and items answered; what is left out is not asked.

    A fact may also be `could-not-tell` or `declined`. An item takes an option, a list of options (an empty one is
    *looked, none*), `could-not-tell` or `declined`. `reasons` are the written reasons, by fact or item; `learned` says
    what was learned at another moment than that of the advice.
    """

    facts: dict[Id, str] = {}
    """A fact and its value, or `could-not-tell` or `declined`."""
    indicators: Signs = {}
    """A sign and `present`, `absent`, `could-not-tell` or `declined`; or a list of those present."""
    reasons: dict[Id, str] = {}
    """The written reason for a fact's value, or why an item was not answered. A missing one is a warning."""
    answers: dict[Id, str | tuple[str, ...]] = {}
    """An item and its option, a list of options (`[]`: looked, none), `could-not-tell` or `declined`."""
    unsure: dict[Id, tuple[Id, ...]] = {}
    """An item that is answered, and those of its options that could not be told."""
    learned: dict[Id, str] = {}
    """A fact, sign or item given here, and when that was learned, such as `2026-11-20T09:30`."""
    notes: tuple[str, ...] = ()
    """Notes, never weighed."""
