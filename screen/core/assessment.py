"""The assessment: what the evidence comes to by the rules, and what is still possible."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from screen.core.complete import is_complete
from screen.core.duration import span
from screen.core.evidence import Evidence, fold
from screen.core.standing import standing_levels, unreasoned
from screen.core.stands import Stand, Stands, stands, stands_of, ways_of
from screen.core.truth import World

if TYPE_CHECKING:
    from screen.core.book import Book, ReadyRule
    from screen.core.screening import Screening
    from screen.core.shape.policy import Rule


class Worlds(NamedTuple):
    """The evidence with all that is open at its least, as it stands, and at its most.

    In a book that is not monotone, `stands` has every way in which each fact could still stand, and `ways` the least
    and the most world for every way in which those could that `is` asks for.
    """

    least: World
    standing: World
    most: World
    stands: Stands = ()
    ways: tuple[tuple[World, World], ...] = ()

    @property
    def bounds(self) -> tuple[tuple[World, World], ...]:
        """Pairs of a least and a most world: what is still possible lies between those of one of them."""
        return self.ways or ((self.least, self.most),)


class Assessment(NamedTuple):
    """The disposition reached, by which rules (highest first), and the bounds of what is still possible.

    `lowest` and `highest` hold over every way in which what is open could turn out (facts not asked are open
    here even where the book names a value for them). `withheld`: the book gives no result until all that can still be
    asked is answered.
    """

    evidence: Evidence
    worlds: Worlds
    rules: "tuple[Rule, ...]"
    disposition: str
    lowest: str
    highest: str
    withheld: bool = False

    @property
    def told(self) -> str | None:
        """The disposition as it may be told: None while the result is withheld."""
        return None if self.withheld else self.disposition


def worlds(book: "Book", evidence: Evidence, now: datetime | None = None) -> Worlds:
    """The three worlds of some evidence.

    Could-not-tell and declined indicators are open, unless the book says (`unanswered`) that they count as no or
    protect.
    """
    unanswered = evidence.could_not_tell | evidence.declined
    present = evidence.present | (unanswered & book.protecting)
    most = present | evidence.not_asked | (unanswered & (~book.counting_no | evidence.may_show))
    values, standing = evidence.values, standing_levels(book, evidence.values)
    missing = unreasoned(book, values, evidence.reasons)
    least_levels, most_levels, sure, silent = list(standing), list(standing), missing, missing
    for place, fact in enumerate(book.rulebook.facts):
        value = values.get(fact.id)
        if value is None or (fact.unanswered == "open" and value not in book.level[fact.id]):
            least_levels[place], most_levels[place] = 0, len(fact.values) - 1
        elif fact.id in evidence.may_rise:
            turned = stands(book, evidence, fact, Stand(standing[place], missing >> place & 1 == 1))
            least_levels[place], most_levels[place] = turned[0].level, turned[-1].level
            silent |= any(stand.unreasoned for stand in turned) << place
            sure &= ~((not all(stand.unreasoned for stand in turned)) << place)
    passed, may_pass = _clocks(book, evidence, now) if book.clock else (0, 0)
    three = Worlds(
        World(present, tuple(least_levels), sure, passed),
        World(present, standing, missing, passed),
        World(most, tuple(most_levels), silent, may_pass),
    )
    if book.rulebook.monotone == "yes":
        return three
    every = stands_of(book, evidence, three.standing)
    return three._replace(stands=every, ways=ways_of(book, every, three.least, three.most))


def _clocks(book: "Book", evidence: Evidence, now: datetime | None) -> tuple[int, int]:
    """The clocks that have run out, and those that may yet: all of them, since time goes on."""
    passed = 0
    for name, clock in book.rulebook.clocks.items():
        start = evidence.first.get(clock.from_)
        if start is not None and now is not None and now >= start + span(clock.within):
            passed |= book.clock[name]
    return passed, (1 << len(book.clock)) - 1


def rank_of(book: "Book", world: World, now: datetime | None = None) -> int:
    """The rank of the highest disposition that a rule reaches in a world; 0 if none does."""
    for ready in book.rules:
        if ready.test(world) and in_force(ready.rule, now):
            return ready.rank
    return 0


def in_force(rule: "Rule", now: datetime | None) -> bool:
    """Whether a rule's dates let it speak on this day. Without a day every rule speaks."""
    if rule.valid is None or now is None:
        return True
    day = now.date().isoformat()
    return (rule.valid.from_ or day) <= day <= (rule.valid.until or day)


def assess(book: "Book", evidence: Evidence, now: datetime | None = None) -> Assessment:
    """Weigh the evidence. Pure; the same for the same book, evidence and day."""
    three = worlds(book, evidence, now)
    held = [ready for ready in book.rules if ready.test(three.standing) and in_force(ready.rule, now)]
    names = book.rulebook.dispositions
    lowest, highest = _bounds(book, three, held, now)
    assessment = Assessment(
        evidence,
        three,
        tuple(each.rule for each in held),
        names[held[0].rank if held else 0].id,
        names[lowest].id,
        names[highest].id,
    )
    if book.rulebook.complete == "required":
        return assessment._replace(withheld=not is_complete(book, assessment))
    return assessment


def _bounds(book: "Book", three: Worlds, held: "list[ReadyRule]", now: datetime | None) -> tuple[int, int]:
    """The lowest and the highest rank; in a monotone book only a rule that holds as things stand can hold at least."""
    if three.ways:
        lowest = min(rank_of(book, least, now) for least, _ in three.ways)
        return lowest, max(rank_of(book, most, now) for _, most in three.ways)
    return next((each.rank for each in held if each.test(three.least)), 0), rank_of(book, three.most, now)


def assess_screening(book: "Book", screening: "Screening", now: datetime | None = None) -> Assessment:
    """Fold the entries and weigh what they come to."""
    return assess(book, fold(book, screening), now)


class Count(NamedTuple):
    """How much is present in a group: indicators, and clusters (one fact counts once)."""

    indicators: int
    clusters: int


def counts(book: "Book", present: int) -> dict[str, Count]:
    """What is present, by group. A cluster that spans groups counts in each group in which it has a sign."""
    return {
        group: Count(
            (present & mask).bit_count(), sum(1 for cluster in book.clusters.values() if cluster & mask & present)
        )
        for group, mask in book.groups.items()
    }


def clusters_present(book: "Book", present: int) -> tuple[str, ...]:
    """The clusters that have a sign present, in rulebook order."""
    return tuple(name for name, mask in book.clusters.items() if mask & present)
