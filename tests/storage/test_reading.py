"""Files into declared values: one file of any shape, JSON too, and the folder of a rulebook."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from screen.core.problem import Located, Problem, Unreadable
from screen.core.shape.rulebook import Rulebook
from screen.storage.reading import read, read_rulebook, read_text


class Answers(BaseModel, extra="forbid"):
    """A shape of a test's own."""

    at: str | None = None
    answers: dict[str, str | list[str]] = {}


def unchecked(_: object) -> tuple[Problem, ...]:
    return ()


def refused(path: Path) -> tuple[Located, ...]:
    with pytest.raises(Unreadable) as raised:
        read_rulebook(path, Rulebook, unchecked)
    return raised.value.problems


def test_any_file_is_read_into_the_shape_that_is_passed(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("at: 2026-11-22 12:30\nanswers: {pay: yes, seen: [no, off]}\n")
    assert read(file, Answers) == Answers(at="2026-11-22 12:30", answers={"pay": "yes", "seen": ["no", "off"]})


@pytest.mark.parametrize("indent", [None, 2, "\t"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_json_is_read_by_the_same_reader(tmp_path: Path, indent: int | str | None, ascii_only: bool) -> None:
    written = {"at": 'é 😀 \\ud83d "\\/" \n\t', "answers": {"😀": ["yes", "null", ""], "b": "~"}}
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(written, indent=indent, ensure_ascii=ascii_only), encoding="utf-8")
    assert read(file, Answers).model_dump() == written


def test_half_a_pair_and_a_deep_nest_are_problems_of_json_too() -> None:
    for text in (b'{"at": "\\ud83d"}', b'{"at":' * 60 + b"1" + b"}" * 60, b'{"at": NaN, "ta": 1}'):
        with pytest.raises(Unreadable):
            read_text(text, "stdin", Answers)


def test_what_cannot_be_opened_is_one_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, Path("nul\0.yaml")):
        with pytest.raises(Unreadable) as raised:
            read(path, Answers)
        assert [problem.file for problem in raised.value.problems] == [str(path)]


def test_a_folder_that_may_not_be_looked_into_is_one_problem(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", locked)
    assert [each.file for each in refused(book)] == [str(book)]


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").touch(mode=0o000)
    with pytest.raises(Unreadable):
        read(tmp_path / "secret.yaml", Answers)


def test_a_folder_is_one_book_in_the_order_of_its_groups(book: Path) -> None:
    (book / "indicators" / "more.yaml").write_text("group: force\nindicators: [{id: d, title: D}]\n")
    read_book, warnings = read_rulebook(book, Rulebook, unchecked)
    named = [(each.id, each.group) for each in read_book.indicators]
    assert named == [("a", "fraud"), ("b", "fraud"), ("c", "force"), ("d", "force")]
    assert read_book.register_.references[0].source == "act"
    assert warnings == ()


def test_one_file_is_a_whole_book(book: Path) -> None:
    file = book / "rules.yaml"
    file.write_text(file.read_text() + "indicators:\n  - {id: a, group: fraud, title: A}\n")
    assert [each.group for each in read_rulebook(file, Rulebook, unchecked)[0].indicators] == ["fraud"]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (("rules", 0, "when", "all", 1), ("rules.yaml", 17, 34)),
        (("indicators", 1, "mark_if"), ("indicators/fraud.yaml", 8, 5)),
        (("indicators", 1, "group"), ("indicators/fraud.yaml", 1, 1)),
        (("indicators", 2), ("indicators/force.yaml", 3, 5)),
        (("register", "references", 0, "source"), ("indicators/sources.yaml", 4, 15)),
        (("indicators", 1, "not_if"), ("indicators/fraud.yaml", 6, 5)),
        (("nowhere",), ("rules.yaml", 1, 1)),
    ],
)
def test_a_place_in_the_book_is_found_in_its_file(
    book: Path, place: tuple[str | int, ...], found: tuple[str, int, int]
) -> None:
    def checks(whole: Rulebook) -> Iterator[Problem]:
        yield Problem(place, f"{whole.title} is wrong.", "Mend it.", warning=True)

    ((file, *mark, _, _, warning, at),) = read_rulebook(book, Rulebook, checks)[1]
    assert (file, *mark) == (str(book / found[0]), *found[1:])
    assert at == place
    assert warning


def test_one_error_among_warnings_refuses_the_book(book: Path) -> None:
    def checks(_: Rulebook) -> Iterator[Problem]:
        yield Problem(("title",), "short.", "Lengthen it.", warning=True)
        yield Problem(("edition",), "old.", "Renew it.")

    with pytest.raises(Unreadable) as raised:
        read_rulebook(book, Rulebook, checks)
    assert [problem.line for problem in raised.value.problems] == [1, 2]


def test_the_yaml_of_every_file_is_judged_at_once(book: Path) -> None:
    for name, text in {"fraud": "group: &a fraud\n", "force": "a: 1\na: 2\n", "sources": "b: 'x"}.items():
        (book / "indicators" / f"{name}.yaml").write_text(text)
    assert [(Path(each.file).name, each.line) for each in refused(book)] == [
        ("force.yaml", 2),
        ("fraud.yaml", 1),
        ("sources.yaml", 1),
    ]


def test_a_path_is_named_as_it_was_given(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (book / "rules.yaml").write_text((book / "rules.yaml").read_text().replace("title: A", "tilte: A"))
    monkeypatch.chdir(book.parent)
    assert str(refused(Path("book"))[0]).startswith(os.path.join("book", "rules.yaml") + ":2:1: ")  # noqa: PTH118
    monkeypatch.chdir(book)
    assert refused(Path())[0].file == "rules.yaml"


def test_a_folder_without_rules_says_so_and_sees_the_other_spelling(tmp_path: Path) -> None:
    assert [each.file for each in refused(tmp_path)] == [str(tmp_path / "rules.yaml")]
    (tmp_path / "rules.yml").touch()
    assert "Rename" in refused(tmp_path)[0].remedy
    assert refused(tmp_path / "nowhere")[0].line == 1


def test_links_and_hidden_files_do_no_harm(tmp_path: Path, book: Path) -> None:
    (book / "indicators" / "._fraud.yaml").write_bytes(b"\x00")
    (tmp_path / "link").symlink_to(book)
    assert read_rulebook(tmp_path / "link", Rulebook, unchecked)[0].title


PARTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*Rulebook.model_fields, "all", "from", "fact", "when", "id", "of"]), inner)
    ),
    max_leaves=20,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(book=st.dictionaries(st.sampled_from(list(Rulebook.model_fields)), PARTS))
def test_no_content_raises_anything_but_unreadable(tmp_path: Path, book: dict[str, object]) -> None:
    file = tmp_path / "book.yaml"
    file.write_text(json.dumps(book))
    found: tuple[Located, ...] = ()
    try:
        read_rulebook(file, Rulebook, unchecked)
    except Unreadable as unreadable:
        found = unreadable.problems
    assert all(problem.fault and problem.remedy for problem in found)


def test_what_is_unreadable_says_one_problem_a_line() -> None:
    first, second = (
        Located("a.yaml", 1, 2, "wrong.", "Mend it."),
        Located("b.yaml", 3, 4, "odd.", "Look.", warning=True),
    )
    assert str(Unreadable((first, second))).splitlines() == [str(first), str(second)]
