"""The compiled twin: a checked rulebook as JSON, read without YAML and pydantic, which cost half of a start.

A twin has two lines: what it was compiled from and by, and the book. It is used only if it names the SHA-256 of these
very files, the mark of this very program and the SHA-256 of its own second line; else it is passed over.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from screen.core.problem import Located, Problem, Unreadable
from screen.core.value import revive
from screen.storage.cache import save_cached
from screen.storage.folder import files_of, read_bytes, root_of

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook

FORMAT = "2"
"""Raise it when the way a twin is written changes."""

TWIN = "rulebook.json"
"""The name of the twin that stands beside rules.yaml, as a wheel ships it."""

_CORE = Path(__file__).parent.parent / "core"

Checks = Callable[[], "Callable[[Rulebook], Iterable[Problem]]"]
"""Gives the checks when they are needed, so that a quick start need not import them."""


class Loaded(NamedTuple):
    """A rulebook ready for use. `book` has the attributes of the declared shape; at run time it is a tree of Values."""

    book: "Rulebook"
    sha256: str
    warnings: tuple[Located, ...]


def load_rulebook(path: Path, cache: Path | None, checks: Checks, *, shipped: bool = False) -> Loaded:
    """The rulebook at this path: from a twin if there is a right one, else read, checked, and cached.

    A twin beside the YAML is trusted only where the program itself was `shipped` with it: in a stranger's folder it
    could say something else than the YAML. Raises Unreadable.
    """
    sha256, _ = fingerprint(path)
    mark = _mark()
    cached = _cached(cache, sha256, mark) if cache else None
    for twin in (path / TWIN if shipped else None, cached):
        if loaded := _kept(twin, sha256, mark, root_of(path)):
            return loaded
    text = twin_of(path, checks)
    loaded = _opened(text.encode(), sha256, mark, root_of(path))
    if loaded is None:
        fault = Located(str(path), 1, 1, "the rulebook changed while it was read.", "Start again.")
        raise Unreadable((fault,))
    if cached:
        save_cached(cached, text)
    return loaded


def load_cached(cache: Path | None, sha256: str) -> Loaded | None:
    """The rulebook of this SHA-256, if the cache still has it as this program compiles it."""
    mark = _mark()
    return _kept(_cached(cache, sha256, mark), sha256, mark, Path()) if cache else None


def _cached(cache: Path, sha256: str, mark: str) -> Path:
    return cache / f"{sha256}-{mark[:16]}.json"


def twin_of(path: Path, checks: Checks) -> str:
    """The text of the twin of the rulebook at this path, read from its YAML and checked. Raises Unreadable."""
    from screen.core.shape.rulebook import Rulebook  # noqa: PLC0415 - pydantic and YAML, which a quick start spares
    from screen.storage.reading import read_rulebook  # noqa: PLC0415

    root = root_of(path)
    book, warnings = read_rulebook(path, Rulebook, checks())
    text = compile_twin(book)
    head = {
        "sha256": fingerprint(path)[0],
        "mark": _mark(),
        "seal": hashlib.sha256(text.encode()).hexdigest(),
        "warnings": [(Path(each.file).relative_to(root).as_posix(), *each[1:]) for each in warnings],
    }
    return f"{json.dumps(head)}\n{text}\n"


def compile_twin(book: "Rulebook") -> str:
    """The book as one line of JSON that `revive` turns into a tree of Values with the same attributes."""
    return json.dumps(_plain(book), separators=(",", ":"), allow_nan=False)


def fingerprint(path: Path) -> tuple[str, dict[str, str]]:
    """The SHA-256 of a rulebook, and of each of its files by name. Raises Unreadable if a file cannot be read.

    A file's is that of its bytes with the line ends of Unix, so that a Windows checkout is the same rulebook; the
    rulebook's is that of the lines `sha256  name` in the order of the names, which `sha256sum` prints too.
    """
    digests = {
        name: hashlib.sha256(read_bytes(file).replace(b"\r\n", b"\n")).hexdigest()
        for name, file in sorted(files_of(path).items())
    }
    lines = "".join(f"{digest}  {name}\n" for name, digest in digests.items())
    return hashlib.sha256(lines.encode()).hexdigest(), digests


def _mark() -> str:
    """Which program compiles and reads: what it declares and what it checks, for another may do more."""
    files = (*sorted((_CORE / "shape").glob("*.py")), *sorted((_CORE / "checks").glob("*.py")))
    sources = (each.read_bytes().replace(b"\r\n", b"\n") for each in files)
    return hashlib.sha256(b"\0".join((FORMAT.encode(), *sources))).hexdigest()


def _kept(twin: Path | None, sha256: str, mark: str, root: Path) -> Loaded | None:
    try:
        return _opened(twin.read_bytes(), sha256, mark, root) if twin else None
    except OSError:
        return None


def _opened(text: bytes, sha256: str, mark: str, root: Path) -> Loaded | None:
    """The book in this twin; None if it is not that book's, not this program's, or damaged."""
    first, _, second = text.partition(b"\n")
    try:
        head = json.loads(first)
        right = {"sha256": sha256, "mark": mark, "seal": hashlib.sha256(second.rstrip(b"\r\n")).hexdigest()}
        if not isinstance(head, dict) or {name: head.get(name) for name in right} != right:
            return None
        warnings = tuple(
            Located(str(root / file), *rest)._replace(place=tuple(place)) for file, *rest, place in head["warnings"]
        )
        return Loaded(cast("Rulebook", revive(second)), sha256, warnings)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case tuple() | list():
            return [_plain(each) for each in value]
        case dict():
            return {"*": [[key, _plain(each)] for key, each in value.items()]}
        case _:
            return {name: _plain(each) for name, each in vars(value).items()}
