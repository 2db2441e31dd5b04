"""A drawing says all that a rulebook asks and decides, in both its faces, and nothing in it is a command."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.book import Book
from screen.workshop.drawing.box import STYLES
from screen.workshop.drawing.draft import draw
from screen.workshop.drawing.letters import width, wrapped
from screen.workshop.drawing.mermaid import MOST, mermaid
from screen.workshop.drawing.page import page_of
from screen.workshop.drawing.poster import MILLIMETRES, PAPER, RAMP, poster
from screen.workshop.drawing.value import Drawing
from screen.workshop.drawing.words import plain, words
from tests.core.little import asking_books, books, little_book, rule, signs
from tests.workshop.drawn import big_book, every_book, hostile_book

SVG = "{http://www.w3.org/2000/svg}"
BOOKS = dict(every_book()) | {"big": big_book(), "hostile": hostile_book()}
every = pytest.mark.parametrize("drawn", BOOKS.values(), ids=BOOKS)


def said_by(drawing: Drawing) -> list[str]:
    """Every text that a face must say: of stages, items, signs, facts, rules, dispositions, tables and safeguards."""
    texts = [drawing.title, drawing.edition, *drawing.unless, *drawing.safeguards]
    for stage in drawing.walk:
        texts += [stage.title, stage.only_if]
        for item in stage.items:
            texts += [f"{item.number} {item.text}", item.only_if, item.after_stop]
            for option in () if item.again else item.options:
                texts += [option.only_if if option.signs else "", *option.facts, *option.facts.values()]
                texts += [sign.title if place else option.label for place, sign in enumerate(option.signs)]
    texts += [sign.title for sign in drawing.unasked]
    for rung in drawing.ladder:
        texts += [rung.title, *rung.titles, rung.stops]
        texts += [text for each in rung.rules for text in (each.because, each.when, each.days)]
        texts += [f"{each.when} {each.days and 'in force'} {each.days} gate" for each in rung.rules if each.is_gate]
    texts += [text for table in drawing.tables for row in table.rows for text in row]
    return [*texts, *(text for each in (*drawing.meanings, *drawing.clusters) for text in each)]


def squeezed(text: str) -> str:
    """The text without blanks, since a poster breaks its lines, and long words, anywhere."""
    return "".join(text.split())


def text_of_svg(svg: str) -> str:
    root = ET.fromstring(svg)  # noqa: S314 - our own text
    return squeezed("".join("".join(each.itertext()) for each in root.iter(f"{SVG}text")))


def text_of_mermaid(text: str) -> str:
    labels = re.findall(r'"([^"]*)"', text.split("flowchart LR\n")[1])
    said = " ".join(labels).replace("<br/>", " ") + text.split("\n")[1]
    return squeezed(re.sub(r"#(\d+);", lambda found: chr(int(found[1])), said))


@every
def test_both_faces_say_everything(drawn: Book) -> None:
    drawing = draw(drawn)
    for face in (text_of_svg(poster(drawing)), text_of_mermaid(mermaid(drawing))):
        assert [text for text in said_by(drawing) if squeezed(text) not in face] == []


@every
def test_every_stage_item_rule_disposition_and_sign_is_in_the_drawing(drawn: Book) -> None:
    drawing, rulebook = draw(drawn), drawn.rulebook
    assert [stage.id for stage in drawing.walk] == [stage.id for stage in rulebook.stages]
    assert [[item.id for item in stage.items] for stage in drawing.walk] == [
        [*stage.items] for stage in rulebook.stages
    ]
    assert [rung.id for rung in drawing.ladder] == [each.id for each in rulebook.dispositions]
    placed = {rung.id: [each.id for each in rung.rules] for rung in drawing.ladder}
    assert sorted(name for names in placed.values() for name in names) == sorted(each.id for each in rulebook.rules)
    assert all(each.id in placed[each.disposition] for each in rulebook.rules)
    options = [option for stage in drawing.walk for item in stage.items for option in item.options]
    found = {sign.id for option in options for sign in option.signs} | {sign.id for sign in drawing.unasked}
    assert found == set(drawn.indicator)
    assert {each.meaning for each in drawing.clusters} == {plain(title) for title in rulebook.clusters.values()}


@settings(max_examples=30, deadline=None)
@given(asking_books() | books())
def test_a_drawing_of_any_book_says_all_of_it_and_every_text_fits_its_box(drawn: Book) -> None:
    drawing = draw(drawn)
    svg, text = poster(drawing), mermaid(drawing)
    assert [each for each in said_by(drawing) if squeezed(each) not in text_of_svg(svg)] == []
    assert [each for each in said_by(drawing) if squeezed(each) not in text_of_mermaid(text)] == []
    assert spilt(drawing) == []


def spilt(drawing: Drawing) -> list[str]:
    """The texts that could run out of their box, and the boxes that run out of the page or into one another."""
    page, found = page_of(drawing), []
    for x, y, each in page.placed:
        if x < 0 or y < 0 or x + each.width > page.width + 0.01 or y + each.height > page.height + 0.01:
            found.append(f"out of the page: {each.lines}")
        for line in each.lines:
            style = STYLES[line.style]
            wide = width(f"{line.text} {line.tail}".strip(), style.size, bold=style.bold)
            left = line.x - wide / 2 if style.middle else line.x
            if left < 0 or left + wide > each.width or not style.size <= line.y <= each.height:
                found.append(line.text)
    full = [(x, y, x + each.width, y + each.height, each.lines) for x, y, each in page.placed if each.lines]
    for place, one in enumerate(full):
        for other in full[place + 1 :]:
            across, down = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
            if across > 0.01 and down > 0.01:
                found.append(f"{one[4]} over {other[4]}")
    return found


@every
def test_no_text_can_run_out_of_its_box_and_no_box_into_another(drawn: Book) -> None:
    assert spilt(draw(drawn)) == []


@every
def test_a_poster_has_the_shape_of_a_sheet_and_grows_where_it_has_much_to_say(drawn: Book) -> None:
    drawing = draw(drawn)
    page = page_of(drawing)
    assert page.width / page.height == pytest.approx(2**0.5, rel=0.03)
    wide = float(re.findall(r'width="([\d.]+)mm"', poster(drawing))[0])
    assert wide >= PAPER - 0.1
    assert wide / page.width >= MILLIMETRES - 0.001


@every
def test_a_poster_is_self_contained_and_tells_what_it_is(drawn: Book) -> None:
    svg = poster(draw(drawn))
    root = ET.fromstring(svg)  # noqa: S314 - our own text
    assert {each.tag for each in root.iter()} == {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "style", "rect", "g", "circle", "path", "text", "tspan")
    } - ({f"{SVG}tspan"} if "<tspan" not in svg else set())
    names = {name for each in root.iter() for name in each.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name}
    style = root.findtext(f"{SVG}style") or ""
    assert not re.search(r"url|import|@font", style)
    assert root.attrib["role"] == "img"
    ids = root.attrib["aria-labelledby"].split()
    assert [each.attrib.get("id") for each in list(root)[:2]] == ids
    assert plain(drawn.rulebook.title) in (root.findtext(f"{SVG}title") or "")


def test_no_hostile_text_is_more_than_text_in_mermaid() -> None:
    text = mermaid(draw(hostile_book()))
    assert text.isascii()
    labels = re.findall(r'"([^"]*)"', text)
    assert {letter for label in labels for letter in re.sub(r"<br/>|#\d+;|[A-Za-z0-9 ,?()/']", "", label)} == set()
    assert all(labels)
    bare = re.sub(r'"[^"]*"', '""', text).split("\n")[2:]
    assert all(re.fullmatch(r"[a-z0-9_ =\->\[\]()\"]*|flowchart LR|    +direction (TB|LR)", line) for line in bare)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=2, max_size=3).map(tuple))
def test_no_text_at_all_breaks_a_face(texts: tuple[str, ...]) -> None:
    drawing = draw(hostile_book(texts))
    assert text_of_svg(poster(drawing))
    assert mermaid(drawing).isascii()
    assert spilt(drawing) == []


def test_what_cannot_be_seen_is_a_blank_and_joiners_stay() -> None:
    assert plain("a\n\tb\x00c\u202ed\ud800e") == "a b c d e"
    assert plain("\u0645\u06cc\u200c\u062e") == "\u0645\u06cc\u200c\u062e"


AGE = {"id": "age", "title": "Age", "values": ["adult", "14-17", "under-14"], "words": {"adult": "18 or more"}}
STEPS = {"id": "steps", "title": "Steps", "values": ["a", "b", "c", "d", "e", "f"], "unanswered": "a"}
KNOWN: dict[str, Any] = {
    "facts": [AGE | {"unanswered": "adult"}, STEPS],
    "indicators": signs("x", "y"),
    "clusters": {"c0": "A fact"},
    "sets": {"picked": {"strength": ["strong", "weak"], "not": {"cluster": "c0"}}},
    "conditions": {"not-adult": {"fact": "age", "from": "14-17"}},
    "clocks": {"three-days": {"from": "steps", "within": "72 h"}},
}
WEAK = {"each": {"strength": "weak"}, "worth": 2}
IN_G0 = {"group": ["g0", "g1"], "cluster": "c0"}
X, Y, NAMED = {"indicator": "x"}, {"indicator": "y"}, {"condition": "not-adult"}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (X, "the sign: x"),
        ({"fact": "age", "from": "14-17"}, "Age: 14-17 or under-14"),
        ({"fact": "age", "from": "under-14"}, "Age: under-14"),
        ({"fact": "steps", "from": "b"}, "Steps: b or higher"),
        ({"fact": "age", "from": "14-17", "or_no_reason": "yes"}, "Age: 14-17 or under-14, or no reason written"),
        ({"fact": "age", "is": ["adult", "14-17"]}, "Age: 18 or more / 14-17"),
        (NAMED, '"not adult"'),
        ({"all": [NAMED]}, '"not adult"'),
        ({"all": [NAMED, NAMED]}, '"not adult" and "not adult"'),
        ({"all": [NAMED, X]}, '"not adult"; and the sign: x'),
        ({"any": [X, {"all": [NAMED, Y]}]}, 'the sign: x; or ("not adult"; and the sign: y)'),
        ({"all": [{"any": [X, Y]}, NAMED]}, '(the sign: x; or the sign: y) and "not adult"'),
        ({"at_least": 2, "of": [X, Y, NAMED]}, '2 or more of these: the sign: x; the sign: y; "not adult"'),
        ({"at_least": 1, "of": "indicators"}, "any sign"),
        ({"at_least": 2, "of": "indicators", "where": {"set": "picked"}}, '2 or more "picked" signs'),
        ({"at_least": 2, "of": "clusters", "where": {"strength": "strong"}}, "strong signs of 2 or more facts"),
        ({"at_least": 2, "of": "groups", "where": {"forms": "sex"}}, "signs of 2 or more groups in sex"),
        ({"at_least": 1, "of": "indicators", "where": IN_G0}, "any sign of g0 or g1 of c0"),
        (
            {"at_least": 1, "of": "indicators", "where": {"ids": ["x", "y"], "not": {"strength": "weak"}}},
            "any sign among: x or y (not counting weak ones)",
        ),
        (
            {"points": [WEAK, {"fact": "age", "worth": {"14-17": 1}}], "at_least": 3},
            "3 or more points: 2 for each of the weak signs; Age 1 at 14-17",
        ),
        ({"passed": "three-days"}, "72 h have passed since: Steps"),
        ({"reached": "high"}, "the advice is high or higher"),
    ],
)  # fmt: skip
def test_a_condition_in_words(condition: dict[str, Any], said: str) -> None:
    made = little_book(**KNOWN, rules=[rule(condition)])
    assert words(made, made.rulebook.rules[0].when) == said


def test_an_item_is_told_once_and_named_by_its_number_where_it_stands_again() -> None:
    item = {"id": "q", "text": "?", "options": [{"id": "o", "label": "yes", "shows": ["x"]}]}
    stages = [{"id": f"s{place}", "title": "Talk", "items": ["q"]} for place in range(2)]
    drawing = draw(little_book(indicators=signs("x"), items=[item], stages=stages))
    assert [(each.number, each.again) for stage in drawing.walk for each in stage.items] == [(1, 0), (2, 1)]
    assert "again" in mermaid(drawing)
    assert "again" in text_of_svg(poster(drawing))


def test_what_stops_and_what_goes_on_and_gates_and_days_are_told() -> None:
    item = {"id": "q", "text": "?", "after_stop": "yes", "options": [{"id": "o", "label": "yes", "shows": ["x"]}]}
    made = little_book(
        indicators=signs("x"),
        items=[item],
        stages=[{"id": "s", "title": "Talk", "items": ["q"]}],
        dispositions=[{"id": "low"}, {"id": "middle", "stops": "settled"}, {"id": "high", "stops": "at-once"}],
        rules=[rule(X, gate="yes", valid={"from": "2026-01-01", "until": "2026-12-31"})],
        stop_when=X,
        do_not_run_when={"indicator": "x"},
    )
    drawing = draw(made)
    low, middle, high = drawing.ladder
    assert not low.stops
    assert middle.stops != high.stops
    assert high.rules[0].is_gate
    assert high.rules[0].days == "from 2026-01-01 until 2026-12-31"
    assert len(drawing.unless) == 2
    assert drawing.walk[0].items[0].after_stop
    assert {mark.kind for _, _, each in page_of(drawing).placed for mark in each.marks} >= {"stop", "gate", "stays"}


def test_only_the_words_that_the_drawing_uses_are_explained_and_all_that_these_use() -> None:
    made = little_book(
        indicators=signs("x"),
        sets={"inner": {"strength": "strong"}, "outer": {"set": "inner"}, "other": {"strength": "weak"}},
        conditions={"used": {"at_least": 1, "of": "indicators", "where": {"set": "outer"}}, "unused": X},
        rules=[rule({"condition": "used"})],
    )
    assert [each.word for each in draw(made).meanings] == ["inner", "outer", "used"]


def test_nothing_noted_is_never_drawn_as_a_clearance() -> None:
    for drawn in BOOKS.values():
        drawing = draw(drawn)
        assert "not a clearance" in drawing.safeguards[0]
        assert len(drawing.safeguards) > 1
    assert "policy" in " ".join(draw(BOOKS["example-0"]).safeguards)
    assert "victim" not in poster(draw(BOOKS["shipped"])).lower()


def test_the_shipped_book_is_short_enough_for_mermaid() -> None:
    assert len(mermaid(draw(BOOKS["shipped"]))) < MOST


def test_every_rung_is_darker_than_the_one_under_it_and_white_is_read_on_it() -> None:
    def light(colour: tuple[int, ...]) -> float:
        parts = [part / 255 for part in colour]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lights = [light(colour) for colour in RAMP]
    assert lights == sorted(lights, reverse=True)
    assert 1.05 / (lights[0] + 0.05) > 4.5


@pytest.mark.parametrize(
    ("text", "regular", "bold"),
    [
        ("Someone keeps food, sleep, toilet or medicine from them", 28.85, 32.48),
        ("REFER NOW (what WOULD it take?)", 17.81, 19.95),
    ],
)
def test_a_text_is_taken_to_be_as_wide_as_in_dejavu_sans_the_widest_or_a_little_wider(
    text: str, regular: float, bold: float
) -> None:
    assert regular <= width(text, 1) <= regular * 1.06
    assert bold <= width(text, 1, bold=True) <= bold * 1.06


@every
def test_no_head_stands_last_in_a_column(drawn: Book) -> None:
    placed = page_of(draw(drawn)).placed
    feet = {
        (round(x), round(y + each.height)) for x, y, each in placed if each.look in ("stage", "bare") and each.keeps
    }
    heads = {(round(x), round(y)) for x, y, each in placed}
    assert feet - heads == set()


@given(st.text(max_size=80), st.integers(20, 300), st.booleans())
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: int, bold: bool) -> None:
    lines = wrapped(text, room, 12, bold=bold)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(width(line, 12, bold=bold) <= room for line in lines)
