"""Checks that every name in a scenario names something that the rulebook or the pack declares."""

from collections import Counter
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named, unknown
from screen.core.problem import Place, Problem
from screen.core.screening import UNANSWERED
from screen.practice.checking.draft import replies
from screen.practice.scene import ALERTED
from screen.practice.score import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.core.book import Book
    from screen.core.shape.pack import Marks, Pack
    from screen.core.shape.scenario import Key, Turn
    from screen.practice.checking.draft import Draft

ITEM, MOVE, SIGN = "item of this rulebook", "move of the pack", "indicator of this rulebook"


def check_ids(draft: "Draft") -> "Iterator[Problem]":
    """A scenario is called as its file, no other is called so, and no turn twice."""
    name = draft.scene.scenario.id
    if name != draft.file:
        yield Problem(("id",), f"the file is called {draft.file}, the scenario `{name}`.", "Make the two the same.")
    if any(each.id == name for each in draft.others):
        yield Problem(("id",), f"another scenario is called `{name}` too.", "Give this one a name of its own.")
    yield from repeated(("turns",), [turn.id for turn in draft.scene.scenario.turns])


def check_reveals(draft: "Draft") -> "Iterator[Problem]":
    """What shows, shows at items of the rulebook, marks their options and signs, and waits for moves of the pack."""
    book = draft.scene.book
    for place, item, told in replies(draft.scene.scenario):
        yield from unknown(place, ITEM, item, book.item)
        for number, reveal in enumerate(told if item in book.item else ()):
            here = (*place, number)
            yield from marked((*here, "marks"), book, item, reveal.marks)
            yield from _waits((*here, "after"), draft.scene.pack, reveal.after)
            for at, sign in named((*here, "signs"), reveal.signs):
                yield from unknown(at, SIGN, sign, book.bit)
                if book.finds[item] & book.bit.get(sign, 0):
                    yield Problem(at, f"`{sign}` has an option of its own in `{item}`.", "Mark that option.")


def check_moves(draft: "Draft") -> "Iterator[Problem]":
    """What happens, happens at moves of the pack, and waits for moves of the pack."""
    pack = draft.scene.pack
    for move, reactions in draft.scene.scenario.moves.items():
        yield from unknown(("moves", move), MOVE, move, moves_of(pack))
        for number, reaction in enumerate(reactions):
            yield from _waits(("moves", move, number, "after"), pack, reaction.after)


def check_key(draft: "Draft") -> "Iterator[Problem]":
    """The key, and what a turn puts in its place, names moves, items, options, facts, and what the rulebook decides."""
    scene, key = draft.scene, draft.scene.scenario.key
    rulebook, moves = scene.book.rulebook, moves_of(scene.pack)
    yield from unknown(("key", "disposition"), "disposition of this rulebook", key.disposition, scene.book.rank)
    for name, kind, known in (
        ("findings", SIGN, scene.book.bit),
        ("duties", "duty of this rulebook", [each.id for each in rulebook.duties]),
        ("forbidden", MOVE, moves),
    ):
        listed = getattr(key, name)
        for place, each in named(("key", name), listed):
            yield from unknown(place, kind, each, known)
        yield from repeated(("key", name), listed)
    for name in key.reasons:
        known = [*scene.book.fact, *(item.id for item in rulebook.items if item.reason)]
        yield from unknown(("key", "reasons", name), "fact of this rulebook, or item that asks why not", name, known)
    for number, (first, then) in enumerate(key.orders):
        yield from unknown(("key", "orders", number, 0), MOVE, first, moves)
        yield from unknown(("key", "orders", number, 1), f"move, item or `{QUESTIONS}`", then,
                           (*moves, *scene.book.item, QUESTIONS))  # fmt: skip


def check_path(draft: "Draft") -> "Iterator[Problem]":
    """A path, judged items and a contact are known, in the key and in turns, and nothing in a path is forbidden."""
    scene, scenario = draft.scene, draft.scene.scenario
    steps, counted = (*moves_of(scene.pack), *scene.book.item), {each.id for each in scene.pack.moves if each.noticed}
    harmful = {each.id for each in scene.pack.moves if each.kind == "do-not"} - counted
    contacts = [each.id for each in scene.book.rulebook.contacts]
    told: list[tuple[Place, Key | Turn]] = [(("key",), scenario.key)]
    told += [(("turns", number), turn) for number, turn in enumerate(scenario.turns)]
    for place, part in told:
        yield from repeated((*place, "path"), part.path)
        for at, name in named((*place, "path"), part.path):
            yield from unknown(at, "move of the pack or item of this rulebook", name, steps)
            if name in counted:
                yield Problem(at, f"`{name}` counts by itself; nobody makes it.", "Take it out.")
            if name in harmful:
                yield Problem(at, f"`{name}` is never to be made, and stands in a path.", "Take it out.")
            if name in scenario.key.forbidden:
                yield Problem(at, f"`{name}` is required here and forbidden under `forbidden`.", "Keep one.")
        for item, marks in part.judged.items():
            yield from unknown((*place, "judged", item), ITEM, item, scene.book.item)
            if item in scene.book.item:
                yield from marked((*place, "judged", item), scene.book, item, marks)
        if part.contact is not None:
            yield from unknown((*place, "contact"), "contact of this rulebook", part.contact, contacts)


def check_ordinary(draft: "Draft") -> "Iterator[Problem]":
    """Ordinary reasons are given for indicators of the rulebook."""
    scenario, known = draft.scene.scenario, draft.scene.book.bit
    for name in scenario.ordinary:
        yield from unknown(("ordinary", name), SIGN, name, known)
    for number, turn in enumerate(scenario.turns):
        for name in turn.ordinary:
            yield from unknown(("turns", number, "ordinary", name), SIGN, name, known)


def check_sources(draft: "Draft") -> "Iterator[Problem]":
    """What is taught cites what stands in the register, if the rulebook has one."""
    register = draft.scene.book.rulebook.register_
    known = ["ours", *(each.id for key in ("sources", "items", "references") for each in getattr(register, key))]
    for number, point in enumerate(draft.scene.scenario.teaching if len(known) > 1 else ()):
        for place, name in named(("teaching", number, "sources"), point.sources):
            yield from unknown(place, "source, item or reference of the register", name, known)


def check_forms(draft: "Draft") -> "Iterator[Problem]":
    """Forms of exploitation are told where exploitation is the truth, and nowhere else."""
    scenario = draft.scene.scenario
    if (scenario.truth == "exploitation") is not bool(scenario.forms):
        fault = "forms are told, but the truth is no exploitation." if scenario.forms else "no form is told."
        yield Problem(("truth",), fault, "Write `truth: exploitation` with `forms`, or neither.")


def moves_of(pack: "Pack") -> tuple[str, ...]:
    """The ids of the moves."""
    return tuple(move.id for move in pack.moves)


def repeated(place: Place, names: "Iterable[str]") -> "Iterator[Problem]":
    """A problem for each name that stands there twice."""
    for name, times in Counter(names).items():
        if times > 1:
            yield Problem(place, f"`{name}` stands here {times} times.", "Keep one.")


def marked(place: Place, book: "Book", item: str, marks: "Marks") -> "Iterator[Problem]":
    """What is wrong with these marks at this item."""
    if isinstance(marks, str) and marks in UNANSWERED:
        return
    declared, picked = book.item[item], (marks,) if isinstance(marks, str) else marks
    for option in picked:
        options = (*(each.id for each in declared.options), *UNANSWERED)
        yield from unknown(place, f"option of `{item}`", option, options)
    yield from repeated(place, picked)
    if declared.pick == "one" and len(picked) > 1:
        yield Problem(place, f"`{item}` takes one option, not {len(picked)}.", "Leave one of them.")
    if declared.pick == "one" and not picked and not book.finds[item]:
        yield Problem(place, f"`{item}` has nothing to look for.", "Name an option, could-not-tell or declined.")


def _waits(place: Place, pack: "Pack", after: tuple[str, ...]) -> "Iterator[Problem]":
    for at, name in named(place, after):
        yield from unknown(at, MOVE, name, (*moves_of(pack), ALERTED))


CHECKS = (check_ids, check_reveals, check_moves, check_key, check_path, check_ordinary, check_sources, check_forms)
