"""The class page in words: its head, the trainer's page, what stands behind it, and what was set aside."""

from typing import TYPE_CHECKING

from screen.reports.practice.classroom.behind import (
    agreement_part,
    learner_part,
    scenario_part,
    skill_part,
)
from screen.reports.practice.classroom.behind import sign_part as sign_index_part
from screen.reports.practice.classroom.front import (
    NO_BREAKDOWN,
    cell_part,
    conduct_part,
    confidence_part,
    duty_part,
    effort_part,
    later_part,
    level_part,
    sign_part,
    word_part,
)
from screen.reports.practice.classroom.sheet import Part, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.shape.course import Course
    from screen.practice.classroom.page import Page
    from screen.practice.classroom.tally import Roll
    from screen.reports.practice.classroom.names import Names

MOST_TOLD = 50
"""So many of what was set aside stand in the foot; the rest was told when the page was made."""


def sheet_of(page: "Page", course: "Course | None", names: "Names", aside: tuple[str, ...]) -> Sheet:
    """The class page. `aside`: a line for everything that was set aside or is to be known."""
    return Sheet(
        "Class page", tuple(_facts(page.roll, names)), (*_front(page, names, aside), _sign_off(course)),
        tuple(_behind(page, names)), _foot(page.roll, aside),
    )  # fmt: skip


def _facts(roll: "Roll", names: "Names") -> "Iterator[tuple[str, str]]":
    named = sorted(name for name in roll.groups if name)
    unnamed = ["not named"] if "" in roll.groups or not named else []
    yield "Class", ", ".join((*named, *unnamed))
    first, last = roll.days or ("-", "-")
    yield "Dates", first if first == last else f"{first} to {last}"
    yield "Edition", names.book.rulebook.edition
    yield "Scenarios", str(len(roll.scenarios))
    yield "Learners", str(len(roll.learners))
    yield "Attempts counted", str(roll.attempts)


def _front(page: "Page", names: "Names", aside: tuple[str, ...]) -> "Iterator[Part]":
    if page.whole is None:
        yield Part("level", "Nothing to tell of a class", (_why_nothing(page.roll, aside),))
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
        return "Nothing in this folder counts; why, and what to do, stands below."
    return (
        "There is no finished attempt in this folder. Copy the learners' files into it: they are called "
        "practice-....jsonl."
    )


def _sign_off(course: "Course | None") -> Part:
    head = "10. Sign-off"
    if course is None:
        return Part("sign-off", head, ("No course is named: --course FILE, with code, hours, pass_rule, key_kept_by.",))
    title = f" ({course.title})" if course.title else ""
    return Part(
        "sign-off", head,
        (
            f"Course {course.code}{title}, {course.hours:g} hours. Passed: {course.pass_rule}",
            f"Learners stand here by pseudonym. The list of names is kept by: {course.key_kept_by}",
            "Trainer: ______________________________  Date: ______________",
        ),
    )  # fmt: skip


def _behind(page: "Page", names: "Names") -> "Iterator[Part]":
    if page.behind is not None:
        yield agreement_part(page.behind.agreement)
        yield scenario_part(page.behind, names)
        yield sign_index_part(page.behind, names)
        yield learner_part(page.behind)


def _foot(roll: "Roll", aside: tuple[str, ...]) -> Part:
    """What is counted how, and what was set aside."""
    says = ["A learner's first attempt at a scenario counts; whoever has seen its debrief knows it."]
    if roll.again:
        says.append(f"Played again by the same learner, and not counted: {roll.again}.")
    if roll.played_by_trainer:
        says.append(f"Played with a trainer as the person: {roll.played_by_trainer}.")
    says.append("Of a part of a class under five learners nothing is told.")
    says.append("Set aside, each with what to do:" if aside else "Nothing was set aside.")
    says += aside[:MOST_TOLD]
    if len(aside) > MOST_TOLD:
        says.append(f"And {len(aside) - MOST_TOLD} more.")
    return Part("foot", "How it is counted, and what was set aside", tuple(says))
