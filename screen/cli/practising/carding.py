"""Carding: role cards, hand-outs and keys of scenarios, at the console or as one HTML file to print."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import USAGE
from screen.cli.practising.library import find_scenario, open_library, scene_of
from screen.cli.unwritable import why_unwritable
from screen.reports.practice.cards.handout import Handout, handout
from screen.reports.practice.cards.key import KeyCard, key_card
from screen.reports.practice.cards.lines import handout_lines, key_lines, role_lines
from screen.reports.practice.cards.page import Deck, deck_page
from screen.reports.practice.cards.role import RoleCard, role_card
from screen.storage.noted import save_text
from screen.storage.scenarios import read_sound_scenarios
from screen.terminal.console import open_console
from screen.terminal.letters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screen.cli.practising.library import Library
    from screen.practice.scene import Scene
    from screen.reports.card.lines import Line
    from screen.storage.scenarios import Written
    from screen.terminal.console import Console


class Kinds(NamedTuple):
    """Which cards are wanted."""

    role: bool
    handout: bool
    key: bool


def show_cards(
    ids: tuple[str, ...] | None,
    kinds: Kinds,
    html: Path | None,
    seed: int | None,
    rulebook: Path | None,
    scenarios: Path | None,
    *,
    plain: bool,
) -> int:
    """Print the cards of these scenarios, of all if `ids` is None, or save them; the exit code. Raises Unreadable."""
    console = open_console(plain=plain)
    talk = console._replace(out=sys.stderr)
    if ids == ():
        talk.write("Name a scenario, or --all. htscreen practice list shows them.")
        return USAGE
    library = open_library(rulebook, scenarios)
    written = _sound(library) if ids is None else [find_scenario(library, name) for name in ids]
    scenes = [scene_of(library, each.scenario, seed) for each in written]
    cards = tuple(dict.fromkeys(card for scene in scenes for card in _cards(scene, kinds)))
    if html is not None:
        return _save(talk, html, Deck(library.book.rulebook.languages[0].id, cards))
    for number, card in enumerate(cards):
        if number:
            console.write()
        for line in _lines(card, plain=console.plain):
            _write(console, line)
    return 0


def _sound(library: "Library") -> "Sequence[Written]":
    """Every scenario that can be read; what is wrong with the others is said."""
    written, problems = read_sound_scenarios(library.folder)
    for problem in problems:
        print(printable(str(problem)), file=sys.stderr)
    return written


def _cards(scene: "Scene", kinds: Kinds) -> "Iterator[RoleCard | Handout | KeyCard]":
    """The cards of a scene. Two halves of a pair have one hand-out."""
    if kinds.role:
        yield role_card(scene)
    if kinds.handout:
        yield handout(scene)
    if kinds.key:
        yield key_card(scene)


def _lines(card: RoleCard | Handout | KeyCard, *, plain: bool) -> "Iterator[Line]":
    if isinstance(card, RoleCard):
        return role_lines(card, plain=plain)
    return handout_lines(card) if isinstance(card, Handout) else key_lines(card)


def _write(console: "Console", line: "Line") -> None:
    if line.is_head:
        console.head(line.text)
    else:
        console.write(line.text, printable(line.indent), line.hang)


def _save(talk: "Console", path: Path, deck: Deck) -> int:
    """Save the page as a new file; the exit code."""
    why = why_unwritable(path)
    try:
        if not why:
            save_text(path, deck_page(deck))
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        why = f"{path} cannot be written: {getattr(error, 'strerror', None) or error}. Name another file."
    if why:
        talk.write(why)
        return USAGE
    many = len(deck.cards)
    told = "1 card" if many == 1 else f"{many} cards"
    talk.write(f"{told} written to {path}. Open it in a browser and print it; a long role card takes two sheets.")
    return 0
