"""Claims: what an author says of a rulebook as a whole, for `rulebook prove` to try on every set of answers."""

from typing import Literal

from screen.core.shape.condition import Condition, Few, Frozen, Id, Where, YesNo
from screen.core.shape.indicator import Text


class Claim(Frozen):
    """Of all answers that `facts`, `given`, `only` and `clusters` let in, `then` holds; or `never` does not.

    `given`, `then` and `never` are conditions, and may use `reached` and `is`.
    """

    id: Id
    """The claim's id."""
    says: Text
    """What it means, in a sentence."""
    facts: Literal["any", "least"] = "any"
    """`any`; `least`: every fact that has an order stands at its least protective value."""
    given: Condition | None = None
    """What is taken to hold: a condition; may use `is` and `reached`."""
    only: Where | None = None
    """A choice: no indicators but these are present."""
    clusters: Few | None = None
    """The indicators present are of so many clusters at most."""
    gates: YesNo = "yes"
    """`no`: what the rules reach that are gates does not count."""
    then: Condition | None = None
    """A condition that then holds; may use `is` and `reached`. Either this or `never`."""
    never: Condition | None = None
    """A condition that then does not hold."""
