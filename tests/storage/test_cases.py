"""Files of cases: what is wrong in them is told at its line, all at once; what is recorded can be read again."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.book import Book
from screen.core.expected import misfits_of
from screen.core.problem import Located, Unreadable
from screen.core.recorded import WRITTEN, case_of
from screen.core.screening import Answer, Known, Note, Screening, Sign
from screen.core.value import Value
from screen.storage.cases import Suite, read_cases, save_cases
from screen.storage.twin import load_rulebook
from screen.workshop.mutating.trial import differences, evidence_of
from tests.conftest import ROOT
from tests.core.little import asking_books, entries_of, replies

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook


@pytest.fixture(scope="module")
def book() -> Book:
    """The shipped rulebook. In this folder `book` is else a rulebook's path."""
    return Book(load_rulebook(ROOT, None, lambda: lambda _: ()).book)


RIGHT = "cases:\n  - {name: one, facts: {age: adult}, indicators: [documents-held], disposition: consult}\n"


def read(book: Book, folder: Path, **texts: str) -> Suite:
    """The cases in files of these names and texts."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return read_cases(folder, lambda case: misfits_of(book, case))


def problems(book: Book, folder: Path, **texts: str) -> list[Located]:
    """What is wrong in files of these names and texts."""
    with pytest.raises(Unreadable) as unreadable:
        read(book, folder, **texts)
    return list(unreadable.value.problems)


def test_cases_come_with_their_place_in_the_order_of_the_files(book: Book, tmp_path: Path) -> None:
    suite = read(book, tmp_path, b=RIGHT, a="# two\ncases:\n  - {name: two, disposition: nothing-noted}\n")
    assert [(each.name, Path(each.mark.file).name, each.mark.line) for each in suite.cases] == [
        ("two", "a.yaml", 3), ("one", "b.yaml", 2),
    ]  # fmt: skip
    assert suite.cases[1].case.indicators == {"documents-held": "present"}


def test_only_a_book_that_withholds_its_result_has_cases_that_expect_so(book: Book, tmp_path: Path) -> None:
    withheld = RIGHT.replace("disposition: consult", "disposition: withheld")
    (problem,) = problems(book, tmp_path, a=withheld)
    assert "withheld" in problem.fault
    withholding = Book(cast("Rulebook", Value(vars(book.rulebook) | {"complete": "required"})))
    assert len(read(withholding, tmp_path, a=withheld).cases) == 1
    assert case_of(withholding, Screening(), "nothing asked")["disposition"] == "withheld"


def test_a_reason_stands_under_the_name_of_its_change(book: Book, tmp_path: Path) -> None:
    suite = read(book, tmp_path, a=RIGHT, b="unnoticed:\n  rules/x/at_least 2 -> 3: nobody minds\n")
    assert [(each.name, each.why, each.mark.line) for each in suite.unnoticed] == [
        ("rules/x/at_least 2 -> 3", "nobody minds", 2)
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "word"),
    [
        ("cases: [{name: one, disposition: consult}", 1, 1, "bracket"),
        ("cases:\n  - name: one\n", 2, 5, "disposition"),
        ("cases:\n  - disposition: consult\n", 2, 5, "name"),
        ("cases:\n  - {name: one, dispositon: consult}\n", 2, 17, "dispositon"),
        ("cases:\n  - {name: one, disposition: consult, rules: any-sign}\n", 2, 39, "list"),
        ("cases:\n  - {name: one, disposition: consult, indicators: [{a: b}]}\n", 2, 39, "list"),
        ("cases:\n  - {name: one, disposition: consult, indicators: {documents-held: yes}}\n", 2, 52, "present"),
        ("case:\n  - {name: one, disposition: consult}\n", 1, 1, "case"),
        ("- {name: one, disposition: consult}\n", 1, 1, "list"),
        ("", 1, 1, "empty"),
        ("cases: []\n", 1, 1, "no case"),
        ("unnoticed: {x: }\n", 1, 13, "x"),
    ],
)
def test_a_file_half_written_is_told_at_its_line(
    book: Book, tmp_path: Path, text: str, line: int, column: int, word: str
) -> None:
    found = problems(book, tmp_path, a=text)
    assert (found[0].line, found[0].column) == (line, column), found
    assert any(word in f"{each.fault} {each.remedy}" for each in found), found


def test_every_name_that_the_rulebook_does_not_know_is_told_at_once_with_the_nearest(
    book: Book, tmp_path: Path
) -> None:
    text = """\
cases:
  - name: one
    facts: {aged: adult}
    indicators: [document-held]
    answers: {papers: keeps}
    disposition: consul
    lowest: ask-moor
    highest: refer-no
    findings: [threatend]
    rules: [any-sing]
    duties: [uac-transfers]
    outcomes: [labour]
    next_up: [branded]
"""
    found = problems(book, tmp_path, a=text)
    assert [each.line for each in found] == list(range(3, 14))
    nearest = ("age", "documents-held", "kept", "consult", "ask-more", "refer-now", "threatened", "any-sign",
               "uac-transfer", "Declare it", "branding")  # fmt: skip
    for near, each in zip(nearest, found, strict=True):
        assert near in each.remedy


@pytest.mark.parametrize(
    ("keys", "line", "word"),
    [
        ("at: tomorrow", 4, "not a time"),
        ("learned: {age: 2026-11-22T14:05}", 4, "`at`"),
        ("at: 2026-11-22T14:05\n    learned: {age: 2026-11-22T15:00}", 5, "after"),
        ("at: 2026-11-22T14:05\n    learned: {place: 2026-11-22}", 5, "place"),
    ],
)
def test_a_time_that_is_none_or_does_not_fit_is_told(
    book: Book, tmp_path: Path, keys: str, line: int, word: str
) -> None:
    text = f"cases:\n  - {{name: zero, disposition: refer}}\n  - name: one\n    {keys}\n"
    text += "    facts: {age: adult}\n    disposition: nothing-noted\n"
    (found,) = problems(book, tmp_path, a=text)
    assert found.line == line
    assert word in f"{found.fault} {found.remedy}"


def test_all_files_are_told_of_at_once(book: Book, tmp_path: Path) -> None:
    found = problems(book, tmp_path, a="cases: [", b=RIGHT.replace("name", "nam"), c=RIGHT)
    assert {Path(each.file).name for each in found} == {"a.yaml", "b.yaml"}


def test_a_name_stands_for_one_case_in_all_files(book: Book, tmp_path: Path) -> None:
    why = "unnoticed: {change: because}\n"
    found = problems(book, tmp_path, a=RIGHT + why, b=RIGHT, c=why)
    assert [(Path(each.file).name, each.line) for each in found] == [("b.yaml", 2), ("c.yaml", 1)]
    assert all(f"{tmp_path / 'a.yaml'}:" in each.fault for each in found)


@pytest.mark.parametrize("name", ["nothing", "empty", "a.yml"])
def test_where_there_are_no_cases_that_is_said(book: Book, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.yml").write_text(RIGHT, "utf-8")
    with pytest.raises(Unreadable) as unreadable:
        read_cases(tmp_path / name, lambda case: misfits_of(book, case))
    (problem,) = unreadable.value.problems
    assert problem.file == str(tmp_path / name)


def test_what_is_unsure_belongs_to_an_item_that_is_answered(book: Book, tmp_path: Path) -> None:
    case = "cases:\n  - name: one\n    disposition: nothing-noted\n    answers: {%s}\n    unsure: {%s}\n"
    (suite,) = read(book, tmp_path, a=case % ("look: []", "look: [injury]")).cases
    evidence = evidence_of(book, suite.case)
    assert "injury-unexplained" in book.ids(evidence.could_not_tell)
    wrong = [
        ("", "look: [injury]"),
        ("look: declined", "look: [injury]"),
        ("look: [injury]", "look: [injury]"),
        ("look: []", "look: [injure]"),
        ("look: []", "looks: [injury]"),
        ("age: adult", "age: [14-17]"),
    ]
    for answers, unsure in wrong:
        found = problems(book, tmp_path, a=case % (answers, unsure))
        assert len(found) == 1
        assert found[0].line in {4, 5}


def entries(draw: st.DrawFn, book: Book) -> Screening:
    """A run: signs and facts given, items answered in any way that an officer can, notes in between."""
    given_ = list(draw(entries_of(book)))
    for item in book.item:
        answer = draw(st.sampled_from([None, *replies(book, item)]))
        if answer is not None:
            unsure = draw(st.sampled_from([(), ("o0",), ("o1",)])) if not answer.picked else ()
            reasons = tuple((fact.id, "so they said") for fact in book.rulebook.facts if fact.reason)
            answered = answer.state == "answered"
            given_.append(answer._replace(unsure=unsure, reasons=reasons) if answered else answer)
    return Screening((*given_, Note("a word that nobody should find")))


runs = st.composite(lambda draw: (book := draw(asking_books()), entries(draw, book)))


@settings(max_examples=60, deadline=None)
@given(runs())
def test_a_recorded_run_leads_where_the_run_led(
    tmp_path_factory: pytest.TempPathFactory, run: tuple[Book, Screening]
) -> None:
    book, screening = run
    path = tmp_path_factory.mktemp("run") / "run.yaml"
    save_cases(path, [case_of(book, screening, "a run")])
    (written,) = read_cases(path, lambda case: misfits_of(book, case)).cases
    assert list(differences(book, written.case, evidence_of(book, written.case))) == []


def test_a_recorded_run_holds_no_typed_word_and_no_day(book: Book, tmp_path: Path) -> None:
    entries_: list[Any] = [
        Answer("conduct-start", (), why_not="secret of conduct", stage="secondary"),
        Answer("concern", ("strong",), reasons=(("officer-concern", "secret of concern"),)),
        Known("spoken-alone", "not-possible", "secret of the room"),
        Sign("documents-held"),
        Sign("threatened", "declined"),
        Note("secret of a note"),
    ]
    path = tmp_path / "run.yaml"
    save_cases(path, [case_of(book, Screening(tuple(entries_)), "a run")])
    text = path.read_text("utf-8")
    assert "secret" not in text
    assert "20" not in text, "no year, so no day"
    (case,) = yaml.safe_load(text)["cases"]
    assert case["reasons"] == {"officer-concern": WRITTEN, "spoken-alone": WRITTEN}
    assert case["indicators"] == {"documents-held": "present", "threatened": "declined"}
    assert case["answers"] == {"conduct-start": [], "concern": "strong"}
    assert (case["disposition"], case["findings"]) == ("refer", ["documents-held"])


def test_a_recorded_run_is_never_written_over_another_file(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "run.yaml"
    path.write_text("mine", "utf-8")
    with pytest.raises(FileExistsError):
        save_cases(path, [case_of(book, Screening(), "a run")])
    assert path.read_text("utf-8") == "mine"
