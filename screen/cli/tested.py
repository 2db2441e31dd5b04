"""What a test of a rulebook came to: failing cases, and changes that no case notices, as text and as JSON."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from screen.core.problem import Located, Place, Problem
from screen.storage.cases import Suite, Written
from screen.storage.tree import Mark, located
from screen.terminal.letters import printable
from screen.workshop.mutating.trial import Difference

if TYPE_CHECKING:
    from screen.terminal.console import Console
    from screen.workshop.mutating.change import Change
    from screen.workshop.mutating.coverage import Coverage


class Failed(NamedTuple):
    """A case that came out otherwise."""

    written: Written
    differences: tuple[Difference, ...]


class Tested(NamedTuple):
    """The cases, those that failed, and what they notice (None: not tried). `marks`: where the rulebook is written."""

    suite: Suite
    failed: tuple[Failed, ...]
    coverage: "Coverage | None"
    marks: Mapping[Place, Mark]

    @property
    def reasons(self) -> dict[str, str]:
        """Why each change need not be noticed that is listed so."""
        return {each.name: each.why for each in self.suite.unnoticed}

    @property
    def unexcused(self) -> "tuple[Change, ...]":
        """The changes that no case notices, and no reason is given for."""
        return tuple(each for each in self.coverage.missed if each.id not in self.reasons) if self.coverage else ()

    @property
    def misplaced(self) -> tuple[Located, ...]:
        """What is wrong with the list of changes that need not be noticed, each at its line."""
        marks: dict[Place, Mark] = {("unnoticed", each.name): each.mark for each in self.suite.unnoticed}
        found = self.coverage.misplaced(self.reasons) if self.coverage else ()
        return tuple(located(each, marks) for each in found)

    @property
    def is_well(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.failed or self.unexcused or self.misplaced)


def show(console: "Console", tested: Tested) -> None:
    """What leads nobody elsewhere first, then failing cases and what no case notices, and the counts last.

    What has a place is one line, however long.
    """
    if tested.coverage is not None:
        _show_changes(
            console, "Lead nobody elsewhere, so perhaps dead parts of the policy", tested.coverage.idle, tested
        )
        listed = [each for each in tested.coverage.missed if each.id in tested.reasons]
        _show_changes(console, "No case notices, and the cases say why", listed, tested)
    for failed in tested.failed:
        for each in failed.differences:
            _write(console, f"{_place(failed.written.mark)}: {failed.written.name}. {_otherwise(each)}")
    if tested.coverage is not None:
        _show_missed(console, tested, tested.coverage)
    console.write(f"{_many(len(tested.suite.cases), 'case')}, {len(tested.failed)} came out otherwise.")
    if tested.coverage is not None:
        tried = len(tested.coverage.noticed) + len(tested.coverage.missed)
        noticed = f"{len(tested.coverage.noticed)} noticed: {100 * tested.coverage.score:.1f} %."
        console.write(f"{_many(tried, 'change')} by one step, {noticed}")


def _show_missed(console: "Console", tested: Tested, coverage: "Coverage") -> None:
    for problem in tested.misplaced:
        _write(console, str(problem))
    for change in tested.unexcused:
        known = "" if change in coverage.unnoticed else " Whether it leads anybody elsewhere is not decided."
        _write(console, f"{_place(_mark(tested, change))}: no case notices `{change.id}`.{known}")


def _show_changes(console: "Console", head: str, changes: "Sequence[Change]", tested: Tested) -> None:
    if changes:
        console.head(f"{head}: {len(changes)}")
    for change in changes:
        _write(console, f"  {change.id}")
        if change.id in tested.reasons:
            console.write(tested.reasons[change.id], "    ")
    if changes:
        console.write()


def _write(console: "Console", line: str) -> None:
    console.out.write(f"{printable(line)}\n")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _otherwise(each: Difference) -> str:
    """What differs. Of rules only those that are missing, since others may hold too."""
    if each.key == "rules":
        return f"rules: {_ids(tuple(name for name in each.expected if name not in each.came))} missing."
    return f"{each.key}: expected {_ids(each.expected)}; came {_ids(each.came)}."


def _ids(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"


def _place(mark: Mark) -> str:
    return f"{mark.file}:{mark.line}:{mark.column}"


def _mark(tested: Tested, change: "Change") -> Mark:
    """Where what a change would change is written."""
    found = located(Problem(change.place, "", ""), tested.marks)
    return Mark(found.file, found.line, found.column)


def document(tested: Tested) -> dict[str, Any]:
    """The same as JSON: stable keys, and ids."""
    coverage = tested.coverage
    return {
        "cases": len(tested.suite.cases),
        "failed": [
            {"name": each.written.name, **each.written.mark._asdict(),
             "differences": [difference._asdict() for difference in each.differences]}
            for each in tested.failed
        ],
        "coverage": None if coverage is None else {
            "score": round(coverage.score, 4),
            "noticed": [_change(tested, each.change) | {"case": each.case} for each in coverage.noticed],
            "unnoticed": [_change(tested, each) | _why(tested, each) for each in coverage.unnoticed],
            "not_decided": [_change(tested, each) | _why(tested, each) for each in coverage.undecided],
            "alters_nothing": [_change(tested, each) for each in coverage.idle],
            "problems": [each._asdict() for each in tested.misplaced],
        },
    }  # fmt: skip


def _change(tested: Tested, change: "Change") -> dict[str, Any]:
    return {"id": change.id, "place": list(change.place), **_mark(tested, change)._asdict()}


def _why(tested: Tested, change: "Change") -> dict[str, str | None]:
    return {"because": tested.reasons.get(change.id)}
