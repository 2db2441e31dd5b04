"""A scene: what shows, what happens, and what counts as done, private and noticed."""

from screen.core.book import Book
from screen.core.shape.attempt import Step
from screen.practice.scene import (
    ALERTED,
    done_in,
    happening_of,
    is_private,
    is_question,
    noticed,
    offered,
    reply_of,
)
from tests.practice.scenes import made_scene, pack

REVEALS = {
    "work": [
        {"shows": "In front.", "marks": "could-not-tell"},
        {"after": ["apart"], "shows": "Alone.", "marks": []},
        {"after": ["apart", "get-interpreter"], "shows": "In words.", "marks": ["fees"]},
    ]
}
MOVES = {
    "apart": [
        {"shows": "No.", "works": "no", "alerts": "yes"},
        {"after": ["supervisor"], "shows": "Yes."},
    ]
}


def move(name: str, reply: int | None = None, works: str = "yes") -> Step:
    return Step.model_validate({"at": 0, "does": "move", "id": name, "reply": reply, "works": works})


def made(name: str) -> int:
    return next(number for number, each in enumerate(pack().moves) if each.id == name)


def test_the_last_reply_shows_whose_moves_are_all_done(book: Book) -> None:
    scene = made_scene(book, reveals=REVEALS)
    shown = [
        reply_of(scene, "work", done)
        for done in ((), ("get-interpreter",), ("apart",), ("get-interpreter", "apart", "water"))
    ]
    assert [reply.number for reply in shown if reply is not None] == [0, 0, 1, 2]


def test_the_pack_speaks_where_the_scenario_is_silent_and_nobody_where_the_pack_is_too(book: Book) -> None:
    scene = made_scene(book, reveals=REVEALS)
    reply = reply_of(scene, "papers", ())
    assert reply is not None
    assert (reply.number, reply.reveal) == (None, pack().otherwise["papers"])
    assert reply_of(scene, "concern", ()) is None


def test_a_scenario_that_speaks_only_later_leaves_the_first_word_to_the_pack(book: Book) -> None:
    scene = made_scene(book, reveals={"work": REVEALS["work"][1:]})
    before, after = reply_of(scene, "work", ()), reply_of(scene, "work", ("apart",))
    assert (before and before.number, after and after.number) == (None, 0)


def test_a_move_that_does_not_come_about_is_not_done_and_yet_can_alert(book: Book) -> None:
    scene = made_scene(book, moves=MOVES, companion="the other")
    apart = pack().moves[made("apart")]
    refused = happening_of(scene, apart, ())
    assert (refused.number, refused.works, refused.alerts) == (0, False, True)
    assert done_in(scene, [move("apart", 0, "no")]) == {ALERTED}
    granted = happening_of(scene, apart, ("supervisor",))
    assert (granted.number, granted.works) == (1, True)
    assert done_in(scene, [move("supervisor"), move("apart", 1)]) == {"supervisor", "apart"}


def test_where_a_scenario_says_nothing_of_a_move_the_pack_does(book: Book) -> None:
    confront = pack().moves[made("confront")]
    happening = happening_of(made_scene(book), confront, ())
    assert (happening.number, happening.shows, happening.works, happening.alerts) == (None, confront.shows, True, True)


def test_nobody_is_alerted_where_nobody_came_along(book: Book) -> None:
    alone, two = made_scene(book), made_scene(book, companion="the other")
    assert ALERTED not in done_in(alone, [move("confront")])
    assert ALERTED in done_in(two, [move("confront")])


def test_it_is_private_alone_and_after_a_private_move(book: Book) -> None:
    alone, two = made_scene(book), made_scene(book, companion="the other")
    assert [is_private(alone, ()), is_private(two, ()), is_private(two, ("apart",))] == [True, False, True]


def test_a_question_is_what_is_told_in_private_and_asks_for_no_need(book: Book) -> None:
    scene = made_scene(book)
    booth, private = book.rulebook.stages
    asked = [(booth, "now"), (private, "work"), (private, "needs"), (private, "age")]
    assert [is_question(scene, stage, book.item[item]) for stage, item in asked] == [False, True, False, False]


def test_moves_are_offered_in_their_stages_and_what_counts_by_itself_never(book: Book) -> None:
    scene = made_scene(book)
    booth, private = ({each.id for each in offered(scene, stage)} for stage in book.rulebook.stages)
    assert booth < private
    assert private - booth == {each.id for each in pack().moves if each.stages and not each.noticed}
    counted = {each.id for each in pack().moves if each.noticed}
    assert counted == {*noticed(scene, "in-front"), *noticed(scene, "repeated")}
    assert not counted & private
