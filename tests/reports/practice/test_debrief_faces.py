"""The debrief, the figures and the base rates before people: as lines of 80 columns, and as JSON."""

import json
import re
from html.parser import HTMLParser
from io import StringIO

import pytest

from screen.core.book import Book
from screen.core.shape.attempt import Step
from screen.practice.baserate import base_rates
from screen.practice.debrief import Debrief, debrief_of
from screen.practice.figures import figures_of
from screen.practice.keyed import keyed
from screen.reports.card.lines import Line
from screen.reports.practice import telling
from screen.reports.practice.debrief_lines import Part, debrief_parts
from screen.reports.practice.debrief_page import debrief_page
from screen.reports.practice.figures_lines import figures_parts
from screen.reports.practice.figures_page import figures_page
from screen.reports.practice.rates_lines import grid, rates_parts
from screen.reports.practice.rates_page import rates_page
from screen.reports.practice.values import document_of
from screen.storage.scenarios import read_rates
from screen.terminal.console import COLUMNS, Console
from screen.terminal.practice.debriefing import ROOM, pages_of, show_parts
from tests.practice.made import made_attempt
from tests.practice.plays import FOLDER, NAMES, finished, own_advice, scene_called, told, without

PROFILE = re.compile(r"\bvictim\b(?! assistance| specialist| witness)|\bcleared\b|\bprobab", re.IGNORECASE)


@pytest.fixture(scope="module")
def debrief(book: Book) -> Debrief:
    """A debrief in which every part has something in it."""
    harvest, tour = scene_called(book, "red-band"), scene_called(book, "blue-band")
    steps = [
        step for step in without(keyed(harvest).steps, "apart", "look") if (step.does, step.id) != ("answer", "work")
    ]
    steps = [
        step.model_copy(update={"picked": ("under-14",)}) if (step.does, step.id) == ("answer", "age") else step
        for step in steps
    ]
    steps += [Step(at=1, does="sign", id="housing-crowded", state="present"), Step(at=2, does="move", id="confront")]
    attempt = finished(harvest, tuple(steps), own_advice(harvest, id="refer-now", duties=("uac-transfer",)), day=9)
    other = finished(tour, keyed(tour).steps, own_advice(tour))
    return debrief_of(harvest, keyed(harvest), attempt, (attempt, other), tour)


def written(parts: tuple[Part, ...]) -> str:
    out = StringIO()
    show_parts(Console(out, StringIO(), plain=True, styled=False), parts)
    return out.getvalue()


class Texts(HTMLParser):
    """The texts of a page, without its style."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, text: str) -> None:
        """Keep it."""
        self.texts.append(text)


def texts_of(page: str) -> str:
    reader = Texts()
    reader.feed(page)
    return " ".join(" ".join(reader.texts).split())


def test_every_part_of_a_debrief_that_has_something_to_say_is_shown(debrief: Debrief) -> None:
    heads = [part.head for part in debrief_parts(debrief)]
    assert len(heads) == len(set(heads)) == 13
    assert sum(part.alone for part in debrief_parts(debrief)) == 1


def test_the_first_page_has_the_advice_the_wrong_facts_and_the_one_lesson(debrief: Debrief) -> None:
    first, *rest = pages_of(debrief_parts(debrief))
    lead = " ".join(" ".join(first).split())
    assert debrief.parted is not None
    held = [debrief.parted.due_text, debrief.parted.done_text, debrief.facts[0].title, debrief.facts[0].shows]
    held += [sign.title for sign in debrief.signs if sign.state != "found"]
    assert [each for each in held if " ".join(each.split()) not in lead] == []
    assert debrief.facts[0].title not in "".join(line for page in rest for line in page)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_was_played_the_lead_is_one_page(book: Book, name: str) -> None:
    scene = scene_called(book, name)
    for steps in ((), tuple(step for step in keyed(scene).steps if step.stage == "primary")):
        (head, *_), *rest = pages_of(debrief_parts(told(scene, steps, id="refer-now")))
        assert head.startswith("# Debrief")
        assert not any(line.startswith("# Debrief") for page in rest for line in page)


def test_a_prohibition_reads_as_one_and_beside_a_broken_move_stands_what_to_do_instead(book: Book) -> None:
    scene = scene_called(book, "red-band")
    for move, first in (("confront", "Do not: "), ("companion-interprets", "Instead: ")):
        debrief = told(scene, (Step(at=1, does="move", id=move), *keyed(scene).steps))
        (broken,) = [each for each in debrief.conduct if each.state == "broken"]
        assert broken.move == move
        assert all(text.startswith(first) for text in telling.conducted(broken))
        assert debrief.parted is not None
        assert first in " ".join(telling.parting(debrief.parted))


def test_a_level_that_wrong_facts_led_to_is_told_as_that(book: Book) -> None:
    scene = scene_called(book, "gate-late")
    steps = keyed(scene).steps
    wrong = tuple(
        step.model_copy(update={"picked": ("adult",)}) if (step.does, step.id) == ("answer", "age") else step
        for step in steps
    )
    assert told(scene, steps).advice.stands
    advice = told(scene, wrong).advice
    assert (advice.level, advice.stands) == ("right", False)
    assert telling.level_words(advice) != telling.level_words(told(scene, steps).advice)


def test_without_a_clock_no_time_is_told(book: Book) -> None:
    scene = scene_called(book, "red-band")
    timed = told(scene, keyed(scene).steps)
    still = told(scene, tuple(step.model_copy(update={"at": 0}) for step in keyed(scene).steps))
    assert still.effort.private_after == 0
    assert " min " in " ".join(telling.effort(timed.effort))
    assert " min " not in " ".join(telling.effort(still.effort))


def test_what_a_debrief_holds_stands_on_the_screen_and_on_the_page(debrief: Debrief) -> None:
    screen, page = " ".join(written(debrief_parts(debrief)).split()), texts_of(debrief_page(debrief))
    wrong = [sign for sign in debrief.signs if sign.state != "found"]
    held = [sign.id for sign in wrong] + [sign.mark_if for sign in wrong]
    held += [each.text for each in debrief.conduct if each.state != "avoided"]
    held += [each.key for each in debrief.unheard if each.signs] + [each.text for each in debrief.unheard]
    held += [duty.source for duty in debrief.duties] + [each.text for each in debrief.teaching]
    held += [each.shows for each in debrief.facts] + [each.text for each in debrief.claimed]
    assert debrief.twin is not None
    held += [each.there for each in debrief.twin.apart]
    flat = [" ".join(each.split()) for each in held if each]
    assert [each for each in flat if each not in screen] == []
    assert [each for each in flat if each not in page] == []


def test_the_page_names_every_source_of_a_sign_and_every_reply(debrief: Debrief) -> None:
    page = texts_of(debrief_page(debrief))
    assert [each.key for each in debrief.unheard if " ".join(each.key.split()) not in page] == []
    assert [sign.id for sign in debrief.signs if sign.id not in page] == []
    assert [source for sign in debrief.signs for source in sign.sources if source not in page] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_wider_than_80_columns_and_no_page_longer_than_a_screen(book: Book, name: str) -> None:
    scene = scene_called(book, name)
    parts = debrief_parts(told(scene, without(keyed(scene).steps, *scene.scenario.key.path[:2])))
    assert max(map(len, written(parts).split("\n"))) < COLUMNS
    pages = list(pages_of(parts))
    assert max(map(len, pages)) <= ROOM
    assert all(page[0].startswith("# ") for page in pages)


def test_a_paragraph_longer_than_a_screen_goes_on_over_several_pages_and_loses_nothing() -> None:
    words = [f"word{number}" for number in range(800)]
    pages = list(pages_of((Part("Long " * 30, (Line("short"), Line(" ".join(words)), Line("end"))),)))
    assert max(map(len, pages)) <= ROOM
    assert [word for page in pages for line in page if line[0] != "#" for word in line.split()] == [
        "short",
        *words,
        "end",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_debrief_says_what_a_person_is_or_clears_anybody(book: Book, name: str) -> None:
    scene = scene_called(book, name)
    screen = written(debrief_parts(told(scene, without(keyed(scene).steps, "look"), contact="c.sup")))
    assert PROFILE.search(re.sub(r'"[^"]*"', "", screen)) is None


def test_a_text_of_a_learner_is_no_markup_and_no_order_to_the_terminal(debrief: Debrief) -> None:
    hostile = debrief._replace(learner="<script>x</script>", title="\x1b[2J<b>bus</b>")
    assert "<script>" not in debrief_page(hostile)
    assert "<b>" not in debrief_page(hostile)
    assert "\x1b" not in written(debrief_parts(hostile))


def test_json_has_the_same_keys_whatever_was_played(book: Book, debrief: Debrief) -> None:
    tour = scene_called(book, "blue-band")
    for each in (debrief, told(tour, keyed(tour).steps)):
        printed = json.loads(json.dumps(document_of(each)))
        assert tuple(printed) == Debrief._fields
        assert printed["outcome"]["key"] == each.outcome.key


def test_figures_are_told_in_words_where_a_table_cannot_be_heard(book: Book) -> None:
    figures = figures_of(book, [made_attempt("a"), made_attempt("b", advice="ask-more", key="ask-more")])
    plain = written(figures_parts(book, figures, "otter", plain=True))
    assert "the key refers: 1" in plain
    assert written(figures_parts(book, figures, "otter", plain=False)) != plain
    page = figures_page(book, figures, "otter")
    assert "otter" in texts_of(page)
    assert "otter" not in page.partition("</title>")[0], "a title stands in the window's bar and in the history"


@pytest.mark.parametrize("right", [0, 5, 10])
def test_figures_of_all_right_and_all_wrong_are_told_with_a_bound_or_that_there_is_none(book: Book, right: int) -> None:
    keys = ["refer", "ask-more"] * 5
    advised = [key if n < right else {"refer": "ask-more", "ask-more": "refer"}[key] for n, key in enumerate(keys)]
    attempts = [made_attempt(f"s{n}", advice=each, key=keys[n]) for n, each in enumerate(advised)]
    figures = figures_of(book, attempts)
    text = written(figures_parts(book, figures, "otter", plain=True))
    assert figures.detection is not None
    assert figures.detection.is_at_an_end == (right in (0, 10))
    assert ("no bound" in text) == figures.detection.is_at_an_end
    assert not re.search(r"\b(inf|nan|None)\b", text)


def test_the_grid_is_a_hundred_people(book: Book) -> None:
    page = base_rates(read_rates(FOLDER), book)
    assert len(grid(page.confirmed)) == 100
    assert grid(page.confirmed).count("#") == page.confirmed.least
    html = rates_page(page)
    assert html.count("<rect ") == 200
    assert all(study.source in texts_of(html) for study in page.found)
    plain, drawn = (written(rates_parts(page, plain=each)) for each in (True, False))
    assert "# # #" in drawn
    assert "# # #" not in plain
