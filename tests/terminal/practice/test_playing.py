"""A learner plays scenarios by keys."""

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.practice.keyed import keyed
from screen.practice.played import screening_of
from screen.practice.score import outcome_of
from screen.storage.scenarios import scenario_files
from screen.terminal.console import Console, wrapped
from screen.terminal.practice.acting import list_pages, numbered
from screen.terminal.practice.finishing import show_tool
from screen.terminal.practice.lesson import Lesson
from tests.terminal.keys import asked, digits, flat
from tests.terminal.played import Tty
from tests.terminal.practice.learner import (
    NOON,
    SCENARIOS,
    advice,
    lines_of,
    number_of,
    played,
    scene,
    timeless,
)

NAMES = [path.stem for path in scenario_files(SCENARIOS)]


@pytest.mark.parametrize("name", NAMES)
def test_a_learner_who_types_the_path_of_the_key_makes_its_very_steps_and_is_perfect(book: Book, name: str) -> None:
    here = scene(book, name)
    key = keyed(here)
    own = advice(key.assessment.disposition, here.scenario.key.contact or "", key.duties)
    steps = played(here, lines_of(here, (*key.steps, own))).steps
    assert steps is not None
    made = [step.model_copy(update={"reasons": {}, "reason": ""}) for step in timeless(steps)]
    wanted = [step.model_copy(update={"reasons": {}, "reason": ""}) for step in timeless((*key.steps, own))]
    assert made == wanted
    outcome = outcome_of(here, key, steps, NOON)
    assert (outcome.missed, outcome.overcalled, outcome.parting) == ((), (), None)
    assert set(outcome.conduct.values()) <= {"done", "avoided"}
    assert (outcome.advice, outcome.reached) == (key.assessment.disposition, key.assessment.disposition)
    assert (outcome.duties_missed, outcome.duties_overcalled, outcome.unasked) == ((), (), ())
    assert outcome.contact == ("right" if here.scenario.key.contact else "none")


def test_asking_before_the_companion_gives_the_rehearsed_answer_and_counts(book: Book) -> None:
    here = scene(book, "red-band")
    key = keyed(here)
    moves = [step for step in key.steps if step.does != "move"]
    until = next(place for place, step in enumerate(moves) if step.does == "look" and step.id == "work")
    done = played(here, lines_of(here, moves[: until + 1]))
    last = done.kept[-1][-1]
    assert (last.does, last.id, last.reply) == ("look", "work", 0)
    assert flat(here.scenario.reveals["work"][0].shows) in flat(done.text)
    front = next(move for move in here.pack.moves if move.noticed == "in-front")
    assert front.id in last.counts
    assert flat(front.shows) in flat(done.text)
    steps = played(here, [*lines_of(here, moves[: until + 1]), *lines_of(here, [advice("refer")])]).steps
    assert steps is not None
    assert outcome_of(here, key, steps, NOON).conduct[front.id] == "broken"


def test_a_child_out_of_sight_counts(book: Book) -> None:
    here = scene(book, "end-of-line")
    lines = [f"m{number_of(here, 'out-of-sight')}", *lines_of(here, [advice("consult")])]
    steps = played(here, lines).steps
    assert steps is not None
    outcome = outcome_of(here, keyed(here), steps, NOON)
    assert outcome.conduct["out-of-sight"] == "broken"
    assert outcome.parting is not None
    assert outcome.parting.done == "out-of-sight"


def test_whoever_came_along_is_alerted_once_and_from_then_on_others_answer(book: Book) -> None:
    here = scene(book, "red-band")
    done = played(here, [f"m{number_of(here, 'confront')}"] * 2)
    assert here.scenario.alerted is not None
    assert flat(done.text).count(flat(here.scenario.alerted)) == 1
    assert [step.works for step in done.kept[-1]] == ["yes", "yes"]


@pytest.mark.parametrize("line", ["a", "p", "o x", "m99", "m0", "e1", "y", "", "o1", "b", "x"])
def test_a_key_that_is_held_back_or_none_does_nothing_and_the_same_question_waits(book: Book, line: str) -> None:
    here = scene(book, "red-band")
    done = played(here, [line, "0"])
    assert [step.does for step in done.kept[-1]] == ["answer"]
    assert done.kept[-1][0].id == "now"


def test_the_tool_says_nothing_of_its_advice_before_the_own(book: Book) -> None:
    here = scene(book, "red-band")
    key = keyed(here)
    kept = next(place for place, step in enumerate(key.steps) if step.id == "interpreter" and step.does == "answer")
    assert book.opens_routes(assess_screening(book, screening_of(here, key.steps[:kept], NOON), NOON).disposition)
    done = played(here, [*lines_of(here, key.steps[:kept]), "a", "?"])
    titles = {title for each in book.rulebook.dispositions for title in each.titles.values()}
    spoken = flat(done.text)
    assert "Advice now" not in spoken
    assert "Noted. See a." not in spoken
    assert not [title for title in titles if f"{title}." in spoken or f"advice: {title}" in spoken]
    assert not [route.title for route in book.rulebook.routes if f"{route.title}: {route.text}" in spoken]


def test_the_first_question_names_the_new_keys_and_help_lists_them(book: Book) -> None:
    text = flat(played(scene(book, "red-band"), ["?"], plain=True).text)
    for words in ("o look or ask now", "m do something", "e enough", "r read the scene again"):
        assert text.count(words) >= 2


def test_to_read_again_what_came_is_free_and_to_ask_again_counts(book: Book) -> None:
    here = scene(book, "red-band")
    read = played(here, ["o", "o", ""])
    assert len(read.kept[-1]) == 1
    steps = keyed(here).steps
    before = next(place for place, step in enumerate(steps) if step.does == "look" and step.id == "work")
    again = played(here, [*lines_of(here, steps[:before]), "o", "o", "o"]).kept[-1]
    assert [step.counts for step in again[-2:]] == [(), ("asked-again",)]


@pytest.mark.parametrize("line", ["m18", "0", "1", "u", "t a word"])
def test_what_is_typed_where_it_was_done_already_is_meant_for_the_question(book: Book, line: str) -> None:
    here = scene(book, "red-band")
    done = played(here, ["o", "o", line]).kept[-1]
    assert len(done) == 2
    assert timeless(done)[1:] == timeless(played(here, [line]).kept[-1])


def test_what_is_typed_where_the_scene_is_read_is_meant_for_the_first_question(book: Book) -> None:
    here = scene(book, "red-band")
    assert timeless(played(here, ["0", "o"]).kept[-1]) == timeless(played(here, ["", "0", "o"]).kept[-1])


def test_the_list_of_moves_waits_for_a_number_and_tells_what_it_is(book: Book) -> None:
    here = scene(book, "red-band")
    done = played(here, ["m", "?", "99", "o", "18", "m", "1", "b", "0"])
    assert [(step.does, step.id) for step in done.kept[-1]] == [("move", "speak-first"), ("answer", "now")]


def test_no_move_is_cut_in_the_list(book: Book) -> None:
    here = scene(book, "red-band")
    steps = keyed(here).steps
    private = next(place for place, step in enumerate(steps) if step.stage == "secondary")
    text = flat(played(here, [*lines_of(here, steps[:private]), "m"]).text)
    assert not [move.id for move in here.pack.moves if move.noticed is None and flat(move.text) not in text]


@pytest.mark.parametrize("plain", [True, False])
def test_the_list_of_moves_comes_in_pages_that_fit_on_the_screen(book: Book, *, plain: bool) -> None:
    here = scene(book, "red-band")
    moves = numbered(here, book.rulebook.stages[1])
    pages = list_pages(Console(Tty(), Tty(), plain=plain, styled=False), moves, [move.id for move in moves.values()])
    assert sum(len(page) for page in pages) == len(moves)
    for page in pages:
        assert sum(wrapped(line.text, line.label, "    ").count("\n") + 1 for line in page) <= 22


def test_how_many_questions_are_left_is_not_told_for_it_tells_how_the_advice_stands(book: Book) -> None:
    here = scene(book, "red-band")
    assert "of about" not in played(here, lines_of(here, keyed(here).steps)).text


def test_the_item_of_conduct_knows_what_was_done_and_asks_of_the_rest_alone(book: Book) -> None:
    here = scene(book, "red-band")
    steps = keyed(here).steps
    before = next(place for place, step in enumerate(steps) if step.id == "conduct-start")
    lines = [line for line in lines_of(here, steps[:before]) if not line.startswith("m")]
    made = [f"m{number_of(here, move)}" for move in ("water", "apart")]
    done = played(here, [*lines, *made, "1", "no time"])
    assert "You did: 1 3" in done.text
    answer = done.kept[-1][-1]
    assert (answer.id, answer.picked, answer.why_not) == ("conduct-start", ("needs",), "no time")
    assert "Not done: 2, 4, 5." in done.text
    left = played(here, [*lines, "1", "b", "0", ""])
    assert left.kept[-1][-1].picked == (), "b answers anew"


def test_the_own_advice_is_explained_and_what_may_be_typed_is_said(book: Book) -> None:
    here = scene(book, "red-band")
    text = flat(played(here, ["e", "?", "4", "?", "3", "?", "x", "", "?", "x", "0"]).text)
    duty, contact = book.rulebook.duties[2], book.rulebook.contacts[0]
    for words in (f"within: {duty.within} ({duty.source})", contact.purpose, "or Enter for nobody", "or 0 for none"):
        assert words in text


def test_what_has_ended_is_said_truly(book: Book) -> None:
    here = scene(book, "red-band")
    steps = keyed(here).steps
    booth = next(place for place, step in enumerate(steps) if step.id == "next-step" and step.does == "answer")
    stay = digits(book, "next-step", "stop")
    closed = played(here, [*lines_of(here, [*steps[:booth]]), stay, "?", ""]).text
    assert "The questions end at the booth." in closed
    assert "Nothing is left to ask" not in closed


def test_the_page_of_reasons_is_shown_whole_and_other_help_at_its_key(book: Book) -> None:
    here = scene(book, "red-band")
    out = Tty()
    typed = Tty("?\nzz\n\nm\n\n")
    console = Console(out, typed, plain=False, styled=False)
    lesson = Lesson(console, here, NOON, lambda: NOON, lambda _: True, lambda: book.rulebook.contacts)
    show_tool(lesson, keyed(here).screening)
    text = flat(out.getvalue())
    for route in book.rulebook.routes:
        assert f"{route.title}: {flat(route.text)}" in text
    last = out.getvalue().split("m all reasons")[-1]
    assert " more: m" not in last
    assert typed.read() == ""


def test_what_is_for_the_officer_to_judge_is_not_looked_at(book: Book) -> None:
    here = scene(book, "red-band")
    steps = keyed(here).steps
    before = next(place for place, step in enumerate(steps) if step.id == "concern")
    done = played(here, [*lines_of(here, steps[:before]), "o"])
    assert asked(book, done.text) == "concern"
    assert done.kept[-1][-1].id != "concern"


def test_back_over_the_first_question_goes_nowhere_even_where_the_scene_begins_in_private(book: Book) -> None:
    name = next(each for each in NAMES if scene(book, each).scenario.place == "secondary")
    here = scene(book, name)
    done = played(here, ["b", "o"])
    assert [step.does for step in done.kept[-1]] == ["look"]
    assert done.kept[-1][0].stage == "secondary"


def test_an_answer_is_gone_back_over_and_a_sign_taken_back_as_steps(book: Book) -> None:
    here = scene(book, "red-band")
    done = played(here, ["0", "1", "b", "k", "5", "3", "y", "x", "t a blue bag", *lines_of(here, [advice("refer")])])
    assert done.steps is not None
    does = [step.does for step in done.steps]
    assert "back" in does
    assert "take-back" in does
    assert "note" in does


def test_when_nothing_is_left_to_ask_there_is_still_something_to_do_and_a_way_back(book: Book) -> None:
    here = scene(book, "red-band")
    steps = keyed(here).steps
    end = max(place for place, step in enumerate(steps) if step.does == "answer")
    lines = lines_of(here, steps[: end + 1])
    done = played(
        here,
        [*lines, "zz", "b", "k", "m", str(number_of(here, "supervisor")), "", "b", "", "4", "b", "4", "3", "", "0"],
    )
    assert done.steps is not None
    assert [step.does for step in done.steps[end + 1 :]] == ["back", "answer", "move", "advice"]
    assert done.steps[-1].id == "refer"
    assert done.steps[-1].confidence == 3


def test_the_own_advice_is_gone_back_over_prompt_by_prompt_to_the_very_question(book: Book) -> None:
    here = scene(book, "red-band")
    done = played(here, ["e", "9", "45", "4", "x", "3", "12 3", "b", "b", "b", "b", "0", "e", "1", "5", "2", "57"])
    assert done.steps is not None
    own = done.steps[-1]
    assert [step.does for step in done.steps] == ["answer", "advice"]
    assert (own.id, own.confidence, own.contact) == ("nothing-noted", 5, "c.sup")
    assert own.duties == (book.rulebook.duties[4].id, book.rulebook.duties[6].id)


def test_every_prompt_can_be_hidden_and_comes_again(book: Book) -> None:
    here = scene(book, "red-band")
    done = played(here, ["h", "", "o", "m", "h", "", "e", "h", "", "4", "h", "", "3", "h", "", "2", "h", "", "0"])
    assert done.steps is not None
    assert [step.does for step in done.steps] == ["look", "advice"]


@pytest.mark.parametrize(
    "lines",
    [[], ["o"], ["m"], ["m18"], ["t"], ["e"], ["e", "4"], ["e", "4", "3"], ["e", "4", "3", "2"], ["q"], ["e", "q"]],
)
def test_closed_input_is_leaving_with_all_that_was_done_kept(book: Book, lines: list[str]) -> None:
    done = played(scene(book, "red-band"), lines)
    assert done.steps is None
    assert len(done.kept[-1]) == sum(line in ("o", "m18") for line in lines)


def test_leaving_is_asked_twice_and_says_when_nothing_is_kept(book: Book) -> None:
    here = scene(book, "red-band")
    assert played(here, ["q", "", "q", "q", "o"]).kept[-1] == ()
    assert "Nothing is kept." in played(here, ["q"], keeps=False).text


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_scene_is_wider_than_the_screen_or_holds_what_could_steer_it(
    book: Book, name: str, *, plain: bool
) -> None:
    here = scene(book, name)
    text = played(here, lines_of(here, keyed(here).steps), plain=plain).text
    assert max(map(len, text.splitlines())) <= 80
    assert all(letter == "\n" or letter.isprintable() for letter in text)


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
def test_a_scene_is_written_in_old_letters_too(book: Book, encoding: str) -> None:
    for name in ("red-band", "blue-band"):
        here = scene(book, name)
        text = played(here, ["m", "", *lines_of(here, keyed(here).steps)]).text
        assert "?" not in text.encode(encoding, "htscreen-fold").decode(encoding).replace("?", "", text.count("?"))


def test_the_list_of_moves_stays_on_one_screen_and_its_order_tells_nothing(book: Book) -> None:
    here = scene(book, "red-band")
    text = played(here, ["m"]).text
    listed = [line for line in text.split("You can:\n")[1].splitlines()[:-1] if line[:3].strip()]
    kinds = {move.text[:20]: move.kind for move in here.pack.moves}
    order = [kinds[line[4:24]] for line in listed]
    assert order != sorted(order)
    assert order != sorted(order, reverse=True)


def test_what_is_walked_is_the_fold_of_the_steps(book: Book) -> None:
    here = scene(book, "red-band")
    key = keyed(here)
    lines = ["0", "b", *lines_of(here, key.steps), "b", "k"]
    kept = played(here, lines).kept[-1]
    assert assess_screening(book, screening_of(here, kept, NOON), NOON).disposition == key.assessment.disposition
