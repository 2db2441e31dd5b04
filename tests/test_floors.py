"""The floors of the house: who may import whom, and how long anything may be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SCREEN = Path(__file__).parent.parent / "screen"

FLOORS: dict[str, tuple[str, tuple[str, ...]]] = {
    "core": ("what screening is, pure: it knows no other room", ()),
    "storage": ("the disk gives values of the core and knows no stranger", ("core",)),
    "practice": ("learning is reckoning about screenings: pure, and a stranger to the disk", ("core",)),
    "workshop": ("an author's tools reckon over rulebooks: pure, and strangers to the disk", ("core",)),
    "reports": ("one result, many faces: they return text and know neither screen nor disk", ("core", "practice")),
    "terminal": ("the screen asks and shows; what it keeps is handed to it", ("core", "practice", "reports")),
    "cli": ("the commands tie the rooms together",
            ("core", "storage", "practice", "workshop", "reports", "terminal")),
    "": ("`python -m screen` is the command line", ("cli",)),
}  # fmt: skip
"""Each room of screen/, why it stands where it stands, and the rooms it may import; its own it always may."""

FENCED: dict[str, tuple[str, tuple[str, ...]]] = {
    "yaml": ("a rulebook is read in one place, strictly", ("storage",)),
    "rich": ("tables are drawn where there is a console; the core returns values", ("terminal", "cli")),
    "fsrs": ("spaced repetition is another library's, asked in one place", ("practice/recall.py",)),
    "krippendorff": ("agreement is another library's, asked in one place", ("practice/classroom/agreement.py",)),
    "z3": ("a solver is asked in one place; everything else speaks in formulas", ("workshop/logic/solver.py",)),
    "typer": ("exit codes and options are the command line's", ("cli",)),
    "pydantic": ("the declaration of the book, and what reads by it; a quick start imports neither",
                 ("core/shape", "storage")),
    "pydantic_core": ("the names of pydantic's errors, where they are put into words", ("storage",)),
    "os": ("environment, terminal and disk are no business of what only reckons or writes text",
           ("storage", "terminal", "cli")),
    "sys": ("streams and the platform, as `os`", ("storage", "terminal", "cli")),
    "pathlib": ("a path is for who reads, or is handed one to pass on", ("storage", "cli", "terminal/desk.py")),
    "io": ("streams, as `os`", ("storage", "terminal", "cli")),
    "tempfile": ("the disk", ("storage",)),
    "shutil": ("the disk", ("storage",)),
    "time": ("the clock is an argument; only a demonstration waits", ("cli",)),
    "random": ("chance is an argument", ("cli",)),
    "secrets": ("chance is an argument", ("cli",)),
    "subprocess": ("nothing is started, but what would hold up every key", ("storage/records/wrapping.py",)),
    "threading": ("nothing runs beside anything, but for the same", ("storage/records/wrapping.py",)),
    "pyrage": ("what is secret is encrypted and opened in one place", ("storage/records/age.py",)),
    "filelock": ("who may write now is asked in one place", ("storage/records/locks.py",)),
    "socket": ("nothing goes over a network", ()),
    "urllib": ("nothing goes over a network", ()),
    "http": ("nothing goes over a network", ()),
    "importlib": ("the program's own version, and nothing else, is looked up at run time", ("cli",)),
}  # fmt: skip
"""Each library with a fence round it, why, and who may import it: a room, a folder of it, or one file."""

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_COMMAND = 250, 40, 15


class Import(NamedTuple):
    """A module that a file imports. `typing`: for the type checker alone, never at run time."""

    file: str
    line: int
    module: str
    typing: bool


def modules(root: Path) -> dict[str, Path]:
    """Every file of a package by its path within it."""
    return {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*.py")) if "data" not in path.parts}


def imports(root: Path) -> list[Import]:
    """Every import of every file, also those inside functions."""
    return [
        Import(name, node.lineno, module, typing)
        for name, path in modules(root).items()
        for node, typing in _imported(ast.parse(path.read_text("utf-8")), typing=False)
        for module in _named(node, root)
    ]


def _imported(node: ast.AST, *, typing: bool) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, typing
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for part in child.body:
                yield from _imported(ast.Module([part], []), typing=True)
            for part in child.orelse:
                yield from _imported(ast.Module([part], []), typing=typing)
        else:
            yield from _imported(child, typing=typing)


def _named(node: ast.Import | ast.ImportFrom, root: Path) -> Iterator[str]:
    """The modules an import names: `from screen.cli import contacts` names screen.cli.contacts."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    module = "." * node.level + (node.module or "")
    for alias in node.names:
        inner = root.joinpath(*module.split(".")[1:], alias.name)
        yield f"{module}.{alias.name}" if inner.with_suffix(".py").is_file() or inner.is_dir() else module


def breaches(root: Path) -> list[str]:
    """Every import that the two tables do not permit, with the reason of the fence.

    For the type checker alone a module may name a declaration of any floor below its own and the shapes of the core;
    the floors hold for it too. Only the fences of standard libraries do not: a type costs and does nothing.
    """
    found = []
    for each in imports(root):
        room = each.file.split("/")[0] if "/" in each.file else ""
        top, _, rest = each.module.partition(".")
        if each.module.startswith("."):
            found.append(f"{each.file}:{each.line}: {each.module}: imports are written out from `screen`")
        elif top == root.name:
            wanted = rest.split(".")[0]
            why, permitted = FLOORS[room]
            if wanted not in (room, *permitted):
                found.append(f"{each.file}:{each.line}: {room or 'the root'} may not import {wanted}: {why}")
        elif top in FENCED and not each.typing:
            why, who = FENCED[top]
            if not any(each.file == place or each.file.startswith(f"{place}/") for place in who):
                found.append(f"{each.file}:{each.line}: may not import {top}: {why}")
    return found


def circles(root: Path) -> list[tuple[str, ...]]:
    """Groups of files that import one another at run time, whether at their head or in a function."""
    names = {path: f"{root.name}.{path.removesuffix('.py').replace('/', '.')}" for path in modules(root)}
    names = {path: name.removesuffix(".__init__") for path, name in names.items()}
    edges: dict[str, set[str]] = {name: set() for name in names.values()}
    for each in imports(root):
        if not each.typing and each.module in edges and each.module != names[each.file]:
            edges[names[each.file]].add(each.module)
    reach = {name: _reached(name, edges) for name in edges}
    rings = (sorted(other for other in found if name in reach[other]) for name, found in reach.items() if name in found)
    return sorted({tuple(ring) for ring in rings})


def _reached(start: str, edges: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = set(edges[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= edges[name]
    return found


def too_long(root: Path) -> list[str]:
    """Files and functions over their budget; a command's body, without its docstring, has a smaller one."""
    found = []
    for name, path in modules(root).items():
        text = path.read_text("utf-8")
        if (length := len(text.splitlines())) > LONGEST_FILE:
            found.append(f"{name}: {length} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                body = node.body[1:] if ast.get_docstring(node) else node.body
                inside = (node.end_lineno or 0) - body[0].lineno + 1 if body else 0
                if length > LONGEST_FUNCTION:
                    found.append(f"{name}: {node.name} has {length} lines")
                decorators = " ".join(map(ast.unparse, node.decorator_list))
                if re.search(r"\.(command|callback)\(", decorators) and inside > LONGEST_COMMAND:
                    found.append(f"{name}: the command {node.name} has {inside} lines")
    return found


def test_every_room_of_the_house_has_its_line_in_the_table() -> None:
    rooms = {path.parent.name for path in SCREEN.glob("*/__init__.py")}
    assert rooms == FLOORS.keys() - {""}


def test_nobody_imports_a_room_or_a_library_that_is_closed_to_them() -> None:
    assert breaches(SCREEN) == []


def test_no_two_files_import_one_another() -> None:
    assert circles(SCREEN) == []


def test_no_file_and_no_function_is_over_its_budget() -> None:
    assert too_long(SCREEN) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("core/x.py", "from screen.storage.reading import read"),
        ("core/x.py", "def f():\n    import screen.cli.app"),
        ("core/x.py", "import yaml"),
        ("core/x.py", "from pydantic import BaseModel"),
        ("core/checks/x.py", "def f():\n    from pydantic import BaseModel"),
        ("core/x.py", "import os.path"),
        ("core/x.py", "from time import monotonic"),
        ("core/x.py", "import random"),
        ("core/x.py", "from pathlib import Path"),
        ("storage/x.py", "from screen.reports.note import note"),
        ("storage/x.py", "from screen.practice import x"),
        ("reports/x.py", "from screen import terminal"),
        ("reports/x.py", "import rich.table"),
        ("terminal/x.py", "from screen.storage.noted import save_text"),
        ("terminal/x.py", "import typer"),
        ("terminal/x.py", "if TYPE_CHECKING:\n    from screen.storage.twin import Loaded"),
        ("terminal/x.py", "try:\n    from screen.cli import app\nexcept ImportError:\n    pass"),
        ("cli/x.py", "import yaml"),
        ("core/x.py", "from ..cli import app"),
        ("x.py", "from screen.core.book import Book"),
    ],
)
def test_a_breach_is_seen(tmp_path: Path, file: str, text: str) -> None:
    path = tmp_path / "screen" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert len(breaches(tmp_path / "screen")) == 1


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("core/shape/x.py", "from pydantic import BaseModel"),
        ("storage/x.py", "import os, yaml\nfrom screen.core.problem import Problem"),
        ("core/x.py", "if TYPE_CHECKING:\n    from pathlib import Path"),
        ("reports/x.py", "from screen.core.book import Book\nimport datetime"),
        ("cli/x.py", "def f():\n    from screen.terminal.console import Console\n    import typer"),
        ("__main__.py", "from screen.cli.door import main"),
    ],
)
def test_what_is_permitted_is_no_breach(tmp_path: Path, file: str, text: str) -> None:
    path = tmp_path / "screen" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert breaches(tmp_path / "screen") == []


def test_a_circle_is_seen_even_through_a_function_but_not_through_types(tmp_path: Path) -> None:
    core = tmp_path / "screen" / "core"
    core.mkdir(parents=True)
    (core / "a.py").write_text("from screen.core.b import x", "utf-8")
    (core / "b.py").write_text("def f():\n    import screen.core.c", "utf-8")
    (core / "c.py").write_text("from screen.core import a", "utf-8")
    (core / "d.py").write_text("from screen.core import a\nif TYPE_CHECKING:\n    import screen.core.e", "utf-8")
    (core / "e.py").write_text("import screen.core.d", "utf-8")
    assert circles(tmp_path / "screen") == [("screen.core.a", "screen.core.b", "screen.core.c")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x = 1\n" * 251, 1),
        ("x = 1\n" * 250, 0),
        ("def f():\n" + "    x = 1\n" * 40, 1),
        ("def f():\n" + "    x = 1\n" * 39, 0),
        ('@app.command()\ndef f():\n    """Doc."""\n' + "    x = 1\n" * 16, 1),
        ('@app.command()\ndef f():\n    """Doc."""\n' + "    x = 1\n" * 15, 0),
    ],
)
def test_a_budget_that_is_broken_is_seen_at_its_very_line(tmp_path: Path, text: str, count: int) -> None:
    (tmp_path / "x.py").write_text(text, "utf-8")
    assert len(too_long(tmp_path)) == count
