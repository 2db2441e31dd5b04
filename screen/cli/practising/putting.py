"""Putting: one value of practice before people, as JSON, as a page in a file, or part by part on the screen."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screen.cli.codes import USAGE

if TYPE_CHECKING:
    from screen.reports.practice.debrief_lines import Part
    from screen.terminal.console import Console

Page = Callable[[], str]
Parts = Callable[[], "tuple[Part, ...]"]


def put(console: "Console", value: Any, page: Page, parts: Parts, *, as_json: bool, html: Path | None) -> int:  # noqa: ANN401 - any value of practice
    """Print or write it, only what was asked for; the exit code. Raises KeyboardInterrupt."""
    if as_json:
        from screen.reports.practice.values import document_of

        print(json.dumps(document_of(value), indent=2))
        return 0
    if html is not None:
        return save_page(console._replace(out=sys.stderr), html, page())
    from screen.terminal.practice.debriefing import show_parts

    show_parts(console, parts())
    return 0


def save_page(talk: "Console", path: Path, text: str) -> int:
    """Write a page into a new file, and say where it went; the exit code."""
    from screen.storage.noted import save_text

    try:
        save_text(path, text)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        talk.write(f"{path}: not written: {getattr(error, 'strerror', None) or error}. Try another name or folder.")
        return USAGE
    talk.write(f"Written to {path}. Open it in a browser.")
    return 0
