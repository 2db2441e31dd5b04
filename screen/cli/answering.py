"""Answering for an officer: advice for a file of answers."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from screen.cli.codes import USAGE
from screen.cli.opening import contacts_of, now, open_rulebook
from screen.core.book import Book
from screen.core.given import misfits, missing_reasons, screening_of
from screen.core.paper import Totals
from screen.core.problem import Unreadable
from screen.core.screening import Screening
from screen.core.shape.answers import Answers
from screen.reports.document import document
from screen.reports.facts import Result, result_of
from screen.reports.paper import totals_document, totals_line
from screen.storage.answered import read_answers
from screen.storage.twin import Loaded
from screen.terminal.console import Console, open_console
from screen.terminal.letters import printable
from screen.terminal.page import advice_page, reasons_page


def advise_file(path: Path, *, as_json: bool, at: str | None, rulebook: Path | None) -> int:
    """Print the advice for a file of answers; the exit code. Raises Unreadable for a faulty rulebook."""
    loaded = open_rulebook(rulebook)
    book = Book(loaded.book)
    console = open_console()
    try:
        moment = moment_of(at)
        answers = read_given(book, path, moment)
    except (Unreadable, ValueError) as fault:
        print(printable(str(fault)), file=sys.stderr)
        return USAGE
    show_advice(console, loaded, result_for(book, answers, moment), as_json=as_json)
    return 0


def result_for(book: Book, answers: Answers, moment: datetime) -> Result:
    """All that there is to say, at this moment, of answers that fit the book."""
    return result_of(book, screening_of(answers, moment), moment)


def advice_document(book: Book, answers: Answers, moment: datetime, sha256: str = "") -> dict[str, Any]:
    """What `advise --json` prints for answers that fit the book."""
    result = result_for(book, answers, moment)
    return document(result, sha256, _warnings(result))


def show_advice(
    console: Console, loaded: Loaded, result: Result, *, as_json: bool, totals: Totals | None = None
) -> None:
    """Print the advice for a screening, and the totals of the paper it was keyed in from."""
    warnings = _warnings(result)
    if as_json:
        paper = {} if totals is None else {"paper": totals_document(totals)}
        print(json.dumps(document(result, loaded.sha256, warnings) | paper, indent=2, ensure_ascii=True))
        return
    reasons = reasons_page(result, contacts_of(result.book, None), plain=console.plain, full=True)
    counted = () if totals is None else ("", totals_line(totals))
    for line in (*advice_page(result, plain=console.plain), *counted, "", *reasons):
        console.write(line)
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)


def read_given(book: Book, path: Path, moment: datetime) -> Answers:
    """The answers in a file, or on standard input for `-`, fitting the book at this moment. Raises Unreadable."""
    return read_answers(path, lambda answers: misfits(book, answers, moment))


def given_screening(book: Book, path: Path) -> Screening:
    """The screening that a file of answers makes, learned now. Raises Unreadable."""
    moment = now()
    return screening_of(read_given(book, path, moment), moment)


def moment_of(at: str | None) -> datetime:
    """The moment the advice is for: as given, else now. Raises ValueError."""
    if at is None:
        return now()
    try:
        return datetime.fromisoformat(at).astimezone()
    except ValueError:
        raise ValueError(f"--at {at!r}: not a time. Write it as 2026-11-22T14:05.") from None


def _warnings(result: Result) -> tuple[str, ...]:
    book, evidence = result.book, result.assessment.evidence
    missing = (f"{fact}: a written reason is missing" for fact in missing_reasons(book, evidence))
    aside = (f"{answer.item}: its branch is closed; set aside, not counted" for answer in evidence.aside)
    return (*missing, *aside)
