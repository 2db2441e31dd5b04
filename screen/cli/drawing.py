"""Drawing: a rulebook as Mermaid text at the console, or as a poster in a new file."""

import sys
from pathlib import Path

from screen.cli.opening import open_book
from screen.workshop.drawing.draft import draw


def print_mermaid(rulebook: Path | None) -> None:
    """Print the drawing as Mermaid text, and say so if it is longer than Mermaid takes. Raises Unreadable."""
    from screen.workshop.drawing.mermaid import MOST, mermaid

    text = mermaid(draw(open_book(rulebook)))
    print(text, end="")
    if len(text) > MOST:
        too_long = f"These are {len(text)} letters; Mermaid draws {MOST}. Raise its maxTextSize, or use --svg."
        print(too_long, file=sys.stderr)


def save_poster(rulebook: Path | None, file: Path) -> None:
    """Write the drawing as a poster into a new file. Raises Unreadable, OSError, also if the file is there already."""
    from screen.storage.noted import save_text
    from screen.workshop.drawing.poster import poster

    save_text(file, poster(draw(open_book(rulebook))))
    print(f"Written to {file}. Open it in a browser and print it on one sheet, A3 or larger.", file=sys.stderr)
