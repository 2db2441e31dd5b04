"""The key played: its moves before what follows them, each item as it then shows, through the real walk."""

from pathlib import Path

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.screening import Answer, Sign
from screen.practice.keyed import BEGAN, keyed
from screen.practice.played import screening_of
from screen.practice.scene import Scene, done_in, reply_of
from screen.practice.script import script_of
from screen.storage.twin import load_rulebook
from tests.practice.scenes import made_scene, pack, shipped, shipped_scene

NAMES = [each.id for each in shipped()]


@pytest.mark.parametrize("name", NAMES)
def test_the_steps_of_a_key_come_to_its_screening(book: Book, name: str) -> None:
    scene = shipped_scene(book, name)
    played = keyed(scene)
    assert screening_of(scene, played.steps, BEGAN) == played.screening
    assert assess_screening(book, played.screening).disposition == played.assessment.disposition
    assert [step.at for step in played.steps] == [10 * number for number in range(len(played.steps))]


@pytest.mark.parametrize("name", NAMES)
def test_each_item_is_answered_as_it_shows_after_the_moves_before_it(book: Book, name: str) -> None:
    scene = shipped_scene(book, name)
    key, steps = scene.scenario.key, keyed(scene).steps
    for number, step in enumerate(steps):
        if step.does == "answer" and step.id not in key.judged:
            reply = reply_of(scene, step.id, done_in(scene, steps[:number]))
            marks = pack().judged.get(step.id) if reply is None else reply.reveal.marks
            told = step.state if step.state != "answered" else step.picked
            assert told == (marks if step.state != "answered" else (marks,) if isinstance(marks, str) else marks)


@pytest.mark.parametrize("name", NAMES)
def test_the_moves_of_the_path_come_before_the_item_behind_them(book: Book, name: str) -> None:
    scene = shipped_scene(book, name)
    walked = [step.id for step in keyed(scene).steps if step.does in ("move", "look")]
    assert walked == [*scene.scenario.key.path]


@pytest.mark.parametrize("name", NAMES)
def test_the_script_enters_what_the_key_enters_and_says_the_words_of_the_scenario(book: Book, name: str) -> None:
    scene = shipped_scene(book, name)
    played = keyed(scene)
    script = script_of(scene, played)
    entries = [entry for entry in played.screening.entries if isinstance(entry, Answer | Sign)]
    assert [each.entry for each in script] == entries
    own = {reveal.shows for told in scene.scenario.reveals.values() for reveal in told}
    assert {line.shows for each in script for line in each.lines if not line.move} <= own


def test_an_item_of_which_nobody_says_anything_is_told_and_could_not_be_told(book: Book) -> None:
    silent = pack().model_copy(update={"otherwise": {**pack().otherwise}})
    del silent.otherwise["needs"]
    scene = made_scene(book, place="secondary")._replace(pack=silent)
    played = keyed(scene)
    assert played.silent == ("needs",)
    assert played.screening.answers["needs"].state == "could-not-tell"
    assert keyed(scene._replace(pack=pack())).silent == ()


def test_a_sign_that_no_option_names_is_entered_once_before_the_answer(book: Book) -> None:
    reveals = {"look": [{"shows": "Four beds.", "marks": [], "signs": ["housing-crowded"]}]}
    played = keyed(made_scene(book, reveals=reveals))
    entered = [step for step in played.steps if step.does in ("sign", "answer")]
    place = next(number for number, step in enumerate(entered) if step.does == "sign")
    assert (entered[place].id, entered[place + 1].id) == ("housing-crowded", "look")
    assert [step.id for step in played.steps if step.does == "sign"] == ["housing-crowded"]
    assert played.findings == ("housing-crowded",)


def test_the_judged_items_are_the_keys_then_the_packs(book: Book) -> None:
    key = {"path": ["papers"], "disposition": "consult", "judged": {"concern": "some"}}
    played = keyed(made_scene(book, key=key))
    assert played.screening.answers["concern"].picked == ("some",)
    assert played.screening.answers["next-step"].picked == (pack().judged["next-step"],)


def test_a_written_reason_of_the_key_stands_with_its_answer(book: Book) -> None:
    key = {
        "path": ["papers"], "disposition": "consult", "judged": {"concern": "strong"},
        "reasons": {"officer-concern": "The hand that shook."},
    }  # fmt: skip
    played = keyed(made_scene(book, key=key))
    assert played.screening.answers["concern"].reasons == (("officer-concern", "The hand that shook."),)
    assert played.assessment.evidence.unexplained == ()


def test_a_key_is_played_by_a_rulebook_that_does_not_know_all_that_it_marks(book: Book, tmp_path: Path) -> None:
    (tmp_path / "book.yaml").write_text(
        "edition: '1'\ntitle: Little\ngroups: [{id: g, title: G}]\ndispositions: [{id: low}, {id: high}]\n"
        "stages: [{id: s, title: S, items: [papers, look]}]\n"
        "items:\n"
        "  - {id: papers, text: P, options: [{id: own-hand, label: Own}, {id: kept, label: Kept, shows: [held]}]}\n"
        "  - {id: look, text: Look?, pick: many, options: [{id: bag, label: Bag, shows: [few]}]}\n"
        "indicators: [{id: held, group: g, title: Held}, {id: few, group: g, title: Few}]\n"
        "rules: [{id: r, when: {at_least: 1, of: indicators}, disposition: high, because: So., sources: [ours]}]\n",
        "utf-8",
    )
    other = Book(load_rulebook(tmp_path / "book.yaml", None, lambda: lambda _: ()).book)
    reveals = {
        "papers": [{"shows": "Kept.", "marks": "kept"}],
        "look": [{"shows": "A case.", "marks": ["few"], "signs": ["branding"]}],
    }
    played = keyed(Scene(other, pack(), made_scene(book, reveals=reveals).scenario))
    assert (played.findings, played.silent) == (("held",), ("look",))
