"""Proofs as JSON: stable keys and ids, never wording that a program would have to read."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screen.workshop.logic.story import Story
    from screen.workshop.proving.grouping import Group
    from screen.workshop.proving.proof import Line, Point
    from screen.workshop.proving.sets import Smallest


def line_document(line: "Line") -> dict[str, Any]:
    """A line: `state` is holds, counter-example or not-decided."""
    return {
        "id": line.id,
        "state": line.state,
        "declared": line.is_declared,
        "against": [_point(each) for each in line.against],
        "undecided": list(line.undecided),
        "listed": [_point(each) for each in line.listed],
    }


def _point(point: "Point") -> dict[str, Any]:
    return {
        "about": point.about,
        "answers": None if point.story is None else story_document(point.story),
        "with_more": None if point.after is None else story_document(point.after),
    }


def story_document(story: "Story") -> dict[str, Any]:
    """A story: `facts` and `indicators` as a file of answers has them, and where they lead."""
    states = dict.fromkeys(story.present, "present") | dict.fromkeys(story.left, "could-not-tell")
    return {
        "facts": dict(story.facts),
        "indicators": states,
        "no_reason": list(story.bare),
        "passed": list(story.passed),
        "disposition": story.disposition or None,
    }


def sets_document(found: "Smallest") -> dict[str, Any]:
    """The smallest sets of a disposition; `groups` is null where they are not told."""
    return {
        "disposition": found.disposition,
        "sets": None if found.why_not else found.sets,
        "groups": None if found.why_not else [_group(each) for each in found.groups],
    }


def _group(group: "Group") -> dict[str, Any]:
    return {
        "facts": dict(group.facts),
        "no_reason": list(group.bare),
        "passed": list(group.passed),
        "one_of_each": [list(slot) for slot in group.slots],
        "sets": group.sets,
    }
