"""A page as people have it: in headless Chromium, as a screen, on letter paper, in grey, and to a screen reader.

`look(page)` gives one report of it all. Without Chromium, Node or the packages of `package.json` a test that looks is
skipped; where HTSCREEN_BROWSER is `required` it fails instead.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

HERE = Path(__file__).parent
LETTER = (612, 792)
"""Letter paper in points."""


class Report(NamedTuple):
    """What was seen of a page. All lists but `headings` and `sheets` are empty on a page with nothing wrong.

    `violations`: of axe, also of its best practices; `undecided`: what axe leaves to a person. `requests`: for
    anything but the page; `console`: what the page said. `narrow`, `wide`: what runs out of a window of 320 pixels,
    and out of the paper. `pale`: text whose contrast is under 4.5 in greys, on paper also without backgrounds.
    `sheets`: the sizes of the printed sheets; `cut`: what says it may not be broken and stands on two of them, out of
    `kept` such things. `smallest`: the smallest letters on paper, in points. `scripts`: how many scripts and handlers.
    """

    language: str
    title: str
    headings: tuple[str, ...]
    violations: tuple[str, ...]
    undecided: tuple[str, ...]
    requests: tuple[str, ...]
    console: tuple[str, ...]
    narrow: tuple[str, ...]
    wide: tuple[str, ...]
    pale: tuple[str, ...]
    sheets: tuple[tuple[float, float], ...]
    cut: tuple[str, ...]
    kept: int
    smallest: float
    scripts: int
    same_without_scripts: bool


def look(page: Path, pictures: Path | None = None) -> Report:
    """What a browser makes of the page; with a folder for `pictures`, also PNGs in colour and grey, and the PDF."""
    modules, chromium, node = node_modules(), shutil.which("chromium"), shutil.which("node")
    if modules is None or chromium is None or node is None:
        absent("chromium, node, and npm install in tests/browser")
    asked = {"page": str(page.resolve()), "modules": str(modules), "chromium": chromium}
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
        asked["folder"] = str(pictures.resolve())
    done = subprocess.run(
        [str(node), str(HERE / "look.mjs")], input=json.dumps(asked), capture_output=True, timeout=120, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return Report(**{name: _tuples(value) for name, value in seen.items()})


def node_modules() -> Path | None:
    """Where the packages of `package.json` are: HTSCREEN_NODE_MODULES, else beside it; None if they are not there."""
    named = os.environ.get("HTSCREEN_NODE_MODULES")
    folder = Path(named) if named else HERE / "node_modules"
    return folder if (folder / "playwright-core").is_dir() else None


def absent(what: str) -> None:
    """Skip the test that needs it; fail it where the browser is required. Raises."""
    if os.environ.get("HTSCREEN_BROWSER") == "required":
        pytest.fail(f"needed here: {what}")
    pytest.skip(f"needs {what}")


def _tuples(value: Any) -> Any:  # noqa: ANN401 - any JSON
    return tuple(_tuples(each) for each in value) if isinstance(value, list) else value
