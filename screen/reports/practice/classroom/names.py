"""Names: what the things that a class page tells of are called, and how its figures are said."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.group import Share

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.indicator import Indicator
    from screen.core.shape.pack import Pack
    from screen.practice.classroom.effort import Spread
    from screen.practice.classroom.showing import Shows

PERCENT_FROM = 20
"""Below so many a share is told in counts alone."""
TOO_FEW = "under five learners: not told"


class Names(NamedTuple):
    """Where names come from: the rulebook, the pack, and the titles of the scenarios by id.

    `shows`: where the signs that were missed show. `for_room`: no id of a scenario is told, for twins differ in it.
    """

    book: "Book"
    pack: "Pack"
    titles: Mapping[str, str]
    shows: "Mapping[str, Shows]"
    for_room: bool = False

    def scenario(self, name: str) -> str:
        """A scenario's id and title: twins share the title, and for the room have no other name."""
        if self.for_room:
            return self.titles.get(name, "Another scenario")
        return f"{name}: {self.titles[name]}" if name in self.titles else name

    def step(self, name: str) -> str:
        """What a move or an item says; the id of one that nobody knows any more."""
        if name in self.book.item:
            return self.book.item[name].text
        return next((move.text for move in self.pack.moves if move.id == name), name)

    def sign(self, name: str) -> str:
        """A sign's title."""
        return self.book.indicator[name].title if name in self.book.indicator else name

    def missed(self, name: str) -> tuple[str, ...]:
        """When to mark a sign, where it showed, and on whose word it is a sign; no reason why it might be ordinary."""
        indicator, shows = self.book.indicator[name], self.shows.get(name)
        told = [f"Mark if: {indicator.mark_if}"] if indicator.mark_if else []
        if shows is not None and shows.items:
            where = "" if self.for_room else f" In: {', '.join(shows.scenarios)}."
            told.append(f"It showed at: {' | '.join(map(self.step, shows.items))}{where}")
        return (*told, *self.cited(indicator))

    def overcalled(self, name: str) -> tuple[str, ...]:
        """When not to mark a sign, its first ordinary reason, and on whose word it is a sign."""
        indicator = self.book.indicator[name]
        told = [f"Not if: {indicator.not_if}"] if indicator.not_if else []
        told += [f"Ordinary reason: {text}" for text in indicator.innocent[:1]]
        return (*told, *self.cited(indicator))

    def cited(self, indicator: "Indicator") -> Iterator[str]:
        """On whose word it is a sign; not for the room, which wants it short."""
        if self.for_room or not indicator.sources:
            return
        register = self.book.rulebook.register_
        listed = {item.id: item.source for item in register.items}
        listed |= {reference.id: reference.source for reference in register.references}
        title = {source.id: source.title for source in register.sources}
        first, *others = indicator.sources
        whose = f" ({title[listed[first]]})" if listed.get(first) in title else ""
        yield f"Source: {first}{whose}{f' and {len(others)} more' if others else ''}"


def counted(count: int, of: int) -> str:
    """So many of so many; from twenty on with the share in hundredths."""
    return f"{count} of {of}" + (f" ({100 * count / of:.0f}%)" if of >= PERCENT_FROM else "")


def many(count: float, word: str) -> str:
    """So many of a thing that takes an s."""
    return f"{count:g} {word}{'' if count == 1 else 's'}"


def told(share: Share) -> str:
    """A share, or that too few learners stand behind it."""
    if not share.of:
        return "none yet"
    return counted(share.many, share.of) if share.is_told else TOO_FEW


def spread(found: "Spread", unit: str) -> str:
    """A median with its quartiles."""
    lower, median, upper = (f"{round(each, 1):g}" for each in found[:3])
    return f"median {median} {unit}, half of them between {lower} and {upper}"


def number(value: float | None) -> str:
    """A coefficient, or a dash where there is none."""
    return "-" if value is None else f"{value:.2f}"
