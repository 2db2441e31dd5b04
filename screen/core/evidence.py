"""The fold: from the entries of a screening to what is present, absent, unknown and not asked."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from screen.core.branch import Answered, is_asked, is_open
from screen.core.screening import UNANSWERED, Answer, Known, Screening, Sign
from screen.core.standing import asks_reason

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.interview import Item, Option


class Evidence(NamedTuple):
    """Sets of indicators (ints, see Book), disjoint, together all of them; facts by value or unanswered state.

    `found`: for each present indicator, the ids of the items that found it ("" for out of turn). `aside`:
    answers behind a branch that is closed now, and answers gone back over: shown, never scored. `first`: when
    each fact was first answered, for the clocks. `may_rise`: the level to which items not answered yet could take
    a fact that items answered so far have left lower; `may_show`: the indicators that those items could still find.
    An item that could not be told, and is asked again in a later stage, is one of those not answered yet.
    `waiting`: all of those. `unexplained`: the items that ask why they were not answered, of which
    nobody wrote it.
    """

    present: int
    absent: int
    could_not_tell: int
    declined: int
    not_asked: int
    values: dict[str, str]
    reasons: dict[str, str]
    found: dict[str, tuple[str, ...]]
    aside: tuple[Answer, ...]
    first: dict[str, datetime | None]
    may_rise: dict[str, int]
    may_show: int
    waiting: tuple[str, ...]
    unexplained: tuple[str, ...]

    @property
    def answered(self) -> Answered:
        """What branches are held against."""
        return Answered(self.present, self.values, self.reasons)


_LEAST = {"could-not-tell": -1, "declined": -2}


class _Fold:
    """The one place where things are gathered step by step; it never leaves `fold`."""

    def __init__(self, book: "Book") -> None:
        self.book = book
        self.present = self.looked = self.ruled_out = self.could_not_tell = self.declined = self.unlooked = 0
        self.values: dict[str, str] = {}
        self.reasons: dict[str, str] = {}
        self.found: dict[str, tuple[str, ...]] = {}
        self.first: dict[str, datetime | None] = {}
        self.given: frozenset[str] = frozenset()
        self.may_rise: dict[str, int] = {}
        self.may_show = 0
        self.waiting: list[str] = []
        self.unexplained: list[str] = []

    def wait_for(self, item: "Item") -> None:
        """Reckon with what an item could still find and set. Facts that were given directly stand as they are."""
        self.waiting.append(item.id)
        self.unlooked |= self.book.finds[item.id]
        self.may_show |= self.book.finds[item.id]
        for fact, level in self.book.reach[item.id].items():
            if fact not in self.given:
                self.may_rise[fact] = max(level, self.may_rise.get(fact, 0))

    def know(self, fact: str, value: str, at: datetime | None) -> None:
        """Set a fact. A value beats *could not tell*, that *declined*; of two values the more protective stands."""
        level, old, first = self.book.level[fact], self.values.get(fact), self.first.get(fact)
        self.first[fact] = at if first is None or (at is not None and at < first) else first
        if old is None or level.get(value, _LEAST.get(value, 0)) > level.get(old, _LEAST.get(old, 0)):
            self.values[fact] = value

    def find(self, indicator: str, item: str) -> None:
        self.present |= self.book.bit[indicator]
        self.found[indicator] = (*self.found.get(indicator, ()), item)

    def leave(self, mask: int, state: str) -> None:
        if state == "declined":
            self.declined |= mask
        else:
            self.could_not_tell |= mask

    def sign(self, sign: Sign) -> None:
        bit = self.book.bit[sign.indicator]
        if sign.state == "present":
            self.find(sign.indicator, "")
        elif sign.state == "absent":
            self.ruled_out |= bit
        else:
            self.leave(bit, sign.state)

    def answer(self, item: "Item", answer: Answer) -> None:
        book = self.book
        self.reasons.update(answer.reasons)
        if item.reason and asks_reason(item, answer) and not answer.reason.strip():
            self.unexplained.append(item.id)
        if answer.state in UNANSWERED:
            self.unlooked |= book.finds[item.id]
            self.leave(book.finds[item.id], answer.state)
            for fact in book.reach[item.id]:
                self.know(fact, answer.state, answer.at)
            return
        standing: set[str] = set()
        for option in item.options:
            standing.update(self.option(item, option, answer))
        for fact, value in item.otherwise.items():
            if fact not in standing:
                self.know(fact, value, answer.at)

    def option(self, item: "Item", option: "Option", answer: Answer) -> tuple[str, ...]:
        """Take in one option of an answered item; the facts about which it says something."""
        mask, key = self.book.mask(option.shows), f"{item.id}/{option.id}"
        branches = key in self.book.asking
        if branches and not self.is_open(key):
            self.unlooked |= mask
            return ()
        if not branches or option.id in answer.picked or is_asked(self.book, key, self.answered):
            self.looked |= mask
        else:  # not shown as things stand, so nobody has ruled it out
            self.unlooked |= mask
        if option.id in answer.unsure:
            self.unlooked |= mask
            self.leave(mask, "could-not-tell")
            for fact in option.sets:
                self.know(fact, "could-not-tell", answer.at)
            return tuple(option.sets)
        if option.id not in answer.picked:
            return ()
        for indicator in option.shows:
            self.find(indicator, item.id)
        for fact, value in option.sets.items():
            self.know(fact, value, answer.at)
        return tuple(option.sets)

    @property
    def answered(self) -> Answered:
        return Answered(self.present, self.values, self.reasons)

    def is_open(self, key: str) -> bool:
        return is_open(self.book, key, self.answered)


def _began(screening: Screening) -> dict[str, datetime | None]:
    """When each item was first answered; being asked again does not stop a clock."""
    began: dict[str, datetime | None] = {}
    for entry in screening.entries:
        if isinstance(entry, Answer):
            began.setdefault(entry.item, entry.at)
    return began


def fold(book: "Book", screening: Screening) -> Evidence:
    """What the entries come to. Does not depend on their order, save that an item's last answer stands."""
    gathered = _Fold(book)
    for entry in screening.entries:
        if isinstance(entry, Sign):
            gathered.sign(entry)
        elif isinstance(entry, Known):
            gathered.know(entry.fact, entry.value, entry.at)
            if entry.reason:
                gathered.reasons[entry.fact] = entry.reason
        else:
            continue
    gathered.given = frozenset(gathered.values)
    answers, began, aside = screening.answers, _began(screening), []
    for item in book.folding:
        answer = answers.get(item.id)
        if answer is None:
            gathered.wait_for(item)
        elif not gathered.is_open(item.id):
            gathered.wait_for(item)
            aside.append(answer)
        else:
            gathered.answer(item, answer._replace(at=began[item.id]))
            if book.asks_again(answer):
                gathered.wait_for(item)
    present = gathered.present
    ruled_out = (gathered.ruled_out | (gathered.looked & ~gathered.unlooked)) & ~present
    could_not_tell = gathered.could_not_tell & ~present & ~gathered.ruled_out
    declined = gathered.declined & ~present & ~gathered.ruled_out & ~could_not_tell
    absent = ruled_out & ~could_not_tell & ~declined
    return Evidence(
        present, absent, could_not_tell, declined,
        book.everything & ~present & ~absent & ~could_not_tell & ~declined,
        gathered.values, gathered.reasons, gathered.found, (*aside, *screening.aside), gathered.first,
        gathered.may_rise, gathered.may_show, tuple(gathered.waiting), tuple(gathered.unexplained),
    )  # fmt: skip
