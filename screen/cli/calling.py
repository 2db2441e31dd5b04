"""Calling: the contacts, the port's own first, each with how old it is."""

import json
import sys
from datetime import timedelta
from pathlib import Path

from screen.cli.opening import contacts_of, now, open_book, open_local_or_say
from screen.reports.tables import contact_document, contact_lines
from screen.terminal.console import open_console

STALE = timedelta(days=180)
"""A number last seen published before that is to be checked."""


def show_contacts(rulebook: Path | None, *, as_json: bool, plain: bool) -> None:
    """Print whom to call, in order. Raises Unreadable."""
    console = open_console(plain=plain)
    found = contacts_of(open_book(rulebook), open_local_or_say(console._replace(out=sys.stderr)))
    if as_json:
        print(json.dumps([contact_document(each) for each in found], indent=2))
        return
    stale = (now() - STALE).date().isoformat()
    for contact in found:
        for number, line in enumerate(contact_lines(contact, stale)):
            console.write(line, "" if number == 0 else "  ", "    ")
