"""A record as one HTML file that needs nothing but itself, for a screen and for paper."""

from typing import TYPE_CHECKING

from screen.reports.facts import clock
from screen.reports.markup import document, element

if TYPE_CHECKING:
    from screen.core.record import CaseNote, Record
    from screen.reports.markup import Element

STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; color: #1a1a1a; background: #fff;
  max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .25rem; border-bottom: 2px solid #1a1a1a; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
ul { margin: 0; padding-left: 1.25rem; }
li { margin: .15rem 0; }
.soft { color: #555; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h3 { break-after: avoid; }
  li { break-inside: avoid; } section + section { break-before: page; } }
"""


def record_page(record: "Record", head_code: str = "") -> str:
    """The whole page. `head_code`: that of the chain once it held the record."""
    title = f"Record {record.reference}"
    rows = tuple((name, told) for name, told in _rows(record, head_code) if told)
    about = element("dl", *(part for name, told in rows for part in (element("dt", name), element("dd", told))))
    people = (_person(person.note, number) for number, person in enumerate(record.people, start=1))
    return document("en", title, STYLE, element("main", element("h1", title), about, *people))


def _rows(record: "Record", head_code: str) -> tuple[tuple[str, str], ...]:
    sealed = "not yet: this is a draft" if record.sealed is None else clock(record.sealed)
    chain = "outside a chain" if record.number is None else f"number {record.number}"
    return (
        ("Began", clock(record.began)),
        ("Sealed", sealed),
        ("Chain", chain if record.sealed else ""),
        ("Head code", head_code),
        ("Place", ", ".join(part for part in (record.port, record.lane) if part)),
        ("People", str(len(record.people))),
        ("Rulebook", f"{record.edition}, SHA-256 {record.sha256}"),
        ("Program", f"htscreen {record.program}"),
        ("For the keys", "; ".join(record.recipients)),
    )


def _person(note: "CaseNote", number: int) -> "Element":
    name = f"person-{number}"
    return element(
        "section",
        element("h2", note.title, id=name),
        _listed(note.head, "soft"),
        *(part for heading, texts in note.sections for part in (element("h3", heading), _listed(texts or ("none",)))),
        *(element("p", text, class_="soft") for text in note.foot),
        aria_labelledby=name,
    )


def _listed(texts: tuple[str, ...], class_: str | None = None) -> "Element":
    return element("ul", *(element("li", text) for text in texts), class_=class_)
