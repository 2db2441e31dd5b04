"""`htscreen rulebook`: what its authors and readers need."""

from typing import Annotated

import typer

from screen.cli.options import Json, Plain, RulebookPath

app = typer.Typer(help="Check, read and understand a rulebook.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def check(rulebook: RulebookPath = None, json: Json = False) -> None:
    """Find every fault of a rulebook at once, each with its line and what to do."""
    from screen.cli.checking import check_at

    raise typer.Exit(check_at(rulebook, as_json=json))


@app.command()
def show(
    indicator: Annotated[str | None, typer.Argument(help="An indicator's id, for all about it.")] = None,
    rulebook: RulebookPath = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Show the rulebook, or one indicator."""
    from screen.cli.showing import show_rulebook

    if not show_rulebook(rulebook, indicator, as_json=json, plain=plain):
        raise typer.BadParameter(f"there is no indicator {indicator!r}. htscreen rulebook show lists them.")


@app.command()
def sources(rulebook: RulebookPath = None, json: Json = False, plain: Plain = False) -> None:
    """Show every item of every published list: which indicator uses it, or why it is left out."""
    from screen.cli.showing import show_sources

    show_sources(rulebook, as_json=json, plain=plain)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a rulebook, for editors."""
    from screen.cli.showing import show_schema

    show_schema()
