"""The class page in words: its head, the trainer's page, what stands behind it, and what was set aside."""

from typing import TYPE_CHECKING

from screen.practice.classroom.named import classes_of
from screen.reports.practice.classroom.advice import cell_part, level_part
from screen.reports.practice.classroom.behind import (
    agreement_part,
    learner_part,
    scenario_part,
    skill_part,
)
from screen.reports.practice.classroom.behind import sign_part as sign_index_part
from screen.reports.practice.classroom.front import (
    conduct_part,
    confidence_part,
    duty_part,
    effort_part,
    later_part,
    sign_part,
    word_part,
)
from screen.reports.practice.classroom.names import many
from screen.reports.practice.classroom.sheet import Part, Sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from screen.core.shape.course import Course
    from screen.practice.classroom.named import Named
    from screen.practice.classroom.page import Page
    from screen.practice.classroom.tally import Roll
    from screen.reports.practice.classroom.names import Names

MOST_TOLD = 50
"""So many of what was set aside stand in the foot; the rest was told when the page was made."""
TITLE = "Class page"
UNNUMBERED = ("nothing", "small", "skill")
NOT_FOR_ROOM = ("later", "words")
"""Parts that would tell the room of pairs, and of what a trainer has yet to do."""
FOR_TRAINER = (
    "For the trainer alone: it tells of learners by pseudonym, of files, and of twins. For the room: --projector."
)
FOR_ROOM = "For the room: it tells of no learner, no file and no twin."
NO_BREAKDOWN = (
    "Under five learners nothing is broken down by scenario, sign, step or learner: it would tell of persons. "
    "Each learner has their own debrief."
)


def sheet_of(
    page: "Page", course: "Course | None", names: "Names", aside: tuple[str, ...], partial: "Collection[str]" = ()
) -> Sheet:
    """The class page for the trainer. `aside`: a line for everything that was set aside or is to be known.

    `partial`: learners of whose files a line was damaged.
    """
    classes = classes_of(page.roll.groups)
    return Sheet(
        TITLE, (FOR_TRAINER, *_classed(classes)), tuple(_facts(page.roll, names, classes)),
        tuple(_numbered((*_front(page, names, aside), _sign_off(course)))), tuple(_behind(page, names, partial)),
        _foot(page.roll, _set_aside(aside)),
    )  # fmt: skip


def room_sheet(page: "Page", course: "Course | None", names: "Names", aside: tuple[str, ...]) -> Sheet:
    """The class page for the room: without learners, files, ids of scenarios, pairs, and what stands behind it."""
    classes, room = classes_of(page.roll.groups), names._replace(for_room=True)
    front = [part for part in _front(page, room, aside) if part.id not in NOT_FOR_ROOM]
    if course is not None:
        front.append(_course_part(course))
    said = (f"Set aside: {len(aside)}. The trainer's page says what.",) if aside else ()
    return Sheet(
        TITLE, (FOR_ROOM, *_classed(classes)), tuple(_facts(page.roll, room, classes)), tuple(_numbered(front)), (),
        _foot(page.roll, said),
    )  # fmt: skip


def _numbered(parts: "Iterable[Part]") -> "Iterator[Part]":
    """The parts with their numbers, in the order in which they stand."""
    number = 0
    for part in parts:
        number += part.id not in UNNUMBERED
        yield part if part.id in UNNUMBERED else part._replace(head=f"{number}. {part.head}")


def _classed(classes: "tuple[Named, ...]") -> "Iterator[str]":
    """What is to be known of how the class is named: several that are mixed, and one that is written in many ways."""
    if len(classes) > 1:
        told = ", ".join(each.name or "not named" for each in classes)
        yield f"{len(classes)} classes are mixed here: {told}. For one alone, keep its files in a folder of its own."
    for each in classes:
        if len(each.spellings) > 1:
            told = ", ".join(f'"{spelling}"' for spelling in each.spellings)
            yield f"Taken for one class, for they differ by case or blanks alone: {told}."


def _facts(roll: "Roll", names: "Names", classes: "tuple[Named, ...]") -> "Iterator[tuple[str, str]]":
    named = [each.name for each in classes if each.name]
    unnamed = ["not named"] if len(named) < len(classes) or not named else []
    yield "Class", ", ".join((*named, *unnamed))
    first, last = roll.days or ("-", "-")
    yield "Dates", first if first == last else f"{first} to {last}"
    yield "Edition", names.book.rulebook.edition
    yield "Scenarios", str(len({names.scenario(each) for each in roll.scenarios}))
    yield "Learners", str(len(roll.learners))
    yield "Attempts counted", str(roll.attempts)


def _front(page: "Page", names: "Names", aside: tuple[str, ...]) -> "Iterator[Part]":
    if page.whole is None:
        yield Part("nothing", "Nothing to tell of a class", (_why_nothing(page.roll, aside),))
        return
    found = page.breakdown
    if found is None:
        yield Part("small", "A small class", (NO_BREAKDOWN,))
    yield level_part(page.whole, None if found is None else found.levels, names)
    yield cell_part(page.whole)
    if found is None:
        return
    yield sign_part(found, names)
    yield conduct_part(found, names)
    yield word_part(found)
    yield duty_part(found)
    yield confidence_part(found)
    yield effort_part(found)
    yield later_part(found)
    yield skill_part(found.skill)


def _why_nothing(roll: "Roll", aside: tuple[str, ...]) -> str:
    if roll.learners:
        return "One learner is no class. The debrief tells what this learner found: htscreen practice debrief."
    if aside:
        return "Nothing in this folder counts; what was set aside stands at the end."
    return (
        "There is no finished attempt in this folder. Copy the learners' files into it: they are called "
        "practice-....jsonl."
    )


def _sign_off(course: "Course | None") -> Part:
    if course is None:
        missing = "No course is named: --course FILE, with code, hours, pass_rule, key_kept_by."
        return Part("sign-off", "Sign-off", (missing,))
    return Part(
        "sign-off", "Sign-off",
        (
            *_course_part(course).says,
            f"Learners stand here by pseudonym. The list of names is kept by: {course.key_kept_by}",
            "Trainer: ______________________________  Date: ______________",
        ),
    )  # fmt: skip


def _course_part(course: "Course") -> Part:
    title = f" ({course.title})" if course.title else ""
    said = f"Course {course.code}{title}, {many(course.hours, 'hour')}. Passed: {course.pass_rule}"
    return Part("course", "Course", (said,))


def _behind(page: "Page", names: "Names", partial: "Collection[str]") -> "Iterator[Part]":
    if page.behind is not None:
        yield agreement_part(page.behind.agreement)
        yield scenario_part(page.behind, names)
        yield sign_index_part(page.behind, names)
        yield learner_part(page.behind, partial)


def _set_aside(aside: tuple[str, ...]) -> "Iterator[str]":
    yield "Set aside, each with what to do:" if aside else "Nothing was set aside."
    yield from aside[:MOST_TOLD]
    if len(aside) > MOST_TOLD:
        yield f"And {len(aside) - MOST_TOLD} more."


def _foot(roll: "Roll", aside: "Iterable[str]") -> Part:
    """What is counted how, and what was set aside."""
    says = ["A learner's first attempt at a scenario counts; whoever has seen its debrief knows it."]
    if roll.again:
        says.append(f"Played again by the same learner, and not counted: {roll.again}.")
    if roll.played_by_trainer:
        says.append(f"Played with a trainer as the person: {roll.played_by_trainer}.")
    says.append("Of a part of a class under five learners nothing is told.")
    return Part("foot", "How it is counted, and what was set aside", (*says, *aside))
