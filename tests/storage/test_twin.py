"""The compiled twin: as good as the YAML, only quicker, and passed over whenever it may not be."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from screen.core.problem import Located, Problem, Unreadable
from screen.core.shape.rulebook import Rulebook
from screen.core.value import revive
from screen.storage.cache import cache_folder
from screen.storage.reading import read_rulebook
from screen.storage.twin import TWIN, Loaded, compile_twin, fingerprint, load_rulebook, twin_of


def unchecked() -> Callable[[Rulebook], Iterable[Problem]]:
    return lambda _: ()


def never() -> Callable[[Rulebook], Iterable[Problem]]:
    raise AssertionError("the YAML was read")


def load(folder: Path, cache: Path | None) -> Loaded:
    return load_rulebook(folder, cache, unchecked, shipped=True)


def rename(folder: Path, name: str) -> None:
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text().replace("A small", name))


def same(value: object, declared: object) -> bool:
    """Whether the value has the very attributes of the declared one, all the way in."""
    match declared:
        case tuple():
            return isinstance(value, tuple) and all(map(same, value, declared)) and len(value) == len(declared)
        case dict():
            return isinstance(value, dict) and all(map(same, value.items(), declared.items()))
        case None | bool() | int() | str():
            return value == declared
        case _:
            return vars(value).keys() == vars(declared).keys() and all(
                same(each, getattr(declared, name)) for name, each in vars(value).items()
            )


def test_the_twin_has_every_attribute_of_the_declared_book(book: Path) -> None:
    declared, _ = read_rulebook(book, Rulebook, unchecked())
    value = revive(compile_twin(declared))
    assert same(value, declared)
    assert value.sets["lies"].not_.group == "force"
    assert value.conditions["young"].from_ == "child"
    assert value.indicators[0].questions[0]["es"].text == "Hola"
    assert compile_twin(value) == compile_twin(declared)


def test_a_book_is_read_once_and_then_from_the_cache(tmp_path: Path, book: Path) -> None:
    cache = tmp_path / "cache" / "deep"
    first = load(book, cache)
    assert load_rulebook(book, cache, never) == first
    assert first.sha256 == fingerprint(book)[0]
    assert [file.suffix for file in cache.iterdir()] == [".json"]
    assert os.name == "nt" or cache.stat().st_mode & 0o777 == 0o700


def test_a_twin_beside_the_rules_is_used_without_a_cache(book: Path) -> None:
    (book / TWIN).write_text(twin_of(book, unchecked), newline="\n")
    assert load_rulebook(book, None, never, shipped=True).book.title == "A small rulebook"


def test_a_twin_beside_a_strangers_rules_is_never_trusted(book: Path) -> None:
    (book / TWIN).write_text(twin_of(book, unchecked), newline="\n")
    with pytest.raises(AssertionError, match="the YAML was read"):
        load_rulebook(book, None, never)


@pytest.mark.parametrize("change", ["edition", "mark", "flipped", "cut", "foreign", "bytes"])
def test_a_twin_that_is_not_right_is_passed_over(book: Path, change: str) -> None:
    twin = twin_of(book, unchecked)
    texts = {
        "mark": twin.replace('"mark": "', '"mark": "0'),
        "flipped": twin.replace("A small", "A smell"),
        "cut": twin[:-9],
        "foreign": '["x"]\n{}\n',
        "bytes": "\0",
    }
    (book / TWIN).write_text(texts.get(change, twin), newline="\n")
    if change == "edition":
        rename(book, "Another small")
    assert load(book, None).book.title == ("Another small rulebook" if change == "edition" else "A small rulebook")


def test_a_broken_book_is_not_hidden_by_an_older_twin(tmp_path: Path, book: Path) -> None:
    cache = tmp_path / "cache"
    load(book, cache)
    (book / "indicators" / "late.yml").touch()
    with pytest.raises(Unreadable):
        load(book, cache)


def test_warnings_are_kept_and_name_the_file_as_it_is_given_now(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    fault = Problem(("indicators", 1, "mark_if"), "vague.", "Say more.", warning=True)
    first = load_rulebook(book, cache, lambda: lambda _: (fault,))
    name = os.path.join("indicators", "fraud.yaml")  # noqa: PTH118 - as the platform writes it
    where = (str(book / name), 8, 5)
    assert first.warnings == (Located(*where, "vague.", "Say more.", warning=True, place=fault.place),)
    monkeypatch.chdir(book)
    assert load_rulebook(Path(), cache, never).warnings[0].file == name


def test_the_fingerprint_is_of_names_and_texts_and_not_of_line_ends(book: Path) -> None:
    sha256, files = fingerprint(book)
    assert list(files) == [*(f"indicators/{name}.yaml" for name in ("force", "fraud", "sources")), "rules.yaml"]
    (book / "rules.yaml").write_bytes((book / "rules.yaml").read_bytes().replace(b"\n", b"\r\n"))
    assert fingerprint(book) == (sha256, files)
    (book / "indicators" / "force.yaml").rename(book / "indicators" / "might.yaml")
    assert fingerprint(book)[0] != sha256


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path, book: Path) -> None:
    (tmp_path / "cache").touch()
    assert load(book, tmp_path / "cache").book.title


def test_one_file_is_loaded_too_and_a_missing_one_is_a_problem(tmp_path: Path, book: Path) -> None:
    file, cache = book / "rules.yaml", tmp_path / "cache"
    assert load(file, cache) == load_rulebook(file, cache, never)
    with pytest.raises(Unreadable):
        load(tmp_path / "none.yaml", None)


def test_a_quick_start_imports_neither_yaml_nor_pydantic(book: Path) -> None:
    (book / TWIN).write_text(twin_of(book, unchecked), newline="\n")
    program = (
        "import sys, pathlib, json; from screen.storage.twin import load_rulebook;"
        "load_rulebook(pathlib.Path(sys.argv[1]), None, None, shipped=True);"
        "print(json.dumps(sorted({'yaml', 'pydantic', 'tempfile'} & set(sys.modules))))"
    )
    ran = subprocess.run([sys.executable, "-c", program, str(book)], check=True, capture_output=True, text=True)
    assert json.loads(ran.stdout) == []


def test_the_cache_stands_in_the_home_or_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert cache_folder() == tmp_path / ".cache" / "htscreen"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert cache_folder() == tmp_path / "elsewhere" / "htscreen"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_folder() == tmp_path / "Library" / "Caches" / "htscreen"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache_folder() == tmp_path / "local" / "htscreen" / "cache"

    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder() is None
