"""YAML read strictly: what is refused and where, and what words mean."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.problem import Located, Unreadable
from screen.storage import strict
from screen.storage.strict import read_tree
from screen.storage.tree import Mark, Node

MIB = 1024 * 1024


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(strict, "LOADER", yaml.SafeLoader)


def content(text: str) -> Node:
    return read_tree(text.encode(), "book.yaml").content


def problems(text: str | bytes) -> tuple[Located, ...]:
    with pytest.raises(Unreadable) as raised:
        read_tree(text.encode() if isinstance(text, str) else text, "book.yaml")
    return raised.value.problems


def places(text: str | bytes) -> list[tuple[int, int]]:
    return [(problem.line, problem.column) for problem in problems(text)]


@pytest.mark.parametrize(
    "word", ["yes", "No", "on", "OFF", "y", "08", "1_000", "12:30", "1.5", "1.5e3", "0x1F", "0o7", "2026-11-22", ".nan"]
)
def test_most_words_are_themselves(word: str) -> None:
    assert content(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("true", True), ("FALSE", False), ("null", None), ("~", None), ("", None), ("0", 0), ("-12", -12), ("+5", 5)],
)
def test_a_few_words_are_more_than_text(word: str, meaning: Node) -> None:
    assert content(f"a: {word}") == {"a": meaning}


def test_a_number_too_long_to_be_one_stays_text() -> None:
    assert content("9" * 5000) == "9" * 5000


@pytest.mark.parametrize("quoted", ["'true'", '"12"', "'~'", '""'])
def test_a_quoted_word_is_text(quoted: str) -> None:
    assert content(quoted) == quoted[1:-1]


def test_keys_are_text_whatever_they_look_like() -> None:
    assert content("1: a\ntrue: b\n<<: c\n") == {"1": "a", "true": "b", "<<": "c"}


def test_every_place_has_a_mark_and_a_key_marks_what_stands_under_it() -> None:
    tree = read_tree(b"title: T\nrules:\n  - id: a\n    when: {any: [x,\n      y]}\n", "book.yaml")
    assert {place: mark[1:] for place, mark in tree.marks.items()} == {
        (): (1, 1),
        ("title",): (1, 1),
        ("rules",): (2, 1),
        ("rules", 0): (3, 5),
        ("rules", 0, "id"): (3, 5),
        ("rules", 0, "when"): (4, 5),
        ("rules", 0, "when", "any"): (4, 12),
        ("rules", 0, "when", "any", 0): (4, 18),
        ("rules", 0, "when", "any", 1): (5, 7),
    }
    assert tree.marks[()] == Mark("book.yaml", 1, 1)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    tree = read_tree(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n", "book.yaml")
    assert tree.content == {"a": 1, "b": ["c"]}
    assert tree.marks["b", 0][1:] == (3, 5)


def test_all_that_is_wrong_is_said_at_once() -> None:
    found = problems("a: &x 1\na: !!int 2\nb: *x\n? [k]\n: v\n")
    assert [(each.line, each.column) for each in found] == [(1, 4), (2, 1), (2, 4), (3, 4), (4, 3)]
    assert all(each.file == "book.yaml" and each.fault and each.remedy for each in found)


def test_what_was_found_before_the_text_stops_parsing_is_said_too() -> None:
    assert places("a: 1\na: 2\nb: 'x\n") == [(2, 1), (3, 4)]


@pytest.mark.parametrize("empty", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_refused(empty: str) -> None:
    assert "empty" in problems(empty)[0].fault


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (b"a: 1\nb: caf\xe9\n", (2, 7)),
        ("a: é\nb: ".encode() + b"\xff", (2, 4)),
        (b"\xff\xfea\x00:\x00", (1, 1)),
        (b"a: 1\nb: x\x00y\n", (2, 5)),
        (b"a: \x1b[31m\n", (1, 4)),
        (b'a: 1\nb: "\\0"\n', (2, 4)),
        (b"a: [\n\xe2\x80\xa8]", (2, 1)),
    ],
)
def test_bytes_that_are_no_plain_text_are_refused_where_they_stand(text: bytes, place: tuple[int, int]) -> None:
    assert places(text) == [place]


def test_tabs_for_indentation_are_named() -> None:
    for text in ("a:\n\tb: 1\n", "a:\n  b: 1\n\tc: 2\n", "a: 1\n\tb: 2\n"):
        assert "tab" in problems(text)[0].fault


def test_fifty_levels_are_read_and_one_more_is_not() -> None:
    assert content("[" * 50 + "]" * 50)
    assert places("[" * 51 + "]" * 51) == [(1, 51)]


LAUGHS = b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (b, b, b - 1, b - 1) for b in range(98, 120))


@pytest.mark.parametrize(
    "text",
    [b"[" * MIB, b"{" * MIB, b"- " * (MIB // 2), b"? " * (MIB // 2), b"a: 1\n" * (MIB // 5), LAUGHS, b"a" * (MIB + 1)],
    ids=["brackets", "braces", "lists", "keys", "twice", "laughs", "large"],
)
def test_a_monstrous_file_is_refused_without_being_read_through(text: bytes) -> None:
    assert 0 < len(problems(text)) <= strict.MOST


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="ab01:-?&*!|>'\"%@[]{},# \n\t\\uUd8c~<").map(str.encode))
def test_no_bytes_raise_anything_but_unreadable(text: bytes) -> None:
    for strict_loader in (yaml.CSafeLoader, yaml.SafeLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(strict, "LOADER", strict_loader)
            found: tuple[Located, ...] = (Located("", 1, 1, "", ""),)
            try:
                read_tree(text, "book.yaml")
            except Unreadable as unreadable:
                found = unreadable.problems
            assert found
            assert all(problem.line > 0 and problem.column > 0 for problem in found)
