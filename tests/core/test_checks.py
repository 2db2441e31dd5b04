"""The cross-checks: the shipped rulebook has no fault, and every check goes red on the fault it is for."""

import subprocess
import sys
from pathlib import Path

import pytest

from screen.core import checks
from screen.core.book import Book
from screen.core.checks import check_book, check_reckonable, holding
from screen.core.problem import Problem, Unreadable
from screen.core.shape.rulebook import Rulebook
from screen.core.value import revive
from screen.storage.reading import read_rulebook
from screen.storage.twin import compile_twin

ROOT = Path(__file__).parent.parent.parent
FAULTY = ROOT / "tests" / "faulty"
BOOKS = Path(__file__).parent / "books"


def read(path: Path) -> Rulebook | None:
    """The book, if its files and its shape are right."""
    try:
        return read_rulebook(path, Rulebook, lambda _: ())[0]
    except Unreadable:
        return None


CHECKED = [path for path in sorted(FAULTY.iterdir()) if path.is_dir() or not path.read_bytes().startswith(b"# claim:")]
SHAPED = {path.stem: book for path in CHECKED if (book := read(path)) is not None}
"""The faulty books with nothing wrong but what a check finds; those that break a claim are for a proof."""


def red(rulebook: Rulebook) -> list[str]:
    """The checks that find something, as `check_book` asks them."""
    named = [_name(check) for check in checks.NAMED if any(check(rulebook))]
    found = named + [_name(check) for check in checks.WRITTEN if any(check(rulebook))]
    if not named:
        found += [_name(check) for check in checks.USED if any(check(rulebook))]
        found += [_name(check) for check in checks.RECKONED if any(check(Book(rulebook)))]
    return found


def _name(check: object) -> str:
    return f"{getattr(check, '__module__', '').rpartition('.')[2]}.{getattr(check, '__name__', '')}"


def changed(tmp_path: Path, book: str, *changes: tuple[str, str]) -> tuple[Problem, ...]:
    """What is wrong in one of the two right books after these texts in it were replaced."""
    text = (BOOKS / f"{book}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    file = tmp_path / "book.yaml"
    file.write_text(text, encoding="utf-8")
    rulebook = read(file)
    assert rulebook is not None
    return check_book(rulebook)


@pytest.mark.parametrize("path", [ROOT, BOOKS / "small.yaml", BOOKS / "full.yaml"], ids=["shipped", "small", "full"])
def test_a_right_book_has_no_problem(path: Path) -> None:
    rulebook = read(path)
    assert rulebook is not None
    assert check_book(rulebook) == ()


@pytest.mark.parametrize("name", SHAPED)
def test_one_fault_is_one_problem_of_one_check(name: str) -> None:
    assert len(check_book(SHAPED[name])) == 1
    assert len(red(SHAPED[name])) == 1


def test_every_check_goes_red_on_some_book() -> None:
    every = {_name(check) for check in (*checks.NAMED, *checks.WRITTEN, *checks.USED, *checks.RECKONED)}
    assert {name for book in SHAPED.values() for name in red(book)} == every


@pytest.mark.parametrize("name", SHAPED)
def test_a_book_from_its_twin_has_the_same_problems(name: str) -> None:
    assert check_book(revive(compile_twin(SHAPED[name]))) == check_book(SHAPED[name])


def test_the_checks_themselves_need_no_pydantic() -> None:
    code = "import sys, screen.core.checks; sys.exit('pydantic' in sys.modules or 'yaml' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_an_unknown_name_says_which_was_probably_meant() -> None:
    assert check_book(SHAPED["unknown-indicator"])[0] == Problem(
        ("rules", 1, "when", "all", 1, "indicator"),
        "`debt-to-controler` is no indicator of this rulebook.",
        "Nearest: debt-to-controller.",
    )


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("unknown-source-of-a-route", "Write one of: policy, ours."),
        ("unknown-clock", "Declare it, or take it out."),
        ("booth-word-in-a-title", "Use another word, or give it a `booth_title`."),
        ("booth-word-in-a-stage", "Use another word."),
        ("booth-word-in-a-booth-title", "Use another word."),
        ("is-in-a-rule", "Write `from`, which a more protective value meets too, or declare `monotone: no`."),
        ("is-in-a-rule-by-name", "Name a condition without `is`, or declare `monotone: no`."),
    ],
)
def test_a_remedy_says_what_may_be_written(name: str, remedy: str) -> None:
    assert check_book(SHAPED[name])[0].remedy == remedy


def test_a_count_out_of_reach_says_what_can_never_hold_and_what_would() -> None:
    alone, picked = check_book(SHAPED["count-out-of-reach"])[0], check_book(SHAPED["rule-whose-choice-is-empty"])[0]
    assert (alone.fault[:11], alone.remedy) == ("this count ", "Ask for 2 or fewer, or pick more.")
    assert (picked.fault[:19], picked.remedy) == ("the rule `two-facts", "Widen its choice.")


def test_each_circle_is_told_of_once(tmp_path: Path) -> None:
    rings = "age-not-adult: {fact: age, from: 14-17}\n  a: {condition: b}\n  b: {condition: a}\n  c: {condition: c}\n"
    found = changed(tmp_path, "small", ("age-not-adult: {fact: age, from: 14-17}\n", rings))
    assert [problem.place for problem in found] == [("conditions", "a"), ("conditions", "c")]


def test_a_branch_of_too_many_cases_is_taken_to_be_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_book(SHAPED["option-never-asked"])
    monkeypatch.setattr(holding, "_CASES", 2)
    assert check_book(SHAPED["option-never-asked"]) == ()


def test_a_book_without_items_leaves_its_signs_to_files_of_answers(tmp_path: Path) -> None:
    text = (BOOKS / "small.yaml").read_text(encoding="utf-8")
    stages, rules = text.index("stages:"), text.index("rules:")
    assert changed(tmp_path, "small", (text[stages:rules], "")) == ()


def test_a_fact_without_order_may_be_kept_for_the_record_alone() -> None:
    book = SHAPED["fact-nothing-uses"]
    facts = tuple(fact.model_copy(update={"order": "none"}) for fact in book.facts if fact.id == "danger")
    assert check_book(book.model_copy(update={"facts": (book.facts[0], *facts)})) == ()


def test_points_clocks_and_words_by_place_use_what_they_name(tmp_path: Path) -> None:
    facts = """facts:
  - {id: danger, title: Danger, values: ["no", "yes"], unanswered: "no"}
  - {id: place, title: Place, values: [primary, secondary], unanswered: primary}
"""
    rules = """rules:
  - id: points
    when: {any: [{points: [{fact: danger, worth: {"yes": 2}}], at_least: 2}, {passed: days}]}
    disposition: refer
    because: It is so.
    sources: [ours]
"""
    option = ("sets: {age: adult}", 'sets: {age: adult, danger: "yes", place: secondary}')
    clocks = ("stages:\n", "clocks: {days: {from: age, within: 3 d}}\nstages:\n")
    titled = ("{id: consult}", "{id: consult, titles: {primary: LOOK, any: LOOK}}")
    assert changed(tmp_path, "small", ("facts:\n", facts), ("rules:\n", rules), option, clocks, titled) == ()
    untitled = changed(tmp_path, "small", ("facts:\n", facts), ("rules:\n", rules), option, clocks)
    assert [each.fault for each in untitled] == ["nothing asks for the fact `place`, though its values have an order."]


@pytest.mark.parametrize(
    "words",
    ["looks African", "speaks with an accent", "two women", "is much older", "from El Salvador", "wears a veil"],
)
def test_what_a_person_is_cannot_be_a_sign(tmp_path: Path, words: str) -> None:
    assert len(changed(tmp_path, "full", ("mark_if: The person cannot have it back", f"mark_if: Someone {words}"))) == 1


@pytest.mark.parametrize("words", ["an adult or a minor", "a child", "under 18", "a partner", "fine china", "manned"])
def test_words_are_whole_and_ages_of_the_law_are_no_profile(tmp_path: Path, words: str) -> None:
    assert changed(tmp_path, "full", ("mark_if: The person cannot have it back", f"mark_if: It is {words}")) == ()


def test_a_profiling_word_stands_where_its_author_says_why(tmp_path: Path) -> None:
    sign = (
        "    looks_like: The person carries little.\n",
        "    looks_like: Torn clothes.\n    allowed: Torn, not worn.\n",
    )
    label = ("label: Hardly any belongings,", "label: From Mexico, allowed: The law names it.,")
    assert changed(tmp_path, "full", sign, label) == ()


def test_an_innocent_reason_may_name_what_a_sign_may_not(tmp_path: Path) -> None:
    assert changed(tmp_path, "full", ("innocent: [a late bag]", "innocent: [clothes from Mexico]")) == ()


def test_a_booth_title_hides_a_title_of_plain_words(tmp_path: Path) -> None:
    title = "    title: Papers kept for prostitution\n    booth_title: Papers\n"
    assert changed(tmp_path, "full", ("    title: Another keeps the papers\n", title)) == ()


def test_advice_for_any_place_is_read_at_the_booth_too(tmp_path: Path) -> None:
    assert len(changed(tmp_path, "full", ("{any: GO ON}", "{any: NO VICTIM}"))) == 1


def test_where_nobody_stands_at_a_booth_plain_words_may_be_used(tmp_path: Path) -> None:
    text = ("text: Who has the papers?", "text: Is it trafficking?")
    assert changed(tmp_path, "full", ("    booth: yes\n", ""), text) == ()


def test_a_language_that_is_not_required_may_be_missing(tmp_path: Path) -> None:
    spanish = '\n        es: {text: "¿Dónde está su pasaporte?", review: unreviewed}'
    assert changed(tmp_path, "full", (spanish, ""))
    optional = ("{id: es, name: Spanish}", "{id: es, name: Spanish, required: no}")
    assert changed(tmp_path, "full", (spanish, ""), optional) == ()


def test_a_disposition_needs_no_title_at_the_booth(tmp_path: Path) -> None:
    assert changed(tmp_path, "full", ("titles: {any: GO ON}", "titles: {secondary: GO ON}")) == ()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("contacts:", "safeguards: {swap_booth: Whatever their sex?}\ncontacts:", ("safeguards", "swap_booth")),
        ("text: Who has the papers?", "text: Who?\n    why: A victim has none.", ("items", 0, "why")),
    ],
)
def test_the_texts_behind_a_question_at_the_booth_are_looked_at_too(
    tmp_path: Path, old: str, new: str, place: tuple[str | int, ...]
) -> None:
    assert [problem.place for problem in changed(tmp_path, "full", (old, new))] == [place]


def test_a_table_may_name_a_condition_that_more_evidence_cannot_undo(tmp_path: Path) -> None:
    table = """monotone: no
conditions: {kept: {indicator: documents-held}}
tables: {kind: {rows: [{when: {kept: yes}, outcome: bound}], otherwise: free}}
outcomes: {bound: Kept from leaving, free: Nothing said}
contacts:"""
    assert changed(tmp_path, "full", ("contacts:", table)) == ()


@pytest.mark.parametrize(("name", "is_reckonable"), [("rule-that-always-holds", True), ("is-in-a-rule", False)])
def test_what_can_be_reckoned_with_need_not_pass_every_check(name: str, is_reckonable: bool) -> None:
    rulebook = SHAPED[name]
    assert check_book(rulebook)
    assert (check_reckonable(rulebook) == ()) is is_reckonable


def test_a_book_with_a_name_that_stands_for_nothing_cannot_be_reckoned_with() -> None:
    rulebook = SHAPED["claim-about-nothing-known"]
    assert check_reckonable(rulebook) == check_book(rulebook)
