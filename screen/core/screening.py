"""A screening: what was answered, in the order it was answered, as an immutable value."""

from datetime import datetime
from typing import Literal, NamedTuple

Unanswered = Literal["could-not-tell", "declined"]
UNANSWERED: tuple[Unanswered, ...] = ("could-not-tell", "declined")


class Answer(NamedTuple):
    """An item answered. `picked` empty is *looked, none*; `unsure` are options that could not be told.

    `reasons`: (fact, written reason) pairs; `why_not`: why what was left unticked was not done.
    `stage`: the stage in which it was asked. `reason`: why it was not answered, where the item asks for that.
    """

    item: str
    picked: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    state: Literal["answered"] | Unanswered = "answered"
    reasons: tuple[tuple[str, str], ...] = ()
    why_not: str = ""
    stage: str = ""
    at: datetime | None = None
    reason: str = ""


class Sign(NamedTuple):
    """An indicator entered out of turn, or given by a file of answers."""

    indicator: str
    state: Literal["present", "absent"] | Unanswered = "present"
    at: datetime | None = None


class Known(NamedTuple):
    """A fact given directly: one of its values, or *could-not-tell* or *declined*."""

    fact: str
    value: str
    reason: str = ""
    at: datetime | None = None


class Note(NamedTuple):
    """Words the officer wrote down. Never scored."""

    text: str
    at: datetime | None = None


Entry = Answer | Sign | Known | Note


class Screening(NamedTuple):
    """The entries so far, and the answers gone back over (`aside`): offered again, never scored."""

    entries: tuple[Entry, ...] = ()
    aside: tuple[Answer, ...] = ()

    def add(self, entry: Entry) -> "Screening":
        """The screening with one entry more. An item answered anew is no longer set aside."""
        aside = tuple(old for old in self.aside if not (isinstance(entry, Answer) and old.item == entry.item))
        return Screening((*self.entries, entry), aside)

    def back(self) -> "Screening":
        """The screening without its last answer or sign; an answer is set aside, to be offered again. Notes stay."""
        place = next((n for n in reversed(range(len(self.entries))) if not isinstance(self.entries[n], Note)), None)
        if place is None:
            return self
        last, kept = self.entries[place], self.entries[:place] + self.entries[place + 1 :]
        if not isinstance(last, Answer):
            return Screening(kept, self.aside)
        return Screening(kept, (*(old for old in self.aside if old.item != last.item), last))

    @property
    def answers(self) -> dict[str, Answer]:
        """The standing answer of each item: the last one given."""
        return {entry.item: entry for entry in self.entries if isinstance(entry, Answer)}
