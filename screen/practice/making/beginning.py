"""Beginnings of a sketch: the first look of a twin, and a run that was recorded as a case."""

from typing import TYPE_CHECKING

from screen.core.screening import UNANSWERED
from screen.practice.making.sketch import Find, Marked, Sketch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.book import Book
    from screen.core.shape.case import Case
    from screen.core.shape.interview import Item
    from screen.core.shape.pack import Marks, Pack
    from screen.core.shape.scenario import Scenario


def twin_of(scenario: "Scenario") -> Sketch:
    """A half that cannot be told from this scenario before something is done."""
    first = " ".join((scenario.title, scenario.lane, scenario.brief, *scenario.seen, scenario.person))
    words = f"{first} {scenario.companion or ''}"
    return Sketch(
        pair=scenario.pair or scenario.id, title=scenario.title, level=scenario.level, place=scenario.place,
        lane=scenario.lane, brief=scenario.brief, seen=scenario.seen, any_order=scenario.any_order,
        person=scenario.person, companion=scenario.companion,
        vary=tuple((name, told) for name, told in scenario.vary.items() if f"{{{name}}}" in words),
    )  # fmt: skip


def of_case(book: "Book", pack: "Pack", case: "Case") -> Sketch:
    """A sketch of what a recorded run answered; in which words it showed is still to be written."""
    finds, marked, judged = list[Find](), list[Marked](), list["tuple[str, Marks]"]()
    for item in (each for each in book.rulebook.items if each.id in case.answers):
        marks = case.answers[item.id]
        picked = () if marks in UNANSWERED else (marks,) if isinstance(marks, str) else tuple(marks)
        shown = [option for option in item.options if option.id in picked and option.shows]
        finds += (Find(item.id, option.id, option.label, sign=option.shows[0]) for option in shown)
        rest = tuple(option for option in picked if option not in {each.id for each in shown})
        if item.learned == "judged":
            judged += [(item.id, marks)] if pack.judged.get(item.id) != marks else []
        elif (rest or not shown) and not _is_silent(pack, item.id, marks):
            marked.append(Marked(item.id, marks if item.pick == "one" or not picked else rest))
    out_of_turn = (name for name, state in case.indicators.items() if state == "present")
    asked = [item for item in book.rulebook.items if item.id in case.answers and item.learned != "judged"]
    finds += [_found(book, name, asked) for name in out_of_turn if not any(each.sign == name for each in finds)]
    secondary = case.facts.get("place") == "secondary"
    return Sketch(
        place="secondary" if secondary else "primary", marked=tuple(marked), finds=tuple(finds), judged=tuple(judged)
    )


def _found(book: "Book", sign: str, asked: "Sequence[Item]") -> Find:
    """A sign entered out of turn: at an item that was asked and can find it, else beside what was asked last."""
    fit = [item for item in asked or book.rulebook.items if book.finds[item.id] & book.bit[sign]]
    title = book.indicator[sign].title
    if asked and not fit:
        return Find(asked[-1].id, "", title, sign=sign)
    option = next(each for each in fit[0].options if sign in each.shows)
    return Find(fit[0].id, option.id, title, sign=sign)


def _is_silent(pack: "Pack", item: str, marks: "Marks") -> bool:
    """Whether the pack lets the same be entered anyway."""
    shared = pack.otherwise.get(item)
    return shared is not None and shared.marks == marks
