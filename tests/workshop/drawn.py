"""The rulebooks that are drawn in the tests: all there are, a big one, and one whose every text is hostile."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from screen.core.book import Book
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read_rulebook
from tests.core.little import Tree, little_book, rule, signs

ROOT = Path(__file__).parent.parent.parent
HOSTILE = (
    '"]; click item1 "javascript:alert(1)"',
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "`code` **bold** _it_",
    "a\nb\r\n%% c\u2028d\x00e\u202ef",
    "%%{init: {'theme': 'dark'}}%%",
    "1. one",
    "- dash",
    "end",
    "style x:#fff;a",
    "&lt;b&gt; &#60; #lt;",
    "{{x}} [[y]] (z) |p| --> ==>",
    "]]>--><!-- </svg></style>",
    "\U0001f600 \u65e5\u672c\u8a9e \u0639\u0631\u0628\u064a e\u0301",
    " ",
    "subgraph x",
    "$$x^2$$",
    "W" * 200,
)


def every_book() -> Iterator[tuple[str, Book]]:
    """Every rulebook that is shipped, printed in the documents, or kept for tests, by its name."""
    folders = (ROOT / "tests" / "core" / "books", ROOT / "tests" / "instruments")
    paths = [("shipped", ROOT), *((path.stem, path) for folder in folders for path in sorted(folder.glob("*.yaml")))]
    yield from ((name, read(path)) for name, path in paths)
    page = (ROOT / "docs" / "rulebook.md").read_text("utf-8")
    with TemporaryDirectory() as folder:
        for place, text in enumerate(re.findall(r"^```yaml rulebook\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)):
            path = Path(folder) / "example.yaml"
            path.write_text(text, encoding="utf-8")
            yield f"example-{place}", read(path)


def read(path: Path) -> Book:
    """The rulebook there, taken to be right."""
    return Book(read_rulebook(path, Rulebook, lambda _: ())[0])


def big_book(most: int = 500) -> Book:
    """A book of so many signs, with two items for every five of them, in four stages."""
    names = [f"s{place}" for place in range(most)]
    made = [
        each | {"cluster": f"c{place % 60}", "title": f"Someone keeps what the person needs for the trip, kind {place}"}
        for place, each in enumerate(signs(*names, strength="strong"))
    ]
    items: list[Tree] = []
    for place in range(0, most, 5):
        for shown in (names[place : place + 3], names[place + 3 : place + 5]):
            options: list[Tree] = [
                {"id": each, "label": f"What was told of {each}, in the words of the person"} for each in shown
            ]
            options = [option | {"shows": [each]} for option, each in zip(options, shown, strict=True)]
            items.append({"id": f"q{len(items)}", "text": f"What is told, part {len(items)}?", "options": options})
    each_ = len(items) // 4
    stages = [
        {
            "id": f"st{place}",
            "title": f"Stage {place}",
            "items": [item["id"] for item in items[place * each_ :][:each_]],
        }
        for place in range(4)
    ]
    levels = [f"d{place}" for place in range(9)]
    rules = [
        rule({"at_least": place % 4 + 1, "of": "clusters", "where": {"strength": "strong"}}, levels[place % 8 + 1])
        | {"id": f"r{place}", "because": f"So many facts were told, as the rule of number {place} says."}
        for place in range(60)
    ]
    return little_book(
        dispositions=[{"id": level} for level in levels],
        indicators=made,
        items=items,
        stages=stages,
        rules=rules,
        clusters={f"c{place}": f"The fact of number {place}" for place in range(60)},
    )


def hostile_book(texts: tuple[str, ...] = HOSTILE) -> Book:
    """A book that says these texts wherever a rulebook can say anything."""
    names = [f"i{place}" for place in range(len(texts))]
    first, last = texts[0], texts[-1]
    odd = {"fact": "f", "is": [first]}
    fact = {"id": "f", "title": first, "values": [first, f"2{last}"], "words": {first: last}, "unanswered": first}
    return little_book(
        title=first,
        edition=last,
        groups=[{"id": "g0", "title": first}],
        clusters={"c0": first},
        facts=[fact | {"order": "none"}],
        sets={"s": {"ids": names}},
        indicators=[each | {"title": text, "cluster": "c0"} for each, text in zip(signs(*names), texts, strict=True)],
        stages=[{"id": f"s{place}", "title": text, "items": [f"q{place}"]} for place, text in enumerate(texts)],
        items=[
            {
                "id": f"q{place}",
                "text": text,
                "ask_when": odd if place % 2 else None,
                "options": [{"id": "o", "label": text, "shows": [names[place]], "sets": {"f": first}}],
            }
            for place, text in enumerate(texts)
        ],
        rules=[
            rule({"all": [{"indicator": names[place]}, {"at_least": 1, "of": "indicators", "where": {"set": "s"}}]})
            | {"id": f"r{place}", "because": text}
            for place, text in enumerate(texts)
        ],
        safeguards={"decision": first, "silence": last},
    )
