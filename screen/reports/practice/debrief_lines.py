"""The debrief as lines of text, in parts: each a heading and what stands under it."""

from typing import TYPE_CHECKING, NamedTuple

from screen.reports.card.lines import Line
from screen.reports.practice import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.practice.debrief import Debrief, Seen
    from screen.practice.halves import Twin
    from screen.practice.path import Row, Stride
    from screen.practice.unasked import Unheard

MOST = 3
"""So many sources of a sign are named on the screen; the page names all."""


class Part(NamedTuple):
    """A part of the debrief."""

    head: str
    lines: tuple[Line, ...]


def debrief_parts(debrief: "Debrief") -> tuple[Part, ...]:
    """The whole debrief; a part with nothing in it is left out."""
    parts = (
        Part(f"Debrief: {debrief.title} ({debrief.scenario})", plainly(telling.summary(debrief))),
        Part(telling.PATH, tuple(_path(debrief.rows))),
        Part(telling.PARTING, plainly(telling.parting(debrief.parted))),
        *(Part(head, tuple(_signs(debrief, state))) for state, head in telling.SIGNS.items()),
        Part(telling.CONDUCT, tuple(_conduct(debrief))),
        Part(telling.NOT_ASKED, tuple(_unheard(each for each in debrief.unheard if not each.asked))),
        Part(telling.OTHERWISE, tuple(_unheard(each for each in debrief.unheard if each.asked))),
        Part(telling.MORE, plainly(telling.effort(debrief.effort))),
        Part(telling.ADVICE, plainly(telling.advised(debrief.advice))),
        Part(telling.DUTIES, plainly((*map(telling.owed, debrief.duties), telling.called(debrief.contact)))),
        Part(telling.TEACHING, plainly(telling.said(each) for each in debrief.teaching)),
        Part(telling.TWIN, tuple(_twin(debrief.twin))) if debrief.twin is not None
        else Part(telling.TWIN, plainly([telling.LATER] if debrief.has_twin else [])),
    )  # fmt: skip
    return tuple(part for part in parts if part.lines)


def plainly(texts: "Iterable[str]") -> tuple[Line, ...]:
    """Each text a paragraph of its own."""
    return tuple(Line(text, " ", "   ") for text in texts)


def _path(rows: "tuple[Row, ...]") -> "Iterator[Line]":
    """A row a line: who did it, then what; `both`, `you` alone, or the `key` alone."""
    for row in rows:
        if row.parts:
            yield Line(f"{telling.PARTS}:", " >> ", "    ")
        who, stride = ("both", row.own) if row.own and row.key else ("you", row.own) if row.own else ("key", row.key)
        if stride is not None:
            yield Line(stride_words(stride), f" {who:<4}  ", "         ")


def stride_words(stride: "Stride") -> str:
    """A step of a path in words, with what was noticed by it."""
    failed = "" if stride.works else " (it did not come about)"
    counts = "".join(f" ({text[0].lower()}{text[1:]})" for text in stride.counts)
    return f"{'Do' if stride.does == 'move' else 'Ask'}: {stride.text}{failed}{counts}"


def _signs(debrief: "Debrief", state: str) -> "Iterator[Line]":
    for sign in debrief.signs:
        if sign.state == state:
            yield Line(f"{sign.title} [{sign.id}]", " * ", "   ")
            yield from (Line(text, "     ", "       ") for text in sign_texts(sign, MOST))


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
    """What was required, in order, then what was broken; what was avoided in one line."""
    for each in debrief.conduct:
        if each.state != "avoided":
            yield Line(each.text, f" {telling.STATES[each.state]:<8}  ", "           ")
            yield from (Line(text, "           ", "             ") for text in telling.conducted(each))
    avoided = [each.text for each in debrief.conduct if each.state == "avoided"]
    if avoided:
        yield Line(f"Avoided, rightly: {' | '.join(avoided)}", " ", "   ")


def _unheard(items: "Iterator[Unheard]") -> "Iterator[Line]":
    for each in items:
        yield Line(each.text, " * ", "   ")
        yield from (Line(text, "     ", "       ") for text in unheard_texts(each))


def unheard_texts(each: "Unheard") -> "Iterator[str]":
    """What is said of a question under its text."""
    if each.asked:
        yield f"You heard: {each.own}"
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
