"""Listing: the scenarios that can be played, without what would give them away; for trainers with it."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from screen.cli.practising.library import open_library
from screen.practice.draw import opened
from screen.storage.scenarios import read_sound_scenarios
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screen.core.shape.scenario import Scenario
    from screen.terminal.console import Console


def list_scenarios(rulebook: Path | None, scenarios: Path | None, *, trainer: bool, as_json: bool, plain: bool) -> None:
    """Print the scenarios of a folder; what cannot be read is said, and stops none of the others. Raises Unreadable."""
    library = open_library(rulebook, scenarios)
    read, problems = read_sound_scenarios(library.folder)
    for problem in problems:
        print(printable(str(problem)), file=sys.stderr)
    rows = [row_of(opened(each.scenario), trainer=trainer) for each in read]
    if as_json:
        print(json.dumps(rows, indent=2))
    else:
        _show(open_console(plain=plain), rows)


def row_of(scenario: "Scenario", *, trainer: bool) -> dict[str, Any]:
    """What a list says of a scenario; of its truth, its pair and its key only to a trainer."""
    row: dict[str, Any] = {
        "id": scenario.id, "title": scenario.title, "level": scenario.level, "place": scenario.place
    }  # fmt: skip
    if trainer:
        key = {
            "disposition": scenario.key.disposition,
            "forms": [*scenario.forms],
            "findings": [*scenario.key.findings],
        }
        row |= {"truth": scenario.truth, "pair": scenario.pair, **key}
    return row


def _show(console: "Console", rows: "Sequence[dict[str, Any]]") -> None:
    """A line a scenario, and for trainers what is true below it."""
    wide = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        head = f"{row['id']:<{wide}}" if not console.plain else f"{row['id']}:"
        console.write(f"{head}  level {row['level']}, {row['place']:<9}  {row['title']}", "", " " * (wide + 2))
        if "truth" in row:
            pair = f", pair {row['pair']}" if row["pair"] else ""
            forms = f" ({', '.join(row['forms'])})" if row["forms"] else ""
            console.write(f"{row['truth']}{forms}, {row['disposition']}{pair}", "    ")
            console.write(f"finds: {', '.join(row['findings']) or 'none'}", "    ", "      ")
    console.write(f"{len(rows)} scenarios.")
