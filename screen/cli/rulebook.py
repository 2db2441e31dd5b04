"""`htscreen rulebook`: what its authors and readers need."""

from typing import Annotated

import typer

from screen.cli.options import (
    Answers,
    Card,
    Cases,
    Html,
    Json,
    Kind,
    Language,
    Limit,
    Markdown,
    New,
    Old,
    Plain,
    Quick,
    RulebookPath,
    Svg,
)

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
def schema(kind: Annotated[Kind, typer.Argument(help="The kind of file.")] = "rulebook") -> None:
    """Print the JSON Schema of a rulebook, or of another kind of file, for editors."""
    from screen.cli.scheming import show_schema

    show_schema(kind)


@app.command()
def prove(
    rulebook: RulebookPath = None,
    limit: Limit = 10.0,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Try what a rulebook promises on all answers, and tell what each disposition takes at least."""
    from screen.cli.proving import prove_at

    raise typer.Exit(prove_at(rulebook, limit=limit, as_json=json, plain=plain))


@app.command()
def card(
    cards: Annotated[list[Card] | None, typer.Argument(help="Which cards; none named is all.")] = None,
    html: Html = None,
    rulebook: RulebookPath = None,
    plain: Plain = False,
    language: Language = None,
) -> None:
    """Print the cards for when there is no screen: the signs, the form, the phrases."""
    if html is not None and html.exists():
        raise typer.BadParameter(f"{html} is there already. Name a new file.", param_hint="--html")
    from screen.cli.carding import show_cards

    raise typer.Exit(show_cards(tuple(cards or ()), html, language, rulebook, plain=plain))


@app.command("test")
def try_out(
    rulebook: RulebookPath = None,
    cases: Cases = None,
    quick: Quick = False,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Try the cases of a rulebook, and name every change by one step that none of them notices."""
    from screen.cli.testing import try_cases

    raise typer.Exit(try_cases(rulebook, cases, quick=quick, as_json=json, plain=plain))


@app.command()
def draw(
    svg: Svg = None,
    rulebook: RulebookPath = None,
) -> None:
    """Draw the interview and the rules: as Mermaid text, or as a poster for the wall."""
    from screen.cli.drawing import print_mermaid, save_poster

    if svg is None:
        return print_mermaid(rulebook)
    try:
        return save_poster(rulebook, svg)
    except FileExistsError:
        raise typer.BadParameter(f"{svg} is there already. Name a new file.", param_hint="--svg") from None
    except OSError as error:
        why = f"{svg} cannot be written: {error.strerror}. Name a file in a folder that is there."
        raise typer.BadParameter(why, param_hint="--svg") from None


@app.command()
def diff(
    old: Old,
    new: New,
    answers: Answers = None,
    limit: Limit = 10.0,
    json: Json = False,
    markdown: Markdown = False,
    plain: Plain = False,
) -> None:
    """Tell who would now be advised differently. Exit code 1 if anybody may be advised lower."""
    from screen.cli.comparing import compare_at

    if json and markdown:
        raise typer.BadParameter("choose one of --json and --markdown.")
    raise typer.Exit(compare_at(old, new, answers, limit=limit, as_json=json, markdown=markdown, plain=plain))
