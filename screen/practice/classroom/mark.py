"""A mark: of one attempt what a class is reckoned from, small enough to keep tens of thousands."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.cell import is_referral

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screen.core.book import Book
    from screen.core.shape.attempt import Attempt, Outcome, Parting
    from screen.core.shape.pack import Pack

CLEAN = ("nothing", "other-need")
"""What is true of a traveller whom nobody need refer: nothing wrong, or another kind of help."""


class Terms(NamedTuple):
    """What a class is reckoned in: dispositions as ranks, those that refer, signs and moves as bits."""

    rank: "Mapping[str, int]"
    refers: frozenset[int]
    sign: "Mapping[str, int]"
    move: "Mapping[str, int]"


def terms_of(book: "Book", pack: "Pack") -> Terms:
    """The terms of a rulebook and a pack."""
    refers = frozenset(rank for name, rank in book.rank.items() if is_referral(book, name))
    return Terms(book.rank, refers, book.bit, {move.id: 1 << place for place, move in enumerate(pack.moves)})


class Mark(NamedTuple):
    """One attempt. Dispositions are ranks; signs and moves are sets of bits; `when` is in seconds of the epoch.

    `kept`: moves done in time or avoided; `late`; `failed`: moves left out, or made though they were not to be;
    `barred`: those of all these that were not to be made.
    """

    when: float
    truth: str
    advice: int
    key: int
    confidence: int
    found: int
    missed: int
    overcalled: int
    kept: int
    late: int
    failed: int
    barred: int
    parting: "Parting | None"
    needless: int
    asked: int
    private_after: int | None
    contact: str
    duties_right: bool

    @property
    def is_right(self) -> bool:
        """Whether the advice was at the key's level."""
        return self.advice == self.key


def mark_of(terms: Terms, attempt: "Attempt", outcome: "Outcome") -> Mark:
    """What is kept of a finished attempt. Raises KeyError, ValueError if it is in other terms, or began on no day."""
    kept = late = failed = barred = 0
    for move, how in outcome.conduct.items():
        bit = terms.move[move]
        kept |= bit if how in ("done", "avoided") else 0
        late |= bit if how == "late" else 0
        failed |= bit if how in ("missed", "broken") else 0
        barred |= bit if how in ("avoided", "broken") else 0
    return Mark(
        moment_of(attempt).timestamp(), attempt.truth, terms.rank[outcome.advice], terms.rank[outcome.key],
        outcome.confidence, _set(terms.sign, outcome.found), _set(terms.sign, outcome.missed),
        _set(terms.sign, outcome.overcalled), kept, late, failed, barred, outcome.parting, len(outcome.needless),
        outcome.asked, outcome.private_after, outcome.contact,
        not outcome.duties_missed and not outcome.duties_overcalled,
    )  # fmt: skip


def moment_of(attempt: "Attempt") -> datetime:
    """When it began. Raises ValueError if that is no moment with its zone."""
    moment = datetime.fromisoformat(attempt.began)
    if moment.tzinfo is None:
        raise ValueError(attempt.began)
    return moment


def _set(bits: "Mapping[str, int]", ids: tuple[str, ...]) -> int:
    found = 0
    for each in ids:
        found |= bits[each]
    return found


def bits_of(mask: int) -> Iterator[int]:
    """The bits of a set, each by itself."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def by_bit(sets: "Counter[int]") -> "Counter[int]":
    """How often each bit stood in sets that were counted whole: most sets come again and again."""
    counts = Counter[int]()
    for mask, times in sets.items():
        for bit in bits_of(mask):
            counts[bit] += times
    return counts


def is_in_terms(terms: Terms, outcome: "Outcome") -> bool:
    """Whether everything that it names is known: then there is a mark of it."""
    return (
        outcome.advice in terms.rank
        and outcome.key in terms.rank
        and terms.sign.keys() >= {*outcome.found, *outcome.missed, *outcome.overcalled}
        and terms.move.keys() >= outcome.conduct.keys()
    )
