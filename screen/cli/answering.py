"""Answering for an officer: advice for a file of answers."""

import json
import sys
from datetime import datetime
from pathlib import Path

from screen.cli.codes import USAGE
from screen.cli.opening import contacts_of, now, open_rulebook
from screen.core.book import Book
from screen.core.given import misfits, missing_reasons, screening_of
from screen.core.problem import Unreadable
from screen.core.screening import Screening
from screen.core.shape.answers import Answers
from screen.reports.document import document
from screen.reports.facts import Result, result_of
from screen.storage.answered import read_answers
from screen.terminal.console import open_console
from screen.terminal.letters import printable
from screen.terminal.page import advice_page, reasons_page


def advise_file(path: Path, *, as_json: bool, at: str | None, rulebook: Path | None) -> int:
    """Print the advice for a file of answers; the exit code. Raises Unreadable for a faulty rulebook."""
    loaded = open_rulebook(rulebook)
    book = Book(loaded.book)
    console = open_console()
    try:
        moment = _moment(at)
        answers = read_given(book, path)
    except (Unreadable, ValueError) as fault:
        print(printable(str(fault)), file=sys.stderr)
        return USAGE
    result = result_of(book, screening_of(answers, moment), moment)
    warnings = _warnings(result)
    if as_json:
        print(json.dumps(document(result, loaded.sha256, warnings), indent=2, ensure_ascii=True))
        return 0
    reasons = reasons_page(result, contacts_of(book, None), plain=console.plain, full=True)
    for line in (*advice_page(result, plain=console.plain), "", *reasons):
        console.write(line)
    for warning in warnings:
        print(f"warning: {warning}", file=sys.stderr)
    return 0


def read_given(book: Book, path: Path) -> Answers:
    """The answers in a file, or on standard input for `-`, fitting the book. Raises Unreadable."""
    return read_answers(path, lambda answers: misfits(book, answers))


def given_screening(book: Book, path: Path) -> Screening:
    """The screening that a file of answers makes, learned now. Raises Unreadable."""
    return screening_of(read_given(book, path), now())


def _moment(at: str | None) -> datetime:
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
