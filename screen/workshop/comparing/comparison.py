"""The comparison: all that two rulebooks differ in, and whether anybody is advised lower."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import rank_of
from screen.workshop.comparing.changes import Edit, edits
from screen.workshop.comparing.difference import (
    Move,
    Owed,
    Partnerless,
    Reclassed,
    Two,
    duties_moved,
    moves,
    outcomes_moved,
    partnerless,
)
from screen.workshop.comparing.doubt import Doubt, doubts
from screen.workshop.logic.story import world_of

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.workshop.comparing.tally import Tally
    from screen.workshop.logic.formula import Solve
    from screen.workshop.logic.story import Story


class Advised(NamedTuple):
    """A move, and the ids of the rules by which each book advises so."""

    move: Move
    old_rules: tuple[str, ...] = ()
    new_rules: tuple[str, ...] = ()


class Comparison(NamedTuple):
    """Two rulebooks held side by side: what the solver found over all answers, counts, and every changed value.

    Two that share no disposition are not comparable: all is empty then.
    """

    advised: tuple[Advised, ...]
    reclassed: tuple[Reclassed, ...]
    duties: tuple[Owed, ...]
    doubts: tuple[Doubt, ...]
    tallies: "tuple[Tally, ...]"
    partnerless: tuple[Partnerless, ...]
    edits: tuple[Edit, ...]
    comparable: bool = True

    @property
    def undecided(self) -> int:
        """On how many pairs and duties the time ran out."""
        stories = [each.move.story for each in self.advised]
        stories += [each.story for each in self.reclassed] + [each.story for each in self.duties]
        return stories.count(None)

    @property
    def lowering(self) -> tuple[Move, ...]:
        """The pairs by which somebody is advised lower, or to what has no order with it."""
        return tuple(each.move for each in self.advised if each.move.story and each.move.direction != "higher")

    @property
    def lowers(self) -> bool:
        """Whether anybody may be advised lower: what is not decided counts too, and what has no order."""
        told = any(each.direction != "higher" for tally in self.tallies for each in tally.moved)
        classed = any(each.old for each in self.reclassed)
        return bool(self.lowering or self.undecided or self.doubts) or told or classed or not self.comparable


def compare(old: "Book", new: "Book", solve: "Solve", tallies: "tuple[Tally, ...]" = ()) -> Comparison:
    """All differences of two rulebooks."""
    if not old.rank.keys() & new.rank.keys():
        return Comparison((), (), (), (), (), (), (), comparable=False)
    two = Two(old, new)
    return Comparison(
        tuple(_advised(old, new, move) for move in moves(two, solve)),
        tuple(outcomes_moved(two, solve)),
        tuple(duties_moved(two, solve)),
        tuple(doubts(old, new)),
        tallies,
        partnerless(old, new),
        edits(old.rulebook, new.rulebook),
    )


def _advised(old: "Book", new: "Book", move: Move) -> Advised:
    if move.story is None:
        return Advised(move)
    return Advised(move, rules_of(old, move.story), rules_of(new, move.story))


def rules_of(book: "Book", story: "Story") -> tuple[str, ...]:
    """The rules that hold of these answers and reach their disposition."""
    world = world_of(book, story)
    rank = rank_of(book, world)
    return tuple(each.rule.id for each in book.rules if each.rank == rank and each.test(world))
