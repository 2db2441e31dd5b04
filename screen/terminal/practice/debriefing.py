"""The debrief on the screen: part after part, each no longer than a screen, with a pause between two."""

from typing import TYPE_CHECKING

from screen.reports.practice.debrief_lines import debrief_parts
from screen.terminal.console import ROWS, Closed, Console, Hidden, wrapped
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.practice.debrief import Debrief
    from screen.reports.practice.debrief_lines import Part

MORE = "Enter for more | h hide | q ends > "
WHOLE = 5
"""So many lines of a part stay together on a page."""
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
    """The parts one after the other; a long one goes on over several pages, each under its heading."""
    page: Page = []
    for part in parts:
        head, again = _head(part.head), _head(f"{part.head}, continued")
        blocks = [wrapped(printable(line.text), line.indent, line.hang).split("\n") for line in part.lines]
        begin = min(WHOLE, sum(map(len, blocks)))
        if page and len(page) + 1 + len(head) + begin > ROOM:
            yield page
            page = []
        page += ["", *head] if page else head
        for lines in blocks:
            if len(page) + len(lines) > ROOM and page not in (head, again):
                yield page
                page = [*again]
            for first in range(0, len(lines), ROOM - len(again)):
                if len(page) + len(lines[first : first + ROOM - len(again)]) > ROOM:
                    yield page
                    page = [*again]
                page += lines[first : first + ROOM - len(again)]
        if part.alone:
            yield page
            page = []
    if page:
        yield page


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
