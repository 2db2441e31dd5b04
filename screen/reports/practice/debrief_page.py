"""The debrief as one HTML page: the two paths in two columns, and every sign with all its sources."""

from typing import TYPE_CHECKING

from screen.reports.markup import Element, element
from screen.reports.practice import telling
from screen.reports.practice.debrief_lines import (
    conduct_lists,
    harmless_before,
    parts_words,
    sign_texts,
    stride_words,
    twin_texts,
    unheard_parts,
    unheard_texts,
)
from screen.reports.practice.leading import FEW, leading, lesson
from screen.reports.practice.markings import boxed, listed, paragraphs, part, whole_page

if TYPE_CHECKING:
    from screen.practice.debrief import Debrief
    from screen.practice.path import Row, Stride
    from screen.practice.unasked import Unheard


def debrief_page(debrief: "Debrief") -> str:
    """The whole page."""
    about = (
        f"Scenario {debrief.scenario}, played by {debrief.learner} on {debrief.began[:10]}. Attempt {debrief.attempt}."
    )
    return whole_page(
        f"Debrief: {debrief.title}",
        element("p", about, class_="soft"),
        element("div", *(element("p", text) for text in leading(debrief)), class_="lead"),
        part("parting", telling.PARTING, *paragraphs(lesson(debrief))),
        part("facts", telling.FACTS, listed(map(telling.fact, debrief.facts[FEW:]))),
        part("path", telling.PATH, _harmless(debrief), _path(debrief)),
        *(part(state, head, *_signs(debrief, state)) for state, head in telling.SIGNS.items()),
        part("conduct", telling.CONDUCT, *_conduct(debrief)),
        part("claimed", telling.CLAIMED, listed(map(telling.said, debrief.claimed))),
        *(
            part(f"unheard-{number}", head, *map(_unheard, items))
            for number, (head, items) in enumerate(unheard_parts(debrief.unheard), start=1)
        ),
        part("more", telling.MORE, listed(telling.effort(debrief.effort))),
        part("advice", telling.ADVICE, *paragraphs(telling.advised(debrief.advice))),
        part("duties", telling.DUTIES, listed((*map(telling.owed, debrief.duties), telling.called(debrief.contact)))),
        part("teaching", telling.TEACHING, listed(map(telling.said, debrief.teaching))),
        part("twin", telling.TWIN, *_twin(debrief)),
    )


def _harmless(debrief: "Debrief") -> Element | None:
    return element("p", telling.HARMLESS) if harmless_before(debrief.rows) else None


def _path(debrief: "Debrief") -> Element:
    return element(
        "table",
        element("caption", "What stands in both columns of a row was done by both, in the same order."),
        element("thead", element("tr", element("th", "You", scope="col"), element("th", "The key", scope="col"))),
        element("tbody", *(_row(row, parts_words(debrief)) for row in debrief.rows)),
        class_="path",
    )


def _row(row: "Row", parts: str) -> Element:
    mark = element("span", f"{parts}: ", class_="bad") if row.parts else None
    return element(
        "tr",
        element("td", mark, *_stride(row.own), class_=None if row.own else "off"),
        element("td", *_stride(row.key), class_=None if row.key else "off"),
        class_="parts" if row.parts else None,
    )


def _stride(stride: "Stride | None") -> tuple[str | Element, ...]:
    """A step; where there is none, that is said to whoever does not see the empty cell."""
    return (stride_words(stride),) if stride else (element("span", "-", aria_label="nothing", role="img"),)


def _signs(debrief: "Debrief", state: str) -> tuple[Element, ...]:
    return tuple(boxed(state, sign.title, sign.id, sign_texts(sign)) for sign in debrief.signs if sign.state == state)


def _conduct(debrief: "Debrief") -> tuple[Element | None, ...]:
    told = tuple(
        boxed(each.state, f"{telling.STATES[each.state].capitalize()}: {each.text}", "", telling.conducted(each))
        for each in debrief.conduct
        if each.state not in ("avoided", "done") and not each.beyond
    )
    lists = ((element("h3", head), listed(texts)) for head, texts in conduct_lists(debrief.conduct))
    return (*told, *(each for pair in lists for each in pair))


def _unheard(each: "Unheard") -> Element:
    return boxed("missed", each.text, each.item, unheard_texts(each))


def _twin(debrief: "Debrief") -> tuple[Element, ...]:
    twin = debrief.twin
    if twin is None:
        return paragraphs([telling.LATER] if debrief.has_twin else [])
    return (
        *paragraphs(twin_texts(twin)),
        *(
            element(
                "div",
                element("h3", each.text),
                element(
                    "div",
                    element("p", f"Here: {each.here}"),
                    element("p", f"In {twin.id}: {each.there}"),
                    class_="pair",
                ),
                class_="each",
            )
            for each in twin.apart
        ),
    )
