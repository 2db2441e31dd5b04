"""The class page as JSON for programs: ids and numbers, never wording."""

from typing import TYPE_CHECKING, Any

from screen.practice.classroom.named import classes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from screen.core.problem import Located
    from screen.core.shape.course import Course
    from screen.practice.classroom.conduct import Parted
    from screen.practice.classroom.effort import Spread
    from screen.practice.classroom.group import Share
    from screen.practice.classroom.indices import Index
    from screen.practice.classroom.page import Behind, Breakdown, Cells, Learner, Measures, Page, Whole
    from screen.practice.classroom.signs import Sign
    from screen.reports.practice.classroom.names import Names

Document = dict[str, Any]
TOO_FEW: Document = {"too_few": True}


def page_document(
    page: "Page", course: "Course | None", names: "Names", aside: "tuple[Located, ...]", partial: "Collection[str]"
) -> Document:
    """The contract of `practice class --json`. What is told of too few learners is null.

    `partial`: learners of whose files a line was damaged.
    """
    roll, whole, classes = page.roll, page.whole, classes_of(page.roll.groups)
    return {
        "edition": names.book.rulebook.edition,
        "classes": sorted(each.name for each in classes if each.name),
        "classes_spelled_otherwise": {each.name: list(each.spellings) for each in classes if len(each.spellings) > 1},
        "class_not_named": any(not each.name for each in classes),
        "days": list(roll.days or ()),
        "learners": len(roll.learners),
        "scenarios": list(roll.scenarios),
        "attempts": roll.attempts,
        "again": roll.again,
        "played_by_trainer": roll.played_by_trainer,
        "right_level": _share(whole.right) if whole else None,
        "clean_referred": _share(whole.clean) if whole and whole.clean else None,
        "clean_higher": _higher(whole.higher) if whole and whole.higher else None,
        "cells": _sides(whole) if whole else None,
        "breakdown": _breakdown(page.breakdown, names) if page.breakdown else None,
        "behind": _behind(page.behind, partial) if page.behind else None,
        "course": course.model_dump() if course else None,
        "set_aside": [
            {"file": each.file, "line": each.line, "fault": each.fault, "remedy": each.remedy} for each in aside
        ],
    }


def _share(share: "Share") -> Document:
    return {"count": share.many, "of": share.of}


def _higher(clean: "Share") -> Document:
    return {"referred": clean.many, "only_asked_more": clean.of - clean.many}


def _told(share: "Share") -> Document | None:
    return _share(share) if share.is_told else None


def _sides(whole: "Whole") -> Document:
    """The four cells; a row that too few have played is null."""
    seen, alarms = whole.seen, whole.alarms
    return {
        "seen": seen and seen.many, "missed": seen and seen.of - seen.many,
        "false-alarm": alarms and alarms.many, "rightly-left": alarms and alarms.of - alarms.many,
    }  # fmt: skip


def _cells(cells: "Cells") -> Document:
    return {name: cells.get(name, 0) for name in ("seen", "missed", "false-alarm", "rightly-left")}


def _breakdown(found: "Breakdown", names: "Names") -> Document:
    return {
        "levels": [
            {"scenario": each.scenario}
            | ({"lower": each.lower, "right": each.right, "higher": each.higher} if each.learners else TOO_FEW)
            | {"clean_higher": _higher(each.clean) if each.clean else None}
            for each in found.levels
        ],
        "most_missed": [{"sign": each.id} | _share(each.missed) | _shown(each, names) for each in found.missed],
        "most_overcalled": [{"sign": each.id} | _share(each.overcalled) for each in found.overcalled],
        "conduct": [
            {
                "move": each.move, "kept": each.kept and _share(each.kept), "late": each.late if each.kept else None,
                "done": _told(each.done), "avoided": _told(each.avoided),
            }
            for each in found.steps
        ],
        "parting": _parting(found.parted),
        "never_parting": found.parted.never,
        "notes": {
            "counts": None if found.notes.counts is None else dict(found.notes.counts),
            "verified": found.notes.verified, "ties": found.notes.ties, "rated_once": found.notes.once,
        },
        "clocks_right": _told(found.clocks),
        "contact_right": _told(found.contacts),
        "confidence": [
            {"confidence": each.confidence}
            | (TOO_FEW if each.attempts is None else {"right": each.right, "of": each.attempts})
            for each in found.certainties
        ],
        "needless": _spread(found.needless),
        "minutes_to_private": _spread(found.private),
        "later": {
            name: {"before": _told(each.before), "after": _told(each.after)}
            for name, each in (("within_30_days", found.soon), ("after_30_days", found.late))
        },
        "skill": {"learners": found.skill.learners if found.skill.measures else None,
                  "right_level": _told(found.skill.right), "measures": _measures(found.skill.measures)},
    }  # fmt: skip


def _shown(sign: "Sign", names: "Names") -> Document:
    shows = names.shows.get(sign.id)
    return {"shows_at": list(shows.items) if shows else [], "in": list(shows.scenarios) if shows else []}


def _parting(found: "Parted") -> Document | None:
    """`due` and `done` where one step leads; of steps with as many, `due` is the first of `ties`. `of`: all paths."""
    if not found.of:
        return None
    ((done, _),) = found.instead.most_common(1) or (("", 0),)
    return {
        "due": found.due[0], "done": done, "count": found.times, "of": found.paths.of, "parted": found.of,
        "ties": list(found.due) if len(found.due) > 1 else [], "is_most": found.is_most,
        "instead": dict(found.instead.most_common()),
    }  # fmt: skip


def _spread(found: "Spread | None") -> Document | None:
    if found is None:
        return None
    return {"lower": found.lower, "median": found.median, "upper": found.upper, "of": found.of}


def _measures(found: "Measures | None") -> Document | None:
    if found is None:
        return None
    d = found.detection
    return {
        "sensitivity": found.sensitivity and found.sensitivity._asdict(),
        "false_alarm_rate": found.false_alarms and found.false_alarms._asdict(),
        "d_prime": None if d is None else d.d._asdict() | {"is_at_an_end": d.is_at_an_end},
        "criterion": None if d is None else d.c._asdict(),
        "brier": found.brier,
    }


def _behind(found: "Behind", partial: "Collection[str]") -> Document:
    return {
        "agreement": None if found.agreement is None else found.agreement._asdict(),
        "scenarios": _indices(found.scenario_indices),
        "signs": [_sign(each, found.sign_indices.get(each.id)) for each in found.signs],
        "learners": [_learner(each) | {"partial": each.learner in partial} for each in found.learners],
    }


def _indices(found: "Mapping[str, Index]") -> list[Document]:
    return [{"scenario": name} | _index(each) for name, each in found.items()]


def _index(index: "Index | None") -> Document:
    if index is None or index.facility is None:
        return {"facility": None, "discrimination": None, "count": None, "of": None}
    return {
        "facility": index.facility, "discrimination": index.discrimination, "count": index.had, "of": index.of
    }  # fmt: skip


def _sign(sign: "Sign", index: "Index | None") -> Document:
    return {"sign": sign.id, "missed": _told(sign.missed), "overcalled": _told(sign.overcalled)} | _index(index)


def _learner(each: "Learner") -> Document:
    return {
        "learner": each.learner, "scenarios": each.scenarios, "right": each.right, "clean": each.clean,
        "clean_referred": each.clean_referred, "cells": _cells(each.cells), "signs_missed": each.missed,
        "signs_overcalled": each.overcalled, "needless": each.needless, "measures": _measures(each.measures),
    }  # fmt: skip
