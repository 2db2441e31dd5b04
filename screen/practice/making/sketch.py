"""A sketch: what an author has said of a scenario so far; all of it may still be missing."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from screen.core.shape.pack import Marks
    from screen.core.shape.scenario import Truth


class Marked(NamedTuple):
    """What stands at an item from the start, and in what words; without words the pack's, where they fit."""

    item: str
    marks: "Marks"
    words: str = ""


class Find(NamedTuple):
    """Something that shows at an item: what, in which words, after which moves, and what shows before those.

    `title`: what it is, in the rulebook's words. `ordinary`: the ordinary reason, where it only looks so; `option` is
    then what an attentive officer enters, if there is such an option.
    """

    item: str
    option: str
    title: str
    words: str = ""
    after: tuple[str, ...] = ()
    before: str = ""
    sign: str = ""
    ordinary: str | None = None


class Sketch(NamedTuple):
    """A scenario as far as it is told. `moves`: those of the key; None: those that something waits for."""

    id: str = "scene"
    pair: str | None = None
    title: str = ""
    level: int = 1
    place: Literal["primary", "secondary"] = "primary"
    lane: str = ""
    brief: str = ""
    seen: tuple[str, ...] = ()
    any_order: Literal["yes", "no"] = "no"
    person: str = ""
    companion: str | None = None
    truth: "Truth" = "nothing"
    forms: tuple[Literal["labour", "sex"], ...] = ()
    marked: tuple[Marked, ...] = ()
    finds: tuple[Find, ...] = ()
    judged: "tuple[tuple[str, Marks], ...]" = ()
    moves: tuple[str, ...] | None = None
    contact: str | None = None
    vary: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """The items at which something of its own shows."""
        return tuple(dict.fromkeys((*(each.item for each in self.marked), *(each.item for each in self.finds))))
