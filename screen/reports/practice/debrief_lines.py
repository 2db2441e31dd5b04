"""The debrief as lines of text, in parts: each a heading and what stands under it."""

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from screen.reports.card.lines import Line
from screen.reports.practice import telling
from screen.reports.practice.leading import FEW, because_led, leading, lesson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.practice.debrief import Debrief, Owed
    from screen.practice.halves import Twin
    from screen.practice.path import Row, Stride
    from screen.practice.seen import Conducted, Seen
    from screen.practice.unasked import Unheard

FOLDED = 3
"""As many steps in a row of one path, or of both, are named each; of more, the first and the last."""
MOST = 3
"""So many sources of a sign are named on the screen; the page names all."""


class Part(NamedTuple):
    """A part of the debrief. `alone`: nothing follows it on its page."""

    head: str
    lines: tuple[Line, ...]
    alone: bool = False


def debrief_parts(debrief: "Debrief") -> tuple[Part, ...]:
    """The whole debrief; a part with nothing in it is left out."""
    first = (*plainly(leading(debrief)), Line(f"{telling.PARTING}:", " "), *_lesson(debrief))
    parts = (
        Part(f"Debrief: {debrief.title} ({debrief.scenario})", first, alone=True),
        Part(telling.FACTS, plainly(map(telling.fact, debrief.facts[FEW:]))),
        *(Part(head, tuple(_signs(debrief, state))) for state, head in telling.SIGNS.items()),
        Part(telling.PATH, tuple(_path(debrief))),
        Part(telling.CONDUCT, tuple(_conduct(debrief))),
        Part(telling.CLAIMED, plainly(map(telling.said, debrief.claimed))),
        *(Part(head, tuple(_unheard(items))) for head, items in unheard_parts(debrief.unheard)),
        Part(telling.MORE, plainly(telling.effort(debrief.effort))),
        Part(telling.ADVICE, plainly(_advised(debrief))),
        Part(telling.DUTIES, plainly((*owed_lines(debrief.duties), telling.called(debrief.contact)))),
        Part(telling.TEACHING, plainly(telling.said(each) for each in debrief.teaching)),
        Part(telling.TWIN, tuple(_twin(debrief.twin))) if debrief.twin is not None
        else Part(telling.TWIN, plainly([telling.LATER] if debrief.has_twin else [])),
    )  # fmt: skip
    return tuple(part for part in parts if part.lines)


def _advised(debrief: "Debrief") -> "tuple[str, ...]":
    """What the first page does not say of the advice."""
    own, marks, _, *because, count = telling.advised(debrief.advice)
    return (f"{own} {marks}", *because[len(because_led(debrief.advice)) :], count)


def owed_lines(duties: "tuple[Owed, ...]") -> "Iterator[str]":
    """The duties: those named in one line, the others each with its time."""
    named = [f"{duty.title} ({duty.source})" for duty in duties if duty.state == "named"]
    yield from ([f"{telling.OWED['named']}: {' | '.join(named)}"] if named else [])
    yield from (telling.owed(duty) for duty in duties if duty.state != "named")


def plainly(texts: "Iterable[str]") -> tuple[Line, ...]:
    """Each text a paragraph of its own."""
    return tuple(Line(text, " ", "   ") for text in texts)


def _lesson(debrief: "Debrief") -> "Iterator[Line]":
    return (Line(text, "   ", "     ") for text in lesson(debrief))


def _path(debrief: "Debrief") -> "Iterator[Line]":
    """A row a line: who did it, then what; `both`, `you` alone, or the `key` alone. A long run of one is folded."""
    rows = debrief.rows
    if harmless_before(rows):
        yield Line(telling.HARMLESS, " ", "   ")
    for (who, _), group in groupby(rows, lambda row: (_who(row), row.parts)):
        run = tuple(group)
        if run[0].parts:
            yield Line(f"{parts_words(debrief)}:", " >> ", "    ")
        folded = run if len(run) <= FOLDED else (run[0], run[-1])
        for row in folded:
            if folded is not run and row is run[-1]:
                yield Line(f"... {len(run) - 2} more ...", f" {who:<4}  ", "         ")
            stride = row.own or row.key
            if stride is not None:
                yield Line(stride_words(stride), f" {who:<4}  ", "         ")


def _who(row: "Row") -> str:
    return "both" if row.own and row.key else "you" if row.own else "key"


def harmless_before(rows: "tuple[Row, ...]") -> bool:
    """Whether the paths differ somewhere before they part."""
    place = next((number for number, row in enumerate(rows) if row.parts), 0)
    return any(row.own is None or row.key is None for row in rows[:place])


def parts_words(debrief: "Debrief") -> str:
    """Where the paths part, and what was due there."""
    parted = debrief.parted
    if parted is not None and parted.stopped is not None:
        return "Here you stopped"
    if parted is None or not parted.done:
        return f"{telling.PARTS}; you ended without this"
    tells_due = parted.due and not parted.broken
    return f"{telling.PARTS}; due before it was: {parted.due_text}" if tells_due else telling.PARTS


def stride_words(stride: "Stride") -> str:
    """A step of a path in words, with what was noticed by it."""
    failed = "" if stride.works else " (it did not come about)"
    counts = "".join(f" ({text[0].lower()}{text[1:]})" for text in stride.counts)
    return f"{'Do' if stride.does == 'move' else 'Ask'}: {stride.text}{failed}{counts}"


def _signs(debrief: "Debrief", state: str) -> "Iterator[Line]":
    """Those missed or overcalled with what speaks for marking them, or against; those found by their titles."""
    signs = [sign for sign in debrief.signs if sign.state == state]
    if state == "found":
        told = " | ".join(f"{sign.title} [{sign.id}]" for sign in signs)
        yield from plainly([told] if len(signs) > FEW else [])
        return
    for sign in signs:
        yield Line(f"{sign.title} [{sign.id}]", " * ", "   ")
        short = sign._replace(not_if="", ordinary="", innocent=()) if state == "missed" else sign
        yield from (Line(text, "     ", "       ") for text in sign_texts(short, MOST))


def sign_texts(sign: "Seen", most: int | None = None) -> "Iterator[str]":
    """What is said of a sign under its title."""
    if sign.where:
        at = {"found": "Found at", "missed": "It shows at", "overcalled": "Marked at"}[sign.state]
        yield f"{at}: {' | '.join(sign.where)}"
    if sign.mark_if:
        yield f"Mark if: {sign.mark_if}"
    if sign.not_if:
        yield f"Not if: {sign.not_if}"
    if sign.ordinary:
        yield f"Ordinary here: {sign.ordinary}"
    elif sign.innocent:
        yield f"Ordinary reasons: {'; '.join(sign.innocent)}"
    yield f"Sources: {telling.cited(sign.sources, most) or 'ours'}"


def _conduct(debrief: "Debrief") -> "Iterator[Line]":
    """What was late, left out or broken, each with why; the rest in a line each. The lesson is not told twice."""
    parted = debrief.parted
    told = () if parted is None or parted.stopped else (parted.done, parted.due)
    for each in debrief.conduct:
        if each.state not in ("avoided", "done") and not each.beyond:
            yield Line(each.text, f" {telling.STATES[each.state]:<8}  ", "           ")
            if each.move not in told:
                yield from (Line(text, "           ", "             ") for text in telling.conducted(each))
    for head, texts in conduct_lists(debrief.conduct):
        yield Line(f"{head}: {' | '.join(texts)}", " ", "   ")


def conduct_lists(conduct: "tuple[Conducted, ...]") -> "Iterator[tuple[str, list[str]]]":
    """What was done, what was not reached, and what was avoided, each under its head; nothing empty."""
    avoided = [each for each in conduct if each.state == "avoided"]
    never = sum(not each.here for each in avoided)
    lists = (
        ("Done, and in time", [each.text for each in conduct if each.state == "done"]),
        ("The key did further on", [each.text for each in conduct if each.beyond]),
        ("Avoided, rightly", [each.text for each in avoided if each.here]),
    )
    yield from ((head, texts) for head, texts in lists if texts)
    if never:
        yield "Avoided, of what is never to be done", [f"{never} of {never + sum(_is_never(each) for each in conduct)}"]


def _is_never(each: "Conducted") -> bool:
    return each.state == "broken" and not each.here


def unheard_parts(unheard: "tuple[Unheard, ...]") -> "Iterator[tuple[str, list[Unheard]]]":
    """What was not asked, closed by an own answer, or lies beyond where the learner stopped; and what was misheard."""
    yield telling.NOT_ASKED, [each for each in unheard if not (each.asked or each.beyond or each.closed)]
    yield telling.CLOSED, [each for each in unheard if not (each.asked or each.beyond) and each.closed]
    yield telling.BEYOND, [each for each in unheard if each.beyond]
    yield telling.OTHERWISE, [each for each in unheard if each.asked]


def _unheard(items: "Iterable[Unheard]") -> "Iterator[Line]":
    """Those at which a sign shows, or the first few, under the moves that they took; the rest by their names."""
    listed = sorted(items, key=lambda each: not each.signs)
    many = max(FEW, sum(bool(each.signs) for each in listed))
    for after, group in groupby(listed[:many], lambda each: each.after):
        if after:
            yield Line(f'After "{" | ".join(after)}":', " ", "   ")
        for each in group:
            yield Line(each.text, " * ", "   ")
            short = each._replace(after=(), own=None if each.beyond else each.own)
            yield from (Line(text, "     ", "       ") for text in unheard_texts(short))
    if listed[many:]:
        yield Line(f"Also: {' | '.join(each.text for each in listed[many:])}", " ", "   ")


def unheard_texts(each: "Unheard") -> "Iterator[str]":
    """What is said of a question under its text."""
    if each.asked:
        yield f"You heard: {each.own}"
    elif each.closed is not None:
        yield f"Closed by: {each.closed.text}{f' - {each.closed.answer}' if each.closed.answer else ''}"
    yield f"The key{_after(each)}: {each.key}"
    if each.own is not None and not each.asked:
        yield f"After what you did: {each.own}"
    if each.signs:
        yield f"To mark then: {'; '.join(each.signs)}"


def _after(each: "Unheard") -> str:
    return f', after "{" | ".join(each.after)}"' if each.after else ""


def _twin(twin: "Twin") -> "Iterator[Line]":
    yield from plainly(twin_texts(twin))
    for each in twin.apart:
        yield Line(each.text, " * ", "   ")
        yield from (Line(text, "     ", "       ") for text in (f"Here: {each.here}", f"In {twin.id}: {each.there}"))


def twin_texts(twin: "Twin") -> tuple[str, ...]:
    """The other half in a few lines."""
    key, own = telling.plain_id(twin.key), telling.plain_id(twin.own)
    return (
        f"The other half of this first look is {twin.id}, which you have played.",
        f"There {telling.TRUTHS[twin.truth]}. The key: {key}; you advised {own}.",
        "What told them apart:" if twin.apart else "Nothing that is asked tells them apart.",
    )
