"""Coverage: which changes of a rulebook its cases notice, and which they would let pass."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess
from screen.core.book import Book
from screen.core.duty import owed
from screen.core.expected import moment_of
from screen.core.mention import mentions
from screen.core.problem import Problem
from screen.workshop.comparing.asking import asked_otherwise
from screen.workshop.mutating.change import Change, changed
from screen.workshop.mutating.likeness import weigh_alike
from screen.workshop.mutating.mutation import changes
from screen.workshop.mutating.trial import differences, evidence_of

if TYPE_CHECKING:
    from screen.core.evidence import Evidence
    from screen.core.shape.case import Case

Alters = Callable[[Book, Book], bool | None]
"""Whether some answers lead to another disposition or duty in the second book. None: not decided."""


class Noticed(NamedTuple):
    """A change, and the name of the first case that came out otherwise."""

    change: Change
    case: str


class Coverage(NamedTuple):
    """Every change of a book, by what its cases make of it.

    `unnoticed`: leads somebody elsewhere, and no case says so. `idle`: provably leads nobody elsewhere, so it may be a
    dead part of the policy. `undecided`: no case notices it, and whether it leads anybody elsewhere is not known.
    """

    noticed: tuple[Noticed, ...]
    unnoticed: tuple[Change, ...]
    idle: tuple[Change, ...]
    undecided: tuple[Change, ...]

    @property
    def score(self) -> float:
        """The share of the changes that are noticed, idle ones left out; 1 if there are none."""
        tried = len(self.noticed) + len(self.missed)
        return len(self.noticed) / tried if tried else 1.0

    @property
    def missed(self) -> tuple[Change, ...]:
        """The changes that no case notices, and that may lead somebody elsewhere."""
        return self.unnoticed + self.undecided

    def misplaced(self, excused: Iterable[str]) -> Iterator[Problem]:
        """What is wrong with names of changes that need not be noticed: there is none such, or a case notices it."""
        noticed = {each.change.id: each.case for each in self.noticed}
        known = [*noticed, *(each.id for each in (*self.missed, *self.idle))]
        for name in excused:
            if name in noticed:
                fault = f"the case `{noticed[name]}` notices the change `{name}`."
                yield Problem(("unnoticed", name), fault, "Delete the entry.")
            elif name not in known:
                near = get_close_matches(name, known, n=1)
                remedy = f"Write the nearest, or delete it: {near[0]}." if near else "Delete it: it excuses nothing."
                yield Problem(("unnoticed", name), f"`{name}` is no change of this rulebook.", remedy)


class _Ready(NamedTuple):
    """A case made ready: its evidence, and the ids that it turns on, by which the likeliest to notice go first."""

    case: "Case"
    evidence: "Evidence"
    ids: frozenset[str]


def cover(book: Book, cases: "Sequence[Case]", alters: Alters) -> Coverage:
    """Try every change of the book on the cases, all of which the book must meet as it stands."""
    ready = [_made_ready(book, case) for case in cases]
    noticed: list[Noticed] = []
    missed: dict[str, list[Change]] = {"True": [], "False": [], "None": []}
    for change in changes(book):
        new = Book(changed(book.rulebook, change))
        case = _noticing(book, new, change, ready)
        if case is not None:
            noticed.append(Noticed(change, case.name))
        else:
            missed[str(_leads_elsewhere(book, new, change, alters))].append(change)
    return Coverage(tuple(noticed), *(tuple(missed[key]) for key in ("True", "False", "None")))


def _made_ready(book: Book, case: "Case") -> _Ready:
    evidence = evidence_of(book, case)
    assessment = assess(book, evidence, moment_of(case))
    held = (rule.id for rule in assessment.rules if rule.disposition == assessment.disposition)
    duties = (duty.id for duty in owed(book, assessment) if case.duties is not None)
    return _Ready(case, evidence, frozenset((*book.ids(evidence.present), *evidence.values, *held, *duties)))


def _noticing(old: Book, new: Book, change: Change, ready: list[_Ready]) -> "Case | None":
    """The first case that comes out otherwise. Evidence is folded anew only where the change bears on it."""
    words = set(re.split("[/ ]", change.id))
    signs = any(mentions(old, condition).indicators for condition in old.branches.values())
    keys = ("facts", "conditions", "items", *(("sets", "indicators") if signs else ()))
    folded = all(getattr(new.rulebook, key) is getattr(old.rulebook, key) for key in keys)
    for each in sorted(ready, key=lambda each: -len(words & each.ids)):
        evidence = each.evidence if folded else evidence_of(new, each.case)
        if next(differences(new, each.case, evidence), None) is not None:
            return each.case
    return None


def _leads_elsewhere(old: Book, new: Book, change: Change, alters: Alters) -> bool | None:
    """Whether the change leads anybody elsewhere; None where that is not decided.

    Of a gate, which bears on what is told as next alone, of the outcomes of tables, and of what a result waits for,
    only likeness tells. What changes what is asked may lead somebody elsewhere by another answer.
    """
    if next(asked_otherwise(old, new), None) is not None:
        return None
    if weigh_alike(old, new):
        return False
    if change.place[-1] == "gate" or change.place[0] in {"complete", "items"}:
        return None
    found = alters(old, new)
    return None if found is False and old.rulebook.tables else found
