"""Keying: a form filled in by hand, keyed in, and the advice for it."""

import sys
from pathlib import Path

from screen.cli.answering import moment_of, show_advice
from screen.cli.codes import USAGE
from screen.cli.opening import open_rulebook
from screen.core.book import Book
from screen.core.paper import form_stage
from screen.core.screening import Screening
from screen.reports.card.form import NOTHING
from screen.reports.facts import result_of
from screen.terminal.console import open_console
from screen.terminal.paper import key_in


def advise_paper(*, as_json: bool, at: str | None, rulebook: Path | None) -> int:
    """Key in a form and print the advice; the exit code. Raises Unreadable, KeyboardInterrupt.

    What is asked goes to standard error, so that standard output holds the advice alone.
    """
    loaded = open_rulebook(rulebook)
    book = Book(loaded.book)
    console = open_console()
    talk = console._replace(out=sys.stderr)
    try:
        moment = moment_of(at)
    except ValueError as fault:
        talk.write(str(fault))
        return USAGE
    stage = form_stage(book)
    if stage is None:
        talk.write(NOTHING)
        return USAGE
    talk.write(f"Clocks run from {moment:%Y-%m-%d %H:%M}; --at TIME says otherwise.")
    keyed = key_in(talk, book, stage)
    if keyed is None:
        talk.write("Left. Nothing was kept, and there is no advice.")
        return 0
    screening = Screening(tuple(answer._replace(at=moment, stage=stage.id) for answer in keyed.answers))
    show_advice(console, loaded, result_of(book, screening, moment), as_json=as_json, totals=keyed.totals)
    return 0
