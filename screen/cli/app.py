"""The command line: every command, its options and its help."""

from pathlib import Path
from typing import Annotated

import typer

from screen.cli import contacts, practice, records, rulebook
from screen.cli.codes import INTERRUPTED, USAGE
from screen.cli.options import Json, Note, Plain, Record, RulebookPath, Secondary
from screen.cli.unwritable import why_unwritable

app = typer.Typer(
    name="htscreen",
    help=(
        "Look, ask, and see what the signs come to together: for officers at a port of entry.\n\n"
        "Without a command it starts a screening. It keeps nothing unless you save a note, or records are set up. "
        "It never says what a person is, and nothing noted is not a clearance: you decide."
    ),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
app.add_typer(rulebook.app, name="rulebook")
app.add_typer(practice.app, name="practice")
app.add_typer(records.app, name="records")
app.command("contacts")(contacts.contacts)


def call(arguments: tuple[str, ...]) -> int:
    """Run one call; its exit code. Raises what the command raises."""
    try:
        code = app(list(arguments), prog_name="htscreen", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except SystemExit:  # so typer ends where nobody reads any more; everything else it returns or raises
        raise BrokenPipeError from None
    except Exception as error:
        show = getattr(error, "show", None)
        if show is None:
            raise
        show()
        return getattr(error, "exit_code", USAGE)
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it with the flag
    if asked:
        from screen.cli.opening import open_rulebook, program_version

        typer.echo(f"htscreen {program_version()}, rulebook {open_rulebook().book.edition}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    plain: Plain = False,
    rulebook: RulebookPath = None,
    secondary: Secondary = False,
    note: Note = None,
    record: Record = None,
    version: Annotated[  # noqa: ARG001 - its callback has done the work
        bool, typer.Option("--version", help="Show program and rulebook edition.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Start a screening, if no command is given."""
    if context.invoked_subcommand is not None and (plain or rulebook or secondary or note or record):
        raise typer.BadParameter(f"put the options behind the command: htscreen {context.invoked_subcommand} ...")
    if context.invoked_subcommand is None:
        screen(plain, rulebook, secondary, note, record)


@app.command()
def screen(
    plain: Plain = False,
    rulebook: RulebookPath = None,
    secondary: Secondary = False,
    note: Note = None,
    record: Record = None,
) -> None:
    """Screen one person after another. Same as htscreen alone."""
    for path, option in ((note, "--note"), (record, "--record")):
        if path is not None and (why := why_unwritable(path)):
            raise typer.BadParameter(why, param_hint=option)
    if note is not None and record is not None and note.resolve() == record.resolve():
        raise typer.BadParameter(f"--note names {note} too. Name another file.", param_hint="--record")
    from screen.cli.screening import start_screening

    start_screening(plain=plain, secondary=secondary, note=note, record=record, rulebook=rulebook)


@app.command()
def demo(
    plain: Plain = False,
    rulebook: RulebookPath = None,
    file: Annotated[Path | None, typer.Option("--answers", help="Play this file of answers.")] = None,
    scenario: Annotated[str | None, typer.Option("--scenario", help="Play another scenario, by its id.")] = None,
) -> None:
    """Watch a scenario play by itself, in under ten seconds."""
    if file is not None and scenario is not None:
        raise typer.BadParameter("choose one of --answers and --scenario.")
    from screen.cli.demonstration import play

    raise typer.Exit(play(file, scenario, plain=plain, rulebook=rulebook))


@app.command()
def advise(
    answers: Annotated[Path | None, typer.Option(help="File of answers, YAML or JSON; - reads standard input.")] = None,
    paper: Annotated[bool, typer.Option("--paper", help="Key in a form filled in by hand; check its total.")] = False,
    json: Json = False,
    at: Annotated[str | None, typer.Option(help="The moment the advice is for, such as 2026-11-22T14:05.")] = None,
    rulebook: RulebookPath = None,
) -> None:
    """Give the advice for a file of answers, without asking anything; or for a form on paper."""
    if (answers is None) != paper:
        raise typer.BadParameter("give one of --answers FILE and --paper.")
    if answers is None:
        from screen.cli.keying import advise_paper

        raise typer.Exit(advise_paper(as_json=json, at=at, rulebook=rulebook))
    from screen.cli.answering import advise_file

    raise typer.Exit(advise_file(answers, as_json=json, at=at, rulebook=rulebook))
