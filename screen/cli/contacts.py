"""`htscreen contacts`: whom to call, in order, with what is disputed."""

import json as json_
from datetime import timedelta

from screen.cli.opening import contacts_of, now, open_book, open_local
from screen.cli.options import Json, Plain, RulebookPath
from screen.reports.tables import contact_document, contact_lines
from screen.terminal.console import open_console

STALE = timedelta(days=180)


def contacts(json: Json = False, plain: Plain = False, rulebook: RulebookPath = None) -> None:
    """Whom to call, in order: the port first, hotlines as back-up."""
    console = open_console(plain=plain)
    found = contacts_of(open_book(rulebook), open_local())
    if json:
        print(json_.dumps([contact_document(each) for each in found], indent=2))
        return
    stale = (now() - STALE).date().isoformat()
    for contact in found:
        for number, line in enumerate(contact_lines(contact, stale)):
            console.write(line, "" if number == 0 else "  ", "    ")
