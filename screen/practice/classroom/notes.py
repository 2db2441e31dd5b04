"""Notes: what two raters who know neither learner nor each other's rating say of what was written."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from screen.core.suppression import LEAST
from screen.practice.adjudicate import Verdict, adjudicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from screen.core.rating import Rating

Note = tuple[str, int]
"""An attempt's id, and the note's number in it."""


class Rated(NamedTuple):
    """What was said of one note: by two raters apart, and by the one who breaks a tie."""

    first: "Rating | None" = None
    second: "Rating | None" = None
    third: "Rating | None" = None

    @property
    def verdict(self) -> Verdict | None:
        """What it comes to; None before two have rated it."""
        if self.first is None or self.second is None:
            return None
        return adjudicate(self.first.says, self.second.says, self.third.says if self.third else "")


class Notes(NamedTuple):
    """The verified notes of a class by what they say, how many ties are open, and how many were rated once.

    `counts` is None where the notes come from fewer learners than may be told of.
    """

    counts: "Mapping[str, int] | None"
    verified: int
    ties: int
    once: int


def rated_notes(ratings: "Iterable[Rating]") -> dict[Note, Rated]:
    """The ratings by note: the two raters first by name, and of those who broke the tie the first who is neither.

    Of two ratings by one rater the later stands.
    """
    last: dict[Note, dict[tuple[bool, str], Rating]] = {}
    for each in ratings:
        last.setdefault((each.attempt, each.note), {})[each.breaks_tie, each.rater] = each
    return {note: _rated([by[key] for key in sorted(by)]) for note, by in last.items()}


def _rated(ratings: "list[Rating]") -> Rated:
    apart = [each for each in ratings if not each.breaks_tie][:2]
    named = {each.rater for each in apart}
    third = next((each for each in ratings if each.breaks_tie and each.rater not in named), None)
    first, second, *_ = (*apart, None, None)
    return Rated(first, second, third)


def is_wanted(rated: Rated, rater: str, *, tie_break: bool) -> bool:
    """Whether this rater is asked for the note: as one of the first two, or as the third where they differ."""
    known = {each.rater for each in rated if each is not None}
    if rater in known:
        return False
    verdict = rated.verdict
    return (verdict is not None and verdict.status == "tie") if tie_break else verdict is None


def notes_of(rated: "Mapping[Note, Rated]", learner: "Mapping[str, str]") -> Notes:
    """What the notes of these attempts come to. `learner`: of each attempt; notes of others are not the class's."""
    own = {note: each.verdict for note, each in rated.items() if note[0] in learner}
    verified = {note: verdict for note, verdict in own.items() if verdict is not None and verdict.status == "verified"}
    counts = Counter(verdict.category for verdict in verified.values())
    told = len({learner[attempt] for attempt, _ in verified}) >= LEAST
    ties = sum(verdict is not None and verdict.status == "tie" for verdict in own.values())
    return Notes(counts if told else None, len(verified), ties, sum(verdict is None for verdict in own.values()))
