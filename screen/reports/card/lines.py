"""The cards as lines of text: each with its indent, to be wrapped by whoever writes it."""

from typing import TYPE_CHECKING, NamedTuple

from screen.reports.card import form as paper
from screen.reports.card import phrases, signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.reports.card.form import Box, Form, Row
    from screen.reports.card.phrases import PhraseSheet
    from screen.reports.card.signs import Group, Sign, SignCard

WRITE = "." * 79
"""Room for a pen."""


class Line(NamedTuple):
    """A paragraph, its indent, and that of its further lines. `is_head`: a heading."""

    text: str = ""
    indent: str = ""
    hang: str | None = None
    is_head: bool = False


def sign_lines(card: "SignCard", *, plain: bool = False) -> "Iterator[Line]":
    """The card of signs."""
    yield _head(f"{card.title}: signs (edition {card.edition})")
    yield from map(Line, (signs.PRIVATE, card.caution))
    if not plain and (legend := ", ".join(signs.legend(card))):
        yield Line(legend)
    for group in card.groups:
        yield from (Line(), _head(group.title + (signs.MEANS if group.is_means else "")))
        yield from _plain_group(card, group) if plain else _group(group)
    yield from (Line(), _head(signs.LEADS))
    for each in card.leads:
        yield Line(each.title + "".join(f" ({other})" for other in each.elsewhere), " ", "  ")
        yield from (Line(text, "   - ", "     ") for text in each.because)
    for todo in card.to_do:
        yield from (Line(), _head(f"{todo.title}: do now"), Line(todo.lead))
        yield from (Line(text, f" {number} ", "   ") for number, text in enumerate(todo.do, start=1))
        yield from _listed(f"{todo.title}: do not", todo.do_not)
    yield from _listed(signs.CLOCKS, card.clocks)
    yield from _listed(signs.ALWAYS, card.safeguards)
    yield from _listed(signs.CALL, card.contacts)


def _head(text: str) -> Line:
    return Line(text, is_head=True)


def _listed(head: str, texts: tuple[str, ...]) -> "Iterator[Line]":
    """A heading and a list under it; nothing where there is nothing to list."""
    if texts:
        yield from (Line(), _head(head), *(Line(text, " - ", "   ") for text in texts))


def _group(group: "Group") -> "Iterator[Line]":
    """Fact, grade, marks and sign in columns; the fact's name only beside its first sign."""
    names = max(len(fact.name) for fact in group.facts)
    grades = max(len(sign.grade) for fact in group.facts for sign in fact.signs)
    for fact in group.facts:
        for place, sign in enumerate(fact.signs):
            name = fact.name if place == 0 else ""
            marks = f"{'+' if sign.is_telling else ' '}{'*' if sign.rarely else ' '}"
            indent = f" {name.ljust(names)} {sign.grade.ljust(grades)} {marks} "
            yield Line(sign.title, indent, " " * len(indent))


def _plain_group(card: "SignCard", group: "Group") -> "Iterator[Line]":
    """A sign a line, with all that columns would tell in words."""
    grades = dict(card.grades)
    for fact in group.facts:
        for sign in fact.signs:
            told = (fact.name, grades.get(sign.grade, ""), *_marked(card, sign))
            yield Line(f"{', '.join(filter(None, told)) or 'sign'}: {sign.title}", "", "  ")


def _marked(card: "SignCard", sign: "Sign") -> "Iterator[str]":
    if sign.is_telling:
        yield card.telling.replace("-", " ")
    if sign.rarely:
        yield signs.RARELY


def form_lines(card: "Form | None", *, plain: bool = False) -> "Iterator[Line]":
    """The form."""
    if card is None:
        yield Line(paper.NOTHING)
        return
    yield _head(f"{card.title} (edition {card.edition})")
    yield Line(f"{paper.WHEN} {WRITE[:24]}  {paper.WHERE} {WRITE[:24]}")
    yield from map(Line, (paper.HOW, *card.cautions, *(f"{title}: {paper.STRAIGHT}" for title in card.straight)))
    for row in card.rows:
        yield from _row(row, plain=plain)
    yield from (Line(), _head(f"Notes. {paper.NO_NAME}"), *[Line(WRITE)] * 4)
    yield from (Line(), _head(f"{paper.TOTAL}: {WRITE[:10]}"), Line(paper.COUNTED), Line(paper.KEYED))


def _row(row: "Row", *, plain: bool) -> "Iterator[Line]":
    """An item with its boxes; `u`, `d` and, where it is an answer, 0 in a line of their own."""
    several = paper.SEVERAL if row.is_many and row.boxes[1:] else ""
    yield from (Line(), _head(f"{f'question {row.number}:' if plain else f'{row.number}.'} {row.text}{several}"))
    if row.when:
        yield Line(f"{row.when}.", "" if plain else "   ", "   ")
    for box in row.boxes:
        indent = f"box {box.digit}: " if plain else f"   [ ] {box.digit} "
        yield Line(_label(box), indent, " " * len(indent))
    others = [f"{key} {words}" for key, words in paper.OTHERS.items() if key != "0" or row.none]
    if plain:
        yield from (Line(f"box {other.replace(' ', ': ', 1)}") for other in others)
    else:
        yield Line("   ".join(f"[ ] {other}" for other in others), "   ")


def _label(box: "Box") -> str:
    """The option, where it leads by itself, when it is asked, and whether to write why."""
    straight = f" -> {box.straight}" if box.straight else ""
    when = f" ({box.when})" if box.when else ""
    return box.label + straight + when + (paper.WHY if box.asks_why else "")


def phrase_lines(sheets: "tuple[PhraseSheet, ...]", *, plain: bool = False) -> "Iterator[Line]":
    """The phrase card, a sheet after the other."""
    if not sheets:
        yield Line(phrases.NOTHING)
    for number, sheet in enumerate(sheets):
        yield from [Line()] * (number > 0)
        yield _head(f"{sheet.name}: {sheet.title}")
        yield from (Line(f"[{notice}]", "", " ") for notice in sheet.notices)
        for said in sheet.said:
            yield Line()
            indent = f"phrase {said.number}: " if plain else f"  {said.number:>2}  "
            yield Line(said.text, indent, " " * len(indent))
            if said.meaning:
                yield Line(f"({said.meaning})", f"{sheet.first}: " if plain else "      ", "      ")
