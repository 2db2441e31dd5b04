"""A comparison as JSON: stable keys, ids and paths, never wording that a program would have to read."""

from typing import TYPE_CHECKING, Any

from screen.workshop.comparing.words import shown
from screen.workshop.proving.document import story_document

if TYPE_CHECKING:
    from screen.workshop.comparing.changes import Edit
    from screen.workshop.comparing.comparison import Comparison
    from screen.workshop.comparing.tally import Tally
    from screen.workshop.comparing.words import Side
    from screen.workshop.logic.story import Story


def comparison_document(sides: "tuple[Side, Side]", found: "Comparison") -> dict[str, Any]:
    """The contract of `rulebook diff --json`: what docs/rulebook.md lists, key by key."""
    old, new = ({"edition": side.edition, "rulebook_sha256": side.sha256} for side in sides)
    return {
        "old": old,
        "new": new,
        "comparable": found.comparable,
        "lowers": found.lowers,
        "undecided": found.undecided,
        "advised": [
            {
                "old": move.old,
                "new": move.new,
                "direction": move.direction,
                "answers": _answers(move.story),
                "old_rules": list(old_rules),
                "new_rules": list(new_rules),
            }
            for move, old_rules, new_rules in found.advised
        ],
        "outcomes": [
            {"table": each.table, "old": each.old or None, "new": each.new or None, "answers": _answers(each.story)}
            for each in found.reclassed
        ],
        "duties": [
            {"id": each.duty, "owed_by": _side(is_new=each.is_owed_now), "answers": _answers(each.story)}
            for each in found.duties
        ],
        "doubts": [shown(each.path) for each in found.doubts],
        "known_answers": [_tally(each) for each in found.tallies],
        "without_partner": [
            {"kind": each.kind, "id": each.id, "only_in": _side(is_new=each.is_new)} for each in found.partnerless
        ],
        "changes": [_edit(each) for each in found.edits],
    }


def _side(*, is_new: bool) -> str:
    return "new" if is_new else "old"


def _answers(story: "Story | None") -> dict[str, Any] | None:
    """The answers of a story; None where the time ran out."""
    if story is None:
        return None
    return {key: value for key, value in story_document(story).items() if key != "disposition"}


def _tally(tally: "Tally") -> dict[str, Any]:
    matrix: dict[str, dict[str, int]] = {}
    for (old, new), count in tally.counts.items():
        matrix.setdefault(old, {})[new] = count
    return {
        "title": tally.title,
        "size": tally.size,
        "matrix": matrix,
        "moved": [each._asdict() for each in tally.moved],
        "not_asked": {"old": tally.unknown_old, "new": tally.unknown_new},
    }


def _edit(edit: "Edit") -> dict[str, Any]:
    """A change; of a value of the policy also what was there and what is, for that is no wording."""
    done = "added" if edit.old is None else "left-out" if edit.new is None else "changed"
    values = (edit.old, edit.new) if (edit.kind, done) == ("policy", "changed") else (None, None)
    return {
        "path": shown(edit.path),
        "kind": edit.kind,
        "weighed": edit.is_weighed,
        "done": done,
        "old": values[0],
        "new": values[1],
    }
