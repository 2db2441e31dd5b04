"""The class page as one HTML file that needs nothing but itself: each chart is a table whose rows are drawn too."""

from typing import TYPE_CHECKING

from screen.reports.markup import Element, document, element
from screen.reports.practice.classroom.style import STYLE

if TYPE_CHECKING:
    from screen.reports.practice.classroom.sheet import Bars, Kind, Part, Row, Sheet, Table

LONG, HIGH = 400, 20
"""The size of a bar in its own units; on the page it is as wide as its column."""
SHORT = 28
"""Letters of a cell that stays on one line."""


def sheet_page(sheet: "Sheet") -> str:
    """The class page as a document."""
    facts = (element("div", element("dt", name), element("dd", value)) for name, value in sheet.facts)
    links = (element("li", element("a", part.head, href=f"#{part.id}")) for part in (*sheet.front, *sheet.behind))
    header = element(
        "header", element("h1", sheet.title), *(element("p", each, class_="notice") for each in sheet.notices),
        element("dl", *facts, class_="facts"),
        element("nav", element("ul", *links), class_="screen", aria_label="Parts of this page"),
    )  # fmt: skip
    behind = (
        element("section", element("h2", "Behind it", id="behind"),
                element("div", *(_part(each, "h3") for each in sheet.behind), class_="parts"),
                class_="behind", aria_labelledby="behind")
        if sheet.behind else None
    )  # fmt: skip
    front = (_part(each, "h2") for each in sheet.front)
    main = element("main", element("div", *front, class_="parts"), behind, _part(sheet.foot, "h2"))
    return document("en", sheet.title, STYLE, _patterns(), header, main)


def _part(part: "Part", head: str) -> Element:
    return element(
        "section",
        element(head, part.head, id=part.id),
        element("p", part.figure, class_="figure") if part.figure else None,
        *(element("p", each) for each in part.says),
        element("div", *(_table(each) for each in part.tables), class_="tables") if part.tables else None,
        class_=f"part {part.id}",
        aria_labelledby=part.id,
    )


def _table(table: "Table") -> Element:
    """The table with its caption; with bars, a legend in the caption and a column for them."""
    bars = table.bars
    heads = [element("th", each, scope="col") if each else element("td") for each in table.heads]
    if bars is not None:
        heads.append(element("td", class_="bar"))
    legend = element("span", *(_mark(kind, word) for kind, word in bars.kinds), class_="legend") if bars else None
    body = (_row(each, table.heads[1:], bars) for each in table.rows)
    width = "wide" if len(table.heads) > 5 else None  # noqa: PLR2004 - so many columns need the whole width
    return element(
        "div",
        element("table", element("caption", table.caption, legend), element("thead", element("tr", *heads)),
                element("tbody", *body), class_=width),
        class_="table",
    )  # fmt: skip


def _mark(kind: "Kind", word: str) -> Element:
    box = element("svg", element("rect", width="16", height="16", class_=kind), viewBox="0 0 16 16", aria_hidden="true")
    return element("span", box, word)


def _row(row: "Row", heads: tuple[str, ...], bars: "Bars | None") -> Element:
    """A row. Each cell bears its head too: in a narrow window it stands before the cell."""
    notes = (element("span", each, class_="note") for each in row.notes)
    cells = [
        element("td", cell, data_head=(head or None) if cell else None, class_="short" if len(cell) < SHORT else None)
        for head, cell in zip(heads, row.cells, strict=True)
    ]
    drawn = [element("td", _bar(bars, row.lengths) if row.lengths else None, class_="bar")] if bars else []
    return element("tr", element("th", row.label, *notes, scope="row"), *cells, *drawn)


def _bar(bars: "Bars", lengths: tuple[int, ...]) -> Element:
    """The bar of a row; its figures stand beside it, so ears need none of it."""
    whole, start, parts = sum(lengths), 0.0, []
    for (kind, _), length in zip(bars.kinds, lengths, strict=True):
        size = LONG * length / whole
        if length:
            parts.append(element("rect", x=f"{start:.2f}", y="0", width=f"{size:.2f}", height=str(HIGH), class_=kind))
        start += size
    return element(
        "svg", *parts, viewBox=f"0 0 {LONG} {HIGH}", preserveAspectRatio="none", aria_hidden="true", focusable="false"
    )


def _patterns() -> Element:
    """What tells stretches apart where there is no colour: lines for too little, points for too much."""
    below = element(
        "pattern", element("rect", width="6", height="6", class_="ground-below"),
        element("path", d="M0 6L6 0M-1 1L1 -1M5 7L7 5", class_="line"),
        id="below", width="6", height="6", patternUnits="userSpaceOnUse",
    )  # fmt: skip
    above = element(
        "pattern", element("rect", width="6", height="6", class_="ground-above"),
        element("circle", cx="3", cy="3", r="1.4", class_="point"),
        id="above", width="6", height="6", patternUnits="userSpaceOnUse",
    )  # fmt: skip
    return element("svg", element("defs", below, above), class_="unseen", aria_hidden="true", width="0", height="0")
