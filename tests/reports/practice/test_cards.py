"""Cards of scenarios: numbered as the trainer enters them, without the key for learners, the same for both halves."""

import re
from collections import defaultdict

import pytest

from screen.core.book import Book
from screen.core.shape.scenario import Scenario
from screen.practice.keyed import keyed
from screen.practice.scene import Scene
from screen.reports.practice.cards.handout import handout
from screen.reports.practice.cards.key import key_card
from screen.reports.practice.cards.lines import handout_lines, key_lines, role_lines
from screen.reports.practice.cards.page import Deck, deck_page
from screen.reports.practice.cards.role import role_card
from screen.reports.practice.cards.style import STYLE
from screen.terminal.practice.deciding import told as told_of
from tests.practice.scenes import made_scene, pack, shipped, shipped_scene
from tests.reports.cards import Page, flat

SCENES = shipped()
HOSTILE = "<script>alert('1')</script>\"&amp;"


def scene_of(book: Book, told: Scenario) -> Scene:
    return Scene(book, pack(), told)


def test_both_halves_of_every_pair_have_the_same_hand_out(book: Book) -> None:
    pairs = defaultdict(set)
    for each in SCENES:
        pairs[each.pair or each.id].add(handout(scene_of(book, each)))
    assert [pair for pair, cards in pairs.items() if len(cards) > 1] == []


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_a_hand_out_says_nothing_of_what_is_true(book: Book, told: Scenario) -> None:
    scene = scene_of(book, told)
    text = flat(*handout_lines(handout(scene))) + Page(deck_page(Deck("en", (handout(scene),)))).text
    first = " ".join((*told.seen, told.brief))
    said = (each.shows for all_ in told.reveals.values() for each in all_)
    secret = (told.id, told.role, *(each for each in said if each not in first))
    assert [each for each in secret if re.search(rf"(?<![\w-]){re.escape(each)}(?![\w-])", text)] == []
    for line in (*told.seen, told.lane, told.title):
        assert line in text


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_the_replies_of_a_role_card_are_numbered_as_the_scenario_has_them(book: Book, told: Scenario) -> None:
    card = role_card(scene_of(book, told))
    questions = {each.id: [(one.number, one.shows) for one in each.replies] for each in card.questions}
    moves = {each.id: [(one.number, one.shows) for one in each.replies] for each in card.moves}
    assert questions == {name: [*enumerate((one.shows for one in all_), 1)] for name, all_ in told.reveals.items()}
    assert moves == {name: [*enumerate((one.shows for one in all_), 1)] for name, all_ in told.moves.items()}


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_every_card_says_in_text_and_as_a_page_all_that_it_is_for(book: Book, told: Scenario) -> None:
    scene = scene_of(book, told)
    role, key = role_card(scene), key_card(scene)
    shown = {each.shows for all_ in told.reveals.values() for each in all_}
    shown |= {each.shows for all_ in told.moves.values() for each in all_}
    taught = {book.indicator[name].title for name in told.key.findings} | {each.text for each in told.teaching}
    page = Page(deck_page(Deck("en", (role, key)))).text
    for texts, lines in ((shown | {told.role}, role_lines(role)), (taught, key_lines(key))):
        text = flat(*lines)
        assert [each for each in texts if " ".join(each.split()) not in text] == []
        assert [each for each in texts if " ".join(each.split()) not in page] == []


def test_the_key_card_has_path_duties_contact_and_forbidden_moves_in_order(book: Book) -> None:
    scene = shipped_scene(book, "red-band")
    card = key_card(scene)
    assert [step.is_move for step in card.path] == [name not in book.item for name in scene.scenario.key.path]
    assert len(card.duties) == len(scene.scenario.key.duties)
    assert card.contact
    assert card.because
    assert card.forbidden


def test_hand_out_and_key_call_a_disposition_as_the_screen_does_where_the_own_advice_is_given(book: Book) -> None:
    for told in SCENES:
        scene = scene_of(book, told)
        words = [each.split(". ")[0] for each in (told_of(book, one) for one in book.rulebook.dispositions)]
        assert list(handout(scene).advice) == words
        title, place = words[book.rank[told.key.disposition]], keyed(scene).assessment.evidence.values["place"]
        titles = book.rulebook.dispositions[book.rank[told.key.disposition]].titles
        assert key_card(scene).disposition.split(" (")[0] == title
        assert titles.get(place, titles.get("any", title)) in key_card(scene).disposition


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_a_role_card_is_set_as_large_as_it_fits_and_never_below_nine_points(book: Book, told: Scenario) -> None:
    card = role_card(scene_of(book, told))
    long = card._replace(role="word " * 4000)
    shown, least = (Page(deck_page(Deck("en", (each,)))) for each in (card, long))
    sizes = [next(word for word in sized(page) if word.startswith("size-")) for page in (shown, least)]
    assert sizes[1] == "size-9"
    assert f".{sizes[0]} {{" in STYLE
    assert min(float(each) for each in re.findall(r"\.size-[\d-]+ \{ font-size: ([\d.]+)pt", STYLE)) >= 9


def sized(page: Page) -> list[str]:
    """The classes of the one role card of a page."""
    return next((dict(told).get("class") or "").split() for tag, told in page.elements if tag == "section")


def test_a_role_card_says_what_alerts_and_what_comes_then(book: Book) -> None:
    card = role_card(shipped_scene(book, "red-band"))
    (confront,) = [each for each in card.moves if each.id == "confront"]
    assert confront.replies[0].notes
    (apart,) = [each for each in card.moves if each.id == "apart"]
    assert apart.replies[1].when == "once alerted"
    assert card.alerted


def test_a_hostile_scenario_is_text_and_nothing_more(book: Book) -> None:
    shown = {"look": ({"shows": HOSTILE, "marks": ()},)}
    scene = made_scene(book, title=HOSTILE, brief=HOSTILE, seen=(HOSTILE,), role=HOSTILE, reveals=shown,
                       ordinary={"few-possessions": HOSTILE})  # fmt: skip
    seen = Page(deck_page(Deck("en", (role_card(scene), handout(scene), key_card(scene)))))
    assert "script" not in {tag for tag, _ in seen.elements}
    assert seen.text.count("<script>alert('1')</script>\"&amp;") >= 6


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_a_page_of_cards_asks_the_network_for_nothing_and_names_nothing_twice(book: Book, told: Scenario) -> None:
    scene = scene_of(book, told)
    text = deck_page(Deck("en", (role_card(scene), handout(scene), key_card(scene))))
    assert not re.search(r"https?:|@import|url\(|src=|<script|<link|<img", text)
    ids = [attributes["id"] for _, attributes in Page(text).elements if "id" in attributes]
    assert len(ids) == len({*ids}) == 3
