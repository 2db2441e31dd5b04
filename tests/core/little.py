"""Small random rulebooks, and screenings of them, for the properties that hold of every rulebook."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from screen.core.book import Book
from screen.core.branch import Answered, is_asked
from screen.core.screening import UNANSWERED, Answer, Entry, Known, Sign
from screen.core.shape.rulebook import Rulebook

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LATER = datetime(2036, 11, 22, 12, 0, tzinfo=UTC)
GROUPS, CLUSTERS, STRENGTHS, FORMS = ("g0", "g1"), ("c0", "c1", "c2"), ("strong", "weak"), ("labour", "sex")
Tree = dict[str, Any]


def little_book(**parts: Any) -> Book:  # noqa: ANN401 - the parts of a book are trees
    """A book of these parts, and of the least that a book needs."""
    least = {
        "edition": "1",
        "title": "A little book",
        "groups": [{"id": group, "title": group, "means": "yes"} for group in GROUPS],
        "dispositions": [{"id": name} for name in ("low", "middle", "high")],
        "strengths": STRENGTHS,
        "forms": FORMS,
    }
    return Book(Rulebook.model_validate(least | parts))


def signs(*ids: str, **more: Any) -> list[Tree]:  # noqa: ANN401
    """Indicators of these ids, each its own cluster, in the first group, all with the same other keys."""
    return [{"id": each, "group": "g0", "title": each} | more for each in ids]


def rule(when: Tree, disposition: str = "high", **more: Any) -> Tree:  # noqa: ANN401
    """A rule."""
    name = more.pop("id", f"rule {disposition}")
    return {"id": name, "when": when, "disposition": disposition, "because": "so", "sources": ["ours"]} | more


def some(draw: st.DrawFn, *names: str) -> str | list[str]:
    """One of the names, or some of them."""
    picked = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    return picked[0] if len(picked) == 1 else picked


@st.composite
def wheres(draw: st.DrawFn, indicators: list[str], depth: int = 1) -> Tree:
    """A choice of indicators."""
    where: Tree = {}
    for key in draw(st.lists(st.sampled_from(["ids", "group", "cluster", "strength", "forms", "set"]), max_size=2)):
        match key:
            case "ids":
                where[key] = draw(st.lists(st.sampled_from(indicators), min_size=1, max_size=4, unique=True))
            case "set":
                where[key] = "picked"
            case _:
                names = {"group": GROUPS, "cluster": CLUSTERS, "strength": STRENGTHS, "forms": FORMS}[key]
                where[key] = some(draw, *names)
    if depth and draw(st.booleans()):
        where["not"] = draw(wheres(indicators, depth - 1))
    return where


@st.composite
def facts(draw: st.DrawFn, name: str) -> Tree:
    """A fact of two to four values. It asks for a written reason at none of them, or at all."""
    values = [f"v{place}" for place in range(draw(st.integers(2, 4)))]
    fact: Tree = {"id": name, "title": name, "values": values, "unanswered": draw(st.sampled_from([*values, "open"]))}
    if draw(st.booleans()):
        fact["not_asked"] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        fact["reason"] = values
    return fact


@st.composite
def indicators(draw: st.DrawFn, name: str) -> Tree:
    """An indicator somewhere."""
    made: Tree = {"id": name, "title": name, "group": draw(st.sampled_from(GROUPS))}
    made["cluster"] = draw(st.sampled_from([*CLUSTERS, None]))
    made["strength"] = draw(st.sampled_from([*STRENGTHS, None]))
    made["forms"] = draw(st.lists(st.sampled_from(FORMS), max_size=2, unique=True))
    made["unanswered"] = draw(st.sampled_from([None, None, "no", "protects", "open"]))
    return made


@st.composite
def conditions(  # noqa: PLR0911 - one arm a construct
    draw: st.DrawFn, known: list[Tree], names: list[str], depth: int = 3, *, singling: bool = False
) -> Tree:
    """A condition of any monotone kind; or one that may ask for a value and no other, if it is `singling`."""
    kinds = ["indicator", "fact", "count", "points", "passed", "condition"] + (
        ["all", "any", "of"] if depth else []
    ) * 2
    kinds += ["is", "is", "is"] if singling else []
    match draw(st.sampled_from(kinds)):
        case "indicator":
            return {"indicator": draw(st.sampled_from(names))}
        case "fact":
            fact = draw(st.sampled_from(known))
            more = {"or_no_reason": "yes"} if draw(st.booleans()) else {}
            return {"fact": fact["id"], "from": draw(st.sampled_from(fact["values"][1:]))} | more
        case "is":
            fact = draw(st.sampled_from(known))
            return {"fact": fact["id"], "is": draw(st.lists(st.sampled_from(fact["values"]), min_size=1, max_size=2))}
        case "count":
            of = draw(st.sampled_from(["indicators", "clusters", "groups"]))
            return {"at_least": draw(st.integers(1, 3)), "of": of, "where": draw(wheres(names))}
        case "points":
            lines: list[Tree] = [
                {"each": draw(wheres(names)), "worth": draw(st.integers(0, 2))} for _ in range(draw(st.integers(1, 2)))
            ]
            fact = draw(st.sampled_from(known))
            worth = sorted(draw(st.lists(st.integers(0, 3), min_size=4, max_size=4)))
            lines.append({"fact": fact["id"], "worth": dict(zip(fact["values"], worth, strict=False))})
            return {"points": lines, "at_least": draw(st.integers(1, 4))}
        case "passed":
            return {"passed": "clock"}
        case "condition":
            return {"condition": "named"} if depth == 3 else {"indicator": names[0]}
        case "of":
            inner = conditions(known, names, depth - 1, singling=singling)
            parts = [draw(inner) for _ in range(draw(st.integers(2, 3)))]
            return {"at_least": draw(st.integers(1, 3)), "of": parts}
        case kind:
            inner = conditions(known, names, depth - 1, singling=singling)
            return {kind: [draw(inner) for _ in range(draw(st.integers(1, 3)))]}


@st.composite
def parts_of_a_book(draw: st.DrawFn, most_facts: int = 3, most_signs: int = 6, *, singling: bool = False) -> Tree:
    """The parts of a random book, without an interview; one that is `singling` has a table, and is not monotone."""
    known = [draw(facts(f"f{place}")) for place in range(draw(st.integers(1, most_facts)))]
    names = [f"i{place}" for place in range(draw(st.integers(3, most_signs)))]
    levels = [f"d{place}" for place in range(draw(st.integers(2, 4)))]
    made = draw(st.integers(1, 4))
    more = draw(tables(known, names)) if singling else {"conditions": {}}
    return more | {
        "unanswered": draw(st.sampled_from(["no", "protects", "open"])),
        "facts": known,
        "indicators": [draw(indicators(name)) for name in names],
        "dispositions": [{"id": level} for level in levels],
        "sets": {"picked": draw(wheres(names[:2], 0)) | {"set": None}},
        "conditions": {"named": draw(conditions(known, names, 2, singling=singling))} | more["conditions"],
        "clocks": {"clock": {"from": "f0", "within": draw(st.sampled_from(["30 min", "24 h", "5 d"]))}},
        "rules": [
            rule(
                draw(conditions(known, names, singling=singling)),
                draw(st.sampled_from(levels[1:])),
                id=f"r{place}",
                gate=draw(st.sampled_from(["no", "no", "yes"])),
            )
            for place in range(made)
        ],
    }


@st.composite
def tables(draw: st.DrawFn, known: list[Tree], names: list[str]) -> Tree:
    """A table over two or three conditions, with an outcome for each of its rows."""
    turning = [f"t{place}" for place in range(draw(st.integers(2, 3)))]
    wanted = st.fixed_dictionaries(dict.fromkeys(turning, st.sampled_from(["yes", "no", "any"])))
    rows = [{"when": draw(wanted), "outcome": f"o{place}"} for place in range(draw(st.integers(1, 4)))]
    return {
        "monotone": "no",
        "conditions": {name: draw(conditions(known, names, 2, singling=True)) for name in turning},
        "tables": {"table": {"rows": rows, "otherwise": "none"}},
        "outcomes": {**{row["outcome"]: "x" for row in rows}, "none": "x"},
    }


@st.composite
def books(draw: st.DrawFn, most_facts: int = 3, most_signs: int = 6) -> Book:
    """A random book without an interview."""
    return little_book(**draw(parts_of_a_book(most_facts, most_signs)))


@st.composite
def entries_of(draw: st.DrawFn, book: Book) -> tuple[Entry, ...]:
    """Some signs and facts of a book; a written reason is given for all that is said of a fact, or for none."""
    states: Any = st.sampled_from([None, "present", "absent", *UNANSWERED])
    entries: list[Entry] = [Sign(name, state, NOW) for name in book.bit if (state := draw(states)) is not None]
    for fact in book.rulebook.facts:
        value = draw(st.sampled_from([None, *fact.values, *UNANSWERED]))
        if value is not None:
            entries.append(Known(fact.id, value, draw(st.sampled_from(["", "as told"])), NOW))
    return tuple(draw(st.permutations(entries)))


@st.composite
def asking_books(draw: st.DrawFn, most_items: int = 3, *, singling: bool = False) -> Book:
    """A random book with an interview of two stages; branches turn on a fact that no rule speaks of, or on a sign."""
    parts = draw(parts_of_a_book(2, 4, singling=singling))
    names = [each["id"] for each in parts["indicators"]]
    turn: Tree = {"id": "turn", "title": "turn", "values": ["a", "b"], "order": "none", "unanswered": "a"}
    branch: list[Tree | None] = [None, None, {"fact": "turn", "is": "b"}, {"indicator": names[0]}]

    def option(name: str) -> Tree:
        made: Tree = {"id": name, "label": name}
        made["shows"] = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
        fact = draw(st.sampled_from([None, turn, *parts["facts"]]))
        if fact is not None:
            made["sets"] = {fact["id"]: draw(st.sampled_from(fact["values"]))}
        return made

    items: list[Tree] = []
    for place in range(draw(st.integers(1, most_items))):
        item: Tree = {"id": f"q{place}", "text": "?", "pick": draw(st.sampled_from(["one", "many"]))}
        item["options"] = [option(f"o{number}") for number in range(2)]
        if draw(st.booleans()):
            item["options"][1]["ask_when"] = draw(st.sampled_from(branch))
        if draw(st.booleans()):
            fact = draw(st.sampled_from(parts["facts"]))
            item["otherwise"] = {fact["id"]: fact["values"][0]}
        if place:
            item["ask_when"] = draw(st.sampled_from(branch))
        items.append(item)
    asked = [item["id"] for item in items]
    stages: list[Tree] = [{"id": "s0", "title": "s0", "items": asked}]
    if draw(st.booleans()):
        again = draw(st.lists(st.sampled_from(asked), min_size=1, unique=True))
        stages.append({"id": "s1", "title": "s1", "items": again, "ask_when": draw(st.sampled_from(branch))})
    return little_book(**parts | {"facts": [*parts["facts"], turn], "items": items, "stages": stages})


def replies(book: Book, item: str, answered: Answered | None = None) -> list[Answer]:
    """Every way in which an item of two options can be answered, and both ways in which it is not.

    As things stand, if that is told: only the options that are shown then.
    """
    ways: list[tuple[str, ...]] = [(), ("o0",), ("o1",)]
    if book.item[item].pick == "many":
        ways.append(("o0", "o1"))
    options = [option.id for option in book.item[item].options]
    shown = {each for each in options if answered is None or is_asked(book, f"{item}/{each}", answered)}
    told = [Answer(item, way, stage="s0", at=NOW) for way in ways if way or book.item[item].pick == "many"]
    unasked = [Answer(item, state=state, stage="s0", at=NOW) for state in UNANSWERED]
    return [*(each for each in told if set(each.picked) <= shown), *unasked]
