"""The debrief on the screen: part after part, each no longer than a screen, with a pause between two."""

from typing import TYPE_CHECKING

from screen.reports.practice.debrief_lines import debrief_parts
from screen.terminal.console import ROWS, Closed, Console, Hidden, wrapped
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.practice.debrief import Debrief
    from screen.reports.practice.debrief_lines import Part

MORE = "Enter goes on | h hide | q leave > "
ROOM = ROWS - 2
"""The rows of a page: one is blank before it, and the last is for the prompt."""

Page = list[str]


def show_debrief(console: Console, debrief: "Debrief") -> None:
    """Write the debrief; where a person sits at it, page by page. Raises KeyboardInterrupt at a second Ctrl-C."""
    show_parts(console, debrief_parts(debrief))


def show_parts(console: Console, parts: "tuple[Part, ...]") -> None:
    """Write parts of a heading and lines each. Raises KeyboardInterrupt at a second Ctrl-C."""
    pages = list(pages_of(parts))
    for number, page in enumerate(pages):
        _put(console, page)
        if console.is_live and number + 1 < len(pages) and not _goes_on(console, page):
            return


def pages_of(parts: "tuple[Part, ...]") -> "Iterator[Page]":
    """Short parts share a page; a long one goes on over several, each under its heading."""
    page: Page = []
    for part in parts:
        sheets = _sheets(part)
        if page and len(page) + 1 + len(sheets[0]) <= ROOM and len(sheets) == 1:
            page += ["", *sheets[0]]
            continue
        if page:
            yield page
        yield from sheets[:-1]
        page = sheets[-1]
    if page:
        yield page


def _sheets(part: "Part") -> list[Page]:
    """The lines of one part, parted where a paragraph ends; a paragraph longer than a screen is parted within."""
    head = _head(part.head)
    again = _head(f"{part.head}, continued")
    sheets = [head]
    for paragraph in part.lines:
        lines = wrapped(printable(paragraph.text), paragraph.indent, paragraph.hang).split("\n")
        if len(sheets[-1]) + len(lines) > ROOM and len(sheets[-1]) > len(again):
            sheets.append([*again])
        while len(sheets[-1]) + len(lines) > ROOM:
            room = ROOM - len(sheets[-1])
            sheets[-1] += lines[:room]
            lines = lines[room:]
            sheets.append([*again])
        sheets[-1] += lines
    return sheets


def _head(text: str) -> Page:
    return [f"# {line}" for line in wrapped(printable(text)).split("\n")]


def _put(console: Console, page: Page) -> None:
    console.write()
    for line in page:
        if line.startswith("# "):
            console.head(line[2:])
        else:
            console.write(line)


def _goes_on(console: Console, page: Page) -> bool:
    """Whether the next page is wanted; hidden, the page comes again. Raises KeyboardInterrupt."""
    paused = False
    while True:
        try:
            return not console.read(MORE).strip().lower().startswith("q")
        except Closed:
            return False
        except Hidden:
            _put(console, page)
        except KeyboardInterrupt:
            if paused:
                raise
            paused = True
            console.write("\nThe attempt is kept. `htscreen practice debrief` shows this again. Ctrl-C again leaves.")
