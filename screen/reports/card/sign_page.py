"""The card of signs in HTML: what to look for on the left, what to do on the right, one sheet of letter paper."""

from typing import TYPE_CHECKING

from screen.reports.card import signs
from screen.reports.markup import Section, element, section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.reports.card.signs import Group, Leads, OneFact, SignCard, ToDo
    from screen.reports.markup import Element


def sign_section(card: "SignCard") -> Section:
    """The card as a section of the page."""
    weigh = (
        element("div", element("h3", signs.LEADS), *map(_lead, card.leads), class_="leads"),
        *(_boxed(todo, "do first" if place == 0 else "do") for place, todo in enumerate(card.to_do)),
        element("div", element("h3", signs.CLOCKS), _run(card.clocks)) if card.clocks else None,
        _list(signs.ALWAYS, card.safeguards),
        _list(signs.CALL, card.contacts, name="ol"),
    )
    return section(
        "signs",
        "card signs",
        ("Signs",),
        (f"{card.title}, edition {card.edition}. {signs.PRIVATE}",),
        element("p", card.caution),
        element(
            "div",
            element("div", _table(card), class_="look"),
            element("div", *weigh, class_="weigh"),
            class_="halves",
        ),
    )


def _table(card: "SignCard") -> "Element":
    """One table of all groups; each fact is a body of its own, so that no border of a page runs through it."""
    heads = (
        element("th", "Fact", scope="col"),
        element("th", element("span", "Grade", class_="unseen"), scope="col"),
        element("th", element("span", "Sign. ", class_="unseen"), ", ".join(signs.legend(card)), scope="col"),
    )
    return element(
        "table",
        element("caption", "Signs by group; those of one fact count once", class_="unseen"),
        element("thead", element("tr", *heads)),
        *(body for group in card.groups for body in _group(card, group)),
    )


def _group(card: "SignCard", group: "Group") -> "Iterator[Element]":
    title = f"{group.title}{signs.MEANS if group.is_means else ''}"
    yield element("tbody", element("tr", element("th", title, colspan="3", scope="colgroup")), class_="group")
    for fact in group.facts:
        yield element("tbody", *_rows(card, fact), class_="fact")


def _rows(card: "SignCard", fact: "OneFact") -> "Iterator[Element]":
    grades = dict(card.grades)
    for place, sign in enumerate(fact.signs):
        many = str(len(fact.signs))
        name = element("th", fact.name, scope="row", rowspan=many) if fact.name else element("td", rowspan=many)
        letters = element("abbr", sign.grade, title=grades[sign.grade]) if sign.grade else ""
        yield element(
            "tr",
            name if place == 0 else None,
            element("td", letters, " +" if sign.is_telling else "", class_="grade"),
            element("td", f"{sign.title}{' *' if sign.rarely else ''}", class_=None if sign.is_telling else "weaker"),
        )


def _lead(leads: "Leads") -> "Element":
    elsewhere = (element("span", f" {other}") for other in leads.elsewhere)
    return element("div", element("h4", leads.title, *elsewhere), " ", _run(leads.because))


def _boxed(todo: "ToDo", class_: str) -> "Element":
    return element(
        "div",
        element("h3", todo.title),
        " ",
        element("p", todo.lead, class_="lead"),
        element("h4", "Do now") if todo.do else None,
        element("ol", *(element("li", text) for text in todo.do)) if todo.do else None,
        element("h4", "Do not") if todo.do_not else None,
        element("ul", *(element("li", text) for text in todo.do_not)) if todo.do_not else None,
        class_=class_,
    )


def _run(texts: "Iterable[str]") -> "Element":
    """A list that runs on in its lines, for want of room."""
    return element("ul", *(part for text in texts for part in (element("li", text), " ")), class_="run")


def _list(head: str, texts: "Iterable[str]", name: str = "ul") -> "Element | None":
    """A heading and a list under it; nothing where there is nothing to list."""
    parts = tuple(element("li", text) for text in texts)
    return element("div", element("h3", head), element(name, *parts)) if parts else None
