"""`htscreen rulebook`: what its authors and readers need."""

import json as json_
import sys
from typing import Annotated

import typer

from screen.cli.opening import now, open_book, rulebook_path
from screen.cli.options import Json, Plain, RulebookPath
from screen.cli.tables import show_indicators, show_lines, show_sources
from screen.reports.tables import indicator_lines, rulebook_document, source_documents

app = typer.Typer(help="Check, read and understand a rulebook.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def check(rulebook: RulebookPath = None, json: Json = False) -> None:
    """Find every fault of a rulebook at once, each with its line and what to do."""
    from screen.cli.checking import check_at  # noqa: PLC0415 - pydantic and YAML, for this command alone

    raise typer.Exit(check_at(rulebook_path(rulebook), now().date(), as_json=json))


@app.command()
def show(
    indicator: Annotated[str | None, typer.Argument(help="An indicator's id, for all about it.")] = None,
    rulebook: RulebookPath = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Show the rulebook, or one indicator."""
    book = open_book(rulebook)
    if json:
        print(json_.dumps(rulebook_document(book), indent=2))
    elif indicator is None:
        show_indicators(book, plain=plain)
    elif indicator in book.indicator:
        show_lines(indicator_lines(book, book.indicator[indicator]), plain=plain)
    else:
        raise typer.BadParameter(f"there is no indicator {indicator!r}. htscreen rulebook show lists them.")


@app.command()
def sources(rulebook: RulebookPath = None, json: Json = False, plain: Plain = False) -> None:
    """Show every item of every published list: which indicator uses it, or why it is left out."""
    book = open_book(rulebook)
    if json:
        print(json_.dumps(source_documents(book), indent=2))
    else:
        show_sources(book, plain=plain)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a rulebook, for editors."""
    from screen.core.shape.rulebook import Rulebook  # noqa: PLC0415 - pydantic, for this command alone

    json_.dump(Rulebook.model_json_schema(), sys.stdout, indent=2)
    print()
