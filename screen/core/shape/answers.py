"""A file of answers: what `advise` and `demo` take in place of an officer's keys."""

from typing import Literal

from screen.core.shape.condition import Frozen, Id

State = Literal["present", "absent", "could-not-tell", "declined"]


class Answers(Frozen):
    """Facts and indicators given directly, and items answered; what is left out is not asked.

    A fact may also be `could-not-tell` or `declined`. An item takes an option, a list of options (an empty one is
    *looked, none*), `could-not-tell` or `declined`. `reasons` are the written reasons, by fact.
    """

    facts: dict[Id, str] = {}
    indicators: dict[Id, State] = {}
    reasons: dict[Id, str] = {}
    answers: dict[Id, str | tuple[str, ...]] = {}
    notes: tuple[str, ...] = ()
