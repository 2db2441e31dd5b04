"""Proofs as values: one line for each claim, with what speaks against it."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from screen.workshop.logic.story import Story

State = Literal["holds", "counter-example", "not-decided"]


class Point(NamedTuple):
    """One thing that a line speaks of: its id, what is said of it, and answers that show it.

    `after`: the same answers with something more.
    """

    about: str
    words: str = ""
    story: Story | None = None
    after: Story | None = None


class Line(NamedTuple):
    """A claim about all answers: `against` are counter-examples, `undecided` ids on which the time ran out.

    `listed`: what the claim lets pass and names. `is_declared`: the book says itself that the claim need not hold.
    """

    id: str
    says: str
    against: tuple[Point, ...] = ()
    undecided: tuple[str, ...] = ()
    listed: tuple[Point, ...] = ()
    is_declared: bool = False

    @property
    def state(self) -> State:
        """A counter-example decides; without one, what is undecided keeps the claim from holding."""
        if self.against:
            return "counter-example"
        return "not-decided" if self.undecided else "holds"


def line_of(name: str, says: str, tried: Iterable[Point | str | None], listed: Iterable[Point] = ()) -> Line:
    """A line of what was tried: a Point speaks against the claim, a text names what is undecided, None is right."""
    found = tuple(tried)
    against = tuple(each for each in found if isinstance(each, Point))
    return Line(name, says, against, tuple(each for each in found if isinstance(each, str)), tuple(listed))
