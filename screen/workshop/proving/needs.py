"""Needs: the smallest sets of findings and facts that each reach a disposition, for a book that is monotone.

A need says how much there must be at least: so many signs of a kind (signs that no rule tells apart), a fact at a level
or higher. It is an int with a bit for each step, and a higher step brings those below it: so two needs are met together
where the bits of both are set, and a need is no smallest one if another one's bits are among its own.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.condition import AtLeast, Condition, Points

Needs = tuple[int, ...]

MOST = 1000
"""As many smallest sets are gathered before there are too many to be of use to a reader."""


class TooMany(Exception):  # noqa: N818 - it is what they are
    """There are more smallest sets than anyone would read."""


class Steps:
    """The bit of every step, `(thing, count)`: a thing is `sign:ID` (the kind's first), `fact:`, `bare:`, `passed:`."""

    def __init__(self, book: "Book") -> None:
        """Lay out the bits: the signs by kinds, each fact by its levels."""
        self.book = book
        self.kind = {book.ids(kind)[0]: kind for kind in book.kinds}
        sizes = [(f"sign:{name}", kind.bit_count()) for name, kind in self.kind.items()]
        sizes += [(f"fact:{fact.id}", len(fact.values) - 1) for fact in book.rulebook.facts]
        sizes += [(f"bare:{fact}", 1) for fact, _ in book.reasoned] + [(f"passed:{name}", 1) for name in book.clock]
        self.steps = [(thing, count) for thing, size in sizes for count in range(1, size + 1)]
        place = {step: n for n, step in enumerate(self.steps)}
        self.first = {thing: place[thing, 1] for thing, size in sizes if size}

    def up_to(self, thing: str, count: int) -> int:
        """The need of so many of a thing."""
        return ((1 << count) - 1) << self.first[thing] if count else 0

    def sign(self, mask: int) -> int:
        """The need of one sign of the kind to which the first of these belongs."""
        return self.up_to(f"sign:{next(name for name, kind in self.kind.items() if kind & mask)}", 1)

    def read(self, need: int) -> dict[str, int]:
        """Each thing of a need, and how much of it."""
        return {thing: count for n, (thing, count) in enumerate(self.steps) if need >> n & 1}


def needs_of(steps: Steps, disposition: str) -> tuple[dict[str, int], ...]:
    """The smallest sets that reach this disposition or a higher one, each as `{thing: how much}`.

    Raises TooMany; ValueError for a rule with `is`, under which less may hold where more does not.
    """
    found: Needs = ()
    rank = steps.book.rank[disposition]
    rules = [each.rule.when for each in steps.book.rules if each.rank >= rank]
    for when in sorted(rules, key=lambda when: _breadth(steps.book, when)):
        found = smallest((*found, *_of(steps, when, found)))
    return tuple(steps.read(need) for need in found) if rank else ({},)


def smallest(needs: Iterable[int], known: Needs = ()) -> Needs:
    """The needs of which none is met whenever another one is, or one of the `known`. Raises TooMany."""
    kept = list(known)
    for need in sorted(set(needs), key=lambda each: (each.bit_count(), each)):
        if not any(need & less == less for less in kept):
            kept.append(need)
            if len(kept) > len(known) + MOST:
                raise TooMany
    return tuple(kept[len(known) :])


def _breadth(book: "Book", condition: "Condition") -> int:
    """How many things must come together at most: what asks for few is tried first, and spares much of the rest."""
    match condition.kind:
        case "all":
            return sum(_breadth(book, part) for part in condition.all)
        case "any":
            return max(_breadth(book, part) for part in condition.any)
        case "condition":
            return _breadth(book, book.rulebook.conditions[condition.condition])
        case "at_least" | "points":
            return condition.at_least
        case _:
            return 1


def _of(steps: Steps, condition: "Condition", known: Needs) -> Needs:  # noqa: PLR0911 - an arm a kind
    """The smallest needs of a condition that the known ones do not spare."""
    book = steps.book
    match condition.kind:
        case "indicator":
            return smallest([steps.sign(book.bit[condition.indicator])], known)
        case "fact":
            missing = f"bare:{condition.fact}"
            bare = [steps.up_to(missing, 1)] if condition.or_no_reason == "yes" and missing in steps.first else []
            level = book.level[condition.fact][condition.from_]
            return smallest([steps.up_to(f"fact:{condition.fact}", level), *bare], known)
        case "is" | "reached":
            raise ValueError(f"{condition.kind} has no smallest sets")
        case "all":
            return _all(steps, condition.all, known)
        case "any":
            return smallest((need for part in condition.any for need in _of(steps, part, known)), known)
        case "condition":
            return _of(steps, book.rulebook.conditions[condition.condition], known)
        case "passed":
            return smallest([steps.up_to(f"passed:{condition.passed}", 1)], known)
        case "points":
            return _points(steps, condition, known)
        case _:
            return _at_least(steps, condition, known)


def _all(steps: Steps, parts: "tuple[Condition, ...]", known: Needs) -> Needs:
    """The needs that meet every part. Where one part is spared altogether, so is the whole."""
    met: Needs = (0,)
    for part in sorted(parts, key=lambda each: _breadth(steps.book, each)):
        met = _so_many([met, _of(steps, part, known)], 2, known) if met else ()
    return met


def _at_least(steps: Steps, condition: "AtLeast", known: Needs) -> Needs:
    book = steps.book
    if isinstance(condition.of, tuple):
        return _so_many([_of(steps, part, known) for part in condition.of], condition.at_least, known)
    picked = book.where(condition.where)
    if condition.of == "indicators":
        return _worth(steps, [(picked, 1)], (), condition.at_least, known)
    table = book.clusters if condition.of == "clusters" else book.groups
    parts = [_one_of(steps, mask & picked, known) for mask in table.values() if mask & picked]
    return _so_many(parts, condition.at_least, known)


def _one_of(steps: Steps, mask: int, known: Needs) -> Needs:
    return smallest((steps.up_to(f"sign:{name}", 1) for name, kind in steps.kind.items() if kind & mask), known)


def _so_many(parts: list[Needs], count: int, known: Needs) -> Needs:
    """The smallest needs that meet so many of these parts, gathered part by part."""
    met: list[Needs] = [(0,), *(() for _ in range(count))]
    for part in parts:
        for number in range(count, 0, -1):
            met[number] = smallest((*met[number], *(one | other for one in met[number - 1] for other in part)), known)
    return met[count]


def _points(steps: Steps, condition: "Points", known: Needs) -> Needs:
    book = steps.book
    signs = [(book.where(line.each), line.worth) for line in condition.points if line.kind == "each"]
    facts = tuple(
        (line.fact, tuple(line.worth.get(value, 0) for value in book.fact[line.fact].values))
        for line in condition.points
        if line.kind == "fact"
    )
    return _worth(steps, signs, facts, condition.at_least, known)


def _worth(
    steps: Steps,
    signs: list[tuple[int, int]],
    facts: tuple[tuple[str, tuple[int, ...]], ...],
    needed: int,
    known: Needs,
) -> Needs:
    """The smallest needs that come to so many points: thing by thing, each from none of it to all."""
    things = [
        (f"sign:{name}", tuple(n * worth for n in range(kind.bit_count() + 1)))
        for name, kind in steps.kind.items()
        for worth in [sum(each for mask, each in signs if kind & mask)]
    ]
    things += [(f"fact:{fact}", worth) for fact, worth in facts]
    partial, done = {0: 0}, list[int]()
    for thing, worth in things:
        grown: dict[int, int] = {}
        for need, total in partial.items():
            for count, points in enumerate(worth):
                more = need | steps.up_to(thing, count)
                if total + points >= needed:
                    done.append(more)
                    break
                if count == 0 or points > worth[count - 1]:
                    grown[more] = total + points
        partial = {need: total for need, total in grown.items() if not any(need & less == less for less in known)}
        if len(partial) > 10 * MOST:
            raise TooMany
    return smallest(done, known)
