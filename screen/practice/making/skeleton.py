"""The skeleton: a whole scenario from a sketch, in which whatever is still to be written says TODO."""

from itertools import combinations
from typing import TYPE_CHECKING, Any

from screen.core.screening import UNANSWERED
from screen.core.shape.scenario import Scenario
from screen.practice.making.course import suggested, with_course
from screen.practice.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.core.book import Book
    from screen.core.shape.pack import Marks, Pack
    from screen.practice.making.sketch import Find, Marked, Sketch

TODO = "TODO: "


def scenario_of(book: "Book", pack: "Pack", sketch: "Sketch") -> Scenario:
    """The scenario; where its key leads, what it finds and what is owed is reckoned by the rulebook."""
    told: dict[str, Any] = {
        "id": sketch.id, "title": sketch.title or f"{TODO}a title that gives nothing away", "level": sketch.level,
        "place": sketch.place, "lane": sketch.lane or f"{TODO}where and when",
        "brief": sketch.brief or f"{TODO}what the officer knows before the first look",
        "seen": sketch.seen or (f"{TODO}what the first look shows",), "any_order": sketch.any_order,
        "person": sketch.person or f"{TODO}who is screened", "role": f"{TODO}who they are, what they want, "
        "what they will not say, and to whom they would", "truth": sketch.truth, "forms": sketch.forms,
        "reveals": dict(_reveals(book, pack, sketch)), "ordinary": _ordinary(sketch), "vary": dict(sketch.vary),
        "key": {"path": _steps(book, sketch), "judged": dict(sketch.judged),
                "disposition": book.rulebook.dispositions[0].id},
        "teaching": [{"text": f"{TODO}what is to be learned here", "sources": ["ours"]}],
    } | _given(pair=sketch.pair, companion=sketch.companion)  # fmt: skip
    if sketch.contact is not None:
        told["key"]["contact"] = sketch.contact
    if sketch.companion is not None and sketch.truth == "exploitation":
        told["alerted"] = f"{TODO}what the companion does once alerted"
    scenario = Scenario.model_validate(told)
    scene = Scene(book, pack, scenario)
    waited = tuple(move for each in sketch.finds for move in each.after)
    return with_course(scene, suggested(scene, waited) if sketch.moves is None else sketch.moves).scenario


def _given(**told: str | None) -> dict[str, Any]:
    return {key: value for key, value in told.items() if value is not None}


def _steps(book: "Book", sketch: "Sketch") -> tuple[str, ...]:
    """What the path has to hold, in no order yet; never nothing."""
    first = next(item.id for item in book.rulebook.items if item.ask_when is None and book.finds[item.id])
    return sketch.items or (first,)


def _ordinary(sketch: "Sketch") -> dict[str, str]:
    return {
        each.sign: each.ordinary or f"{TODO}the ordinary reason"
        for each in sketch.finds
        if each.ordinary is not None and each.sign
    }


def _reveals(book: "Book", pack: "Pack", sketch: "Sketch") -> "Iterator[tuple[str, list[dict[str, Any]]]]":
    """What shows at each item, in the order of the interview."""
    order = dict.fromkeys(item for stage in book.rulebook.stages for item in stage.items)
    for item in (each for each in order if each in sketch.items):
        finds = [each for each in sketch.finds if each.item == item]
        base = next((each for each in sketch.marked if each.item == item), None)
        told = [_reveal(book, pack, item, after, finds, base) for after in _afters(finds)]
        if finds or (base is not None and not _as_pack(pack, base)):
            yield item, told


def _as_pack(pack: "Pack", marked: "Marked") -> bool:
    """Whether the pack says the same."""
    shared = pack.otherwise.get(marked.item)
    return shared is not None and not marked.words and _listed(shared.marks) == _listed(marked.marks)


def _afters(finds: "Sequence[Find]") -> tuple[tuple[str, ...], ...]:
    """After which moves something else shows: for each that something waits for, and for all of them together."""
    waits = tuple(dict.fromkeys(each.after for each in finds if each.after))
    together = {
        frozenset(move for after in some for move in after): some
        for size in range(1, len(waits) + 1)
        for some in combinations(waits, size)
    }
    order = tuple(dict.fromkeys(move for after in waits for move in after))
    unions = sorted(together, key=lambda each: (len(each), [move not in each for move in order]))
    return ((), *(tuple(move for move in order if move in union) for union in unions))


def _reveal(
    book: "Book", pack: "Pack", item: str, after: tuple[str, ...], finds: "Sequence[Find]", base: "Marked | None"
) -> dict[str, Any]:
    """What shows at an item after these moves."""
    here = [each for each in finds if set(each.after) <= set(after)]
    there = tuple(dict.fromkeys(each.option for each in here if each.option))
    signs = tuple(dict.fromkeys(each.sign for each in here if each.ordinary is None and each.sign and not each.option))
    words = [each.words or f"{TODO}how this shows: {each.title}" for each in here]
    if not words:
        words = _before(pack, item, finds, base)
    marks: Marks = (*_base(base), *there)
    if not there:
        marks = base.marks if base is not None else _nothing(book, pack, item, told=bool(here))
    elif book.item[item].pick == "one":
        marks = there[-1]
    return {"after": after, "shows": " ".join(dict.fromkeys(words)), "marks": marks, "signs": signs}


def _before(pack: "Pack", item: str, finds: "Sequence[Find]", base: "Marked | None") -> "list[str]":
    """What shows while nothing of it shows."""
    told = [each.before for each in finds if each.before]
    if told or base is None:
        return told or [f"{TODO}what shows before that"]
    if base.words:
        return [base.words]
    return [pack.otherwise[item].shows if _as_pack(pack, base) else f"{TODO}what shows here"]


def _base(base: "Marked | None") -> tuple[str, ...]:
    return () if base is None or base.marks in UNANSWERED else _listed(base.marks)


def _listed(marks: "Marks") -> tuple[str, ...]:
    return (marks,) if isinstance(marks, str) else tuple(marks)


def _nothing(book: "Book", pack: "Pack", item: str, *, told: bool) -> "Marks":
    """What an attentive officer enters where nothing of it shows; `told`: it has an ordinary reason."""
    declared, shared = book.item[item], pack.otherwise.get(item)
    if declared.pick == "many":
        return ()
    finding = {option.id for option in declared.options if option.shows}
    fits = told and shared is not None and not finding & {*_listed(shared.marks)}
    return shared.marks if fits and shared is not None else "could-not-tell"
