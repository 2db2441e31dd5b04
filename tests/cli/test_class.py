"""`practice class` and `practice rate` from outside: files from many laptops, good and bad."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from screen.cli.practising.library import Library, find_scenario, hash_of, scene_of
from screen.storage.attempts import file_of
from tests.practice.classes import HOSTILE, a_class, kept, library, names_in
from tests.program import Done, Program

ROOT = Path(__file__).parent.parent.parent
SCENARIOS = 6


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library()


@pytest.fixture(scope="module")
def lane(shelf: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of learners whose pseudonyms try what reads them."""
    return kept(tmp_path_factory.mktemp("lane"), a_class(shelf, HOSTILE, names_in(shelf, SCENARIOS)))


def small(shelf: Library, folder: Path, *learners: str, scenarios: int = 2) -> Path:
    return kept(folder, a_class(shelf, learners, names_in(shelf, scenarios)))


def document(program: Program, folder: Path, *more: str) -> dict[str, Any]:
    done = program.run("practice", "class", str(folder), "--json", *more)
    assert done.code == 0, done.err
    return dict(json.loads(done.out))


def is_fit(done: Done) -> bool:
    """Whether nothing typed steers a terminal, and no line is wider than 80 columns."""
    lines = done.out.split("\n")
    return all(each.isprintable() for each in lines) and max(map(len, lines)) < 80


def test_the_page_begins_with_the_clean_travellers_that_were_referred(program: Program, lane: Path) -> None:
    done = program.run("practice", "class", str(lane))
    assert (done.code, done.err) == (0, "")
    heads = [line for line in done.out.splitlines() if line[:2].rstrip(".").isdigit() or line[:3] == "10."]
    assert [int(line.split(".")[0]) for line in heads if ". " in line[:4]] == list(range(1, 11))
    assert "clean travellers were referred" in done.out.split("2. ")[0]
    assert is_fit(done)


def test_every_learner_counts_whatever_the_pseudonym(program: Program, lane: Path) -> None:
    told = document(program, lane)
    assert {each["learner"] for each in told["behind"]["learners"]} == set(HOSTILE)
    assert (told["learners"], told["attempts"]) == (len(HOSTILE), len(HOSTILE) * SCENARIOS)
    assert told["set_aside"] == []


def test_the_figures_of_the_document_add_up(program: Program, lane: Path) -> None:
    told = document(program, lane)
    assert sum(told["cells"].values()) == told["attempts"] == told["right_level"]["of"]
    levels = told["breakdown"]["levels"]
    assert sum(each["right"] for each in levels) == told["right_level"]["count"]
    assert sum(each["right"] for each in told["behind"]["learners"]) == told["right_level"]["count"]
    clean = told["clean_referred"]
    assert clean["count"] == sum(each["clean_referred"] for each in told["behind"]["learners"])
    assert told["behind"]["agreement"]["whole"] == SCENARIOS


def test_a_double_a_cut_line_a_changed_line_and_a_strangers_file_are_named_and_the_rest_counts(
    program: Program, shelf: Library, tmp_path: Path
) -> None:
    folder = small(shelf, tmp_path / "class", "A", "B", "C", "D", "E", "F")
    first, second, third, *_ = sorted(folder.glob("*.jsonl"))
    (folder / "again").mkdir()
    (folder / "again" / first.name).write_bytes(first.read_bytes())
    second.write_bytes(second.read_bytes()[:-40])
    third.write_bytes(third.read_bytes().replace(b'"confidence":', b'"Confidence":', 1))
    (folder / "quiz.jsonl").write_text('{"score": 1}\n', "utf-8")
    (folder / "notes.txt").write_text("hello", "utf-8")
    (folder / "open-1.json").write_text("{}", "utf-8")
    done = program.run("practice", "class", str(folder))
    assert done.code == 0
    lines = done.err.splitlines()
    for named in (
        str(Path("again") / first.name),
        second.name,
        f"{third.name}:1:",
        "quiz.jsonl:1:",
        "notes.txt",
        "open-1",
    ):
        assert any(named in line for line in lines), named
    told = document(program, folder)
    assert (told["learners"], told["attempts"]) == (6, 10)
    partial = {file_of(folder, each["learner"]).name for each in told["behind"]["learners"] if each["partial"]}
    assert partial == {second.name, third.name}, "a double is whole"
    assert len(told["set_aside"]) == len(lines) == 6
    foot = "".join(done.out.split("How it is counted")[1].split())
    assert all(named in foot for named in ("quiz.jsonl", "notes.txt", second.name)), "the page names them too"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"edition": "1999.01", "rulebook_sha256": "0" * 64}, "1999.01"),
        ({"rulebook_sha256": "0" * 64}, "with other files"),
        ({"scenario_sha256": "0" * 64}, "has changed"),
        ({"scenario": "elsewhere"}, "elsewhere"),
        ({"seed": 12}, "has changed"),
        ({"began": "yesterday"}, "yesterday"),
    ],
)
def test_an_attempt_of_another_rulebook_or_scenario_is_set_aside(
    program: Program, shelf: Library, tmp_path: Path, changed: dict[str, Any], fault: str
) -> None:
    names = names_in(shelf, 1)
    attempts = list(a_class(shelf, ["A", "B"], names))
    if "seed" in changed:
        changed |= {"scenario_sha256": "f" * 64}
    folder = kept(tmp_path, [attempts[0].model_copy(update=changed), attempts[1]])
    told = document(program, folder)
    assert (told["learners"], told["attempts"]) == (1, 1)
    (aside,) = told["set_aside"]
    assert fault in aside["fault"]
    assert aside["line"] == 1
    assert aside["remedy"]


def test_a_whole_class_of_another_edition_is_told_in_one_line(program: Program, shelf: Library, tmp_path: Path) -> None:
    old = [
        each.model_copy(update={"edition": "1999.01", "rulebook_sha256": "0" * 64})
        for each in a_class(shelf, "ABCDEF", names_in(shelf, 3))
    ]
    done = program.run("practice", "class", str(kept(tmp_path, old)))
    assert done.code == 0
    assert len(done.err.splitlines()) == 1
    assert "So 17 more." in done.err
    assert "Nothing in this folder counts" in done.out


def test_an_attempt_drawn_by_a_number_counts_if_that_number_draws_it(
    program: Program, shelf: Library, tmp_path: Path
) -> None:
    (name,) = names_in(shelf, 1)
    drawn = hash_of(scene_of(shelf, find_scenario(shelf, name).scenario, 7).scenario)
    attempts = [each.model_copy(update={"seed": 7, "scenario_sha256": drawn}) for each in a_class(shelf, ["A"], [name])]
    assert document(program, kept(tmp_path, attempts))["attempts"] == 1


@pytest.mark.parametrize(("learners", "words"), [(0, "no finished attempt"), (1, "One learner"), (3, "Under five")])
def test_an_empty_class_one_learner_and_a_small_class_are_each_told_in_a_line(
    program: Program, shelf: Library, tmp_path: Path, learners: int, words: str
) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    small(shelf, folder, *"ABC"[:learners])
    done = program.run("practice", "class", str(folder), "--plain")
    assert done.code == 0
    assert words in done.out
    assert "Learners" not in done.out.split("\n", 8)[8]
    told = document(program, folder)
    assert told["breakdown"] is told["behind"] is None
    assert (told["cells"] is None) == (learners < 2)


def test_a_folder_that_is_not_there_and_a_faulty_course_are_usage(program: Program, lane: Path, tmp_path: Path) -> None:
    assert program.run("practice", "class", str(tmp_path / "nowhere")).code == 2
    course = tmp_path / "course.yaml"
    course.write_text("code: X\nhour: 1\n", "utf-8")
    done = program.run("practice", "class", str(lane), "--course", str(course))
    assert done.code == 2
    assert "course.yaml:2:1:" in done.err


def test_a_course_stands_in_the_sign_off(program: Program, lane: Path, tmp_path: Path) -> None:
    course = tmp_path / "course.yaml"
    course.write_text('code: "HT-101"\nhours: 1\npass_rule: Eight of ten.\nkey_kept_by: the trainer\n', "utf-8")
    done = program.run("practice", "class", str(lane), "--course", str(course))
    assert "HT-101, 1 hour." in done.out
    assert document(program, lane, "--course", str(course))["course"]["hours"] == 1


def test_without_its_library_the_page_says_how_to_get_agreement(program: Program, lane: Path, tmp_path: Path) -> None:
    (tmp_path / "krippendorff.py").write_text("raise ImportError('not here')\n", "utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    page = tmp_path / "class.html"
    done = program.run("practice", "class", str(lane), "--html", str(page), PYTHONPATH=path)
    assert done.code == 0, done.err
    assert "pip install &#x27;htscreen[class]&#x27;" in page.read_text("utf-8")


def test_the_page_is_a_new_file_and_nothing_typed_is_markup(program: Program, lane: Path, tmp_path: Path) -> None:
    page = tmp_path / "class.html"
    done = program.run("practice", "class", str(lane), "--html", str(page))
    assert (done.code, done.out) == (0, "")
    text = page.read_text("utf-8")
    assert "<b>bold" not in text
    assert "&lt;b&gt;bold" in text
    assert program.run("practice", "class", str(lane), "--html", str(page)).code == 2
    missing = tmp_path / "no" / "class.html"
    assert program.run("practice", "class", str(lane), "--html", str(missing)).code == 2


def test_the_page_for_the_room_tells_of_no_learner_file_or_twin(
    program: Program, shelf: Library, tmp_path: Path
) -> None:
    names = ["bridge-north", "bridge-south", *names_in(shelf, 3)]
    folder = kept(tmp_path / "class", a_class(shelf, [f"pseudonym-{n}" for n in range(6)], names))
    (folder / "stray-file.txt").write_text("stray", "utf-8")
    page, own = tmp_path / "room.html", tmp_path / "own.html"
    for path, more in ((page, ("--projector",)), (own, ())):
        assert program.run("practice", "class", str(folder), "--html", str(path), *more).code == 0
    room, trainers = page.read_text("utf-8"), own.read_text("utf-8")
    said = program.run("practice", "class", str(folder), "--projector", "--plain").out
    for word in ("pseudonym-", "stray-file", *names, "Other half", "Before and after"):
        assert word not in room, word
        assert word not in said, word
    assert room.count("Sixteen, with a school bag") == 1, "twins share a row"
    assert trainers.count("Sixteen, with a school bag") > 1
    assert all(word in trainers for word in ("pseudonym-3", "stray-file", "bridge-north"))
    assert "For the room" in room
    assert "For the trainer alone" in trainers
    assert program.run("practice", "class", str(folder), "--projector", "--json").code == 2


def test_classes_that_are_mixed_are_named_and_spellings_of_one_are_not(
    program: Program, shelf: Library, tmp_path: Path
) -> None:
    groups = dict(zip("ABCDEF", ("Monday", "Monday", "monday ", "", "Tuesday", "Monday"), strict=True))
    attempts = a_class(shelf, groups, names_in(shelf, 2))
    folder = kept(tmp_path, (each.model_copy(update={"group": groups[each.learner]}) for each in attempts))
    told = document(program, folder)
    assert told["classes"] == ["Monday", "Tuesday"]
    assert told["classes_spelled_otherwise"] == {"Monday": ["Monday", "monday "]}
    assert told["class_not_named"]
    head = " ".join(program.run("practice", "class", str(folder)).out.split("1. Right level")[0].split())
    assert "3 classes are mixed here: Monday, Tuesday, not named" in head
    assert '"Monday", "monday "' in head


def test_a_missed_sign_has_its_rule_and_place_and_only_an_overcalled_one_its_excuse(
    program: Program, lane: Path
) -> None:
    told = document(program, lane)["breakdown"]
    assert told["most_missed"]
    assert all(each["shows_at"] and each["in"] for each in told["most_missed"])
    signs = program.run("practice", "class", str(lane)).out.split("3. Signs")[1].split("4. Conduct")[0]
    missed, _, overcalled = signs.partition("Overcalled most")
    assert "Mark if:" in missed
    assert "It showed at:" in missed
    assert "Ordinary reason:" not in missed
    assert ("Ordinary reason:" in overcalled) == bool(told["most_overcalled"])


def test_plain_lines_say_what_was_avoided(program: Program, lane: Path) -> None:
    said = program.run("practice", "class", str(lane), "--plain").out
    barred = said.split("Not to be done:")[1].split("5. Words")[0]
    rows = [line for line in barred.splitlines() if line.startswith("  ") and line[2] != " "]
    assert barred.count("avoided ") == len(rows) > 3


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252"])
def test_the_page_can_be_told_on_an_old_console(program: Program, lane: Path, encoding: str) -> None:
    done = program.run("practice", "class", str(lane), encoding=encoding)
    assert done.code == 0
    assert is_fit(done)


def rate(program: Program, folder: Path, rater: str, typed: str, *more: str) -> Done:
    return program.run("practice", "rate", str(folder), "--rater", rater, *more, typed=typed)


def test_two_rate_blind_and_a_third_breaks_their_tie(program: Program, shelf: Library, tmp_path: Path) -> None:
    folder = small(shelf, tmp_path, "ada-secret", "ben-secret", "C", "D", "E", scenarios=5)
    first = rate(program, folder, "Ann", "1\n" * 200)
    count = first.out.count("1, 2, 3 or 4; b back")
    assert first.out.rstrip().endswith("Still waiting for you: 0.")
    assert count > 3
    told = document(program, folder)["breakdown"]["notes"]
    assert told == {"counts": None, "verified": 0, "ties": 0, "rated_once": count}

    second = rate(program, folder, "Bob", "1\n" * (count - 1) + "2\n")
    assert "Ann" not in second.out
    assert "secret" not in second.out
    told = document(program, folder)["breakdown"]["notes"]
    assert (told["verified"], told["ties"]) == (count - 1, 1)

    assert "No tie is open for you" in rate(program, folder, "Ann", "", "--tie-break").out
    third = rate(program, folder, "Cem", "4\n", "--tie-break")
    assert "1 of 1." in third.out
    assert '"says":"neither"' in "".join(path.read_text("utf-8") for path in folder.glob("*.ratings"))
    told = document(program, folder)["breakdown"]["notes"]
    assert (told["verified"], told["ties"], told["rated_once"]) == (count, 0, 0)
    assert "No note waits for you" in rate(program, folder, "Dan", "").out


def test_a_rater_may_go_back_leave_and_go_on(program: Program, shelf: Library, tmp_path: Path) -> None:
    folder = small(shelf, tmp_path, "A", "B", "C", "D", "E")
    first = rate(program, folder, "Ann", "1\nnine\n2\nb\n3\nq\n")
    assert first.code == 0
    assert "Rated: 2." in first.out
    again = rate(program, folder, "Ann", "")
    count = int(again.out.split("1 of ")[1].split(".")[0])
    assert count == int(first.out.split("1 of ")[1].split(".")[0]) - 2
    assert "What you rated is kept." in again.out


def test_a_rater_has_a_name(program: Program, lane: Path) -> None:
    assert rate(program, lane, " ", "").code == 2
    assert rate(program, lane, "a\nb", "").code == 2
