"""`htscreen records`: what is kept of screenings, where that is set up."""

from pathlib import Path
from typing import Annotated

import typer

from screen.cli.codes import USAGE
from screen.cli.dump import forbid_dump
from screen.cli.options import Html, Identity, Json, Plain, Records, RulebookPath
from screen.cli.unwritable import why_unwritable

app = typer.Typer(help="Keep screenings, sealed, where that is set up.", no_args_is_help=True, rich_markup_mode=None)

Reference = Annotated[str, typer.Argument(help="Its reference, or the file of a sealed one.")]


@app.callback()
def check() -> None:
    """Keep screenings, sealed, where that is set up."""
    forbid_dump()
    try:
        from screen.storage.records import age  # noqa: F401
    except ImportError:
        typer.echo("What encrypts is not installed. pip install '.[records]' mends that.", err=True)
        raise typer.Exit(USAGE) from None


@app.command()
def keygen(
    file: Annotated[Path | None, typer.Argument(help="The new file for the key; FILE.pub comes beside it.")] = None,
    plain: Plain = False,
) -> None:
    """Make a key for whoever opens records; on their machine, and not on the laptops."""
    from screen.cli.recordkeeping.keys import make_key

    raise typer.Exit(make_key(file, plain=plain))


@app.command()
def setup(
    recipient: Annotated[
        list[str] | None, typer.Option("--recipient", help="A key that opens: age1..., or its .pub file.")
    ] = None,
    single: Annotated[bool, typer.Option("--single", help="One key alone, against all advice.")] = False,
    draft_hours: Annotated[
        int | None, typer.Option("--draft-hours", min=1, max=720, help="A draft expires then; usually 24.")
    ] = None,
    retention_days: Annotated[
        int | None, typer.Option("--retention-days", min=0, max=9999, help="A record may be purged then; usually 30.")
    ] = None,
    records: Records = None,
    plain: Plain = False,
) -> None:
    """Keep screenings on this laptop, sealed for two keys or more; without --recipient: show for which."""
    from screen.cli.recordkeeping.setting_up import Wanted, set_up_at, show_setup

    if not recipient:
        if single or draft_hours is not None or retention_days is not None:
            raise typer.BadParameter("name the keys too: --recipient, twice.")
        raise typer.Exit(show_setup(records, plain=plain))
    raise typer.Exit(set_up_at(records, Wanted(tuple(recipient), single, draft_hours, retention_days), plain=plain))


@app.command()
def drill(
    file: Annotated[Path | None, typer.Argument(help="A test record to open, where the key is.")] = None,
    identity: Identity = None,
    records: Records = None,
    plain: Plain = False,
) -> None:
    """Try with a test record that what is sealed here can be opened, before the first use."""
    from screen.cli.recordkeeping.drilling import drill_at

    raise typer.Exit(drill_at(records, file, tuple(identity or ()), plain=plain))


@app.command("list")
def list_(records: Records = None, json: Json = False, plain: Plain = False) -> None:
    """What is kept: references, times and sizes."""
    from screen.cli.recordkeeping.listing import list_records

    raise typer.Exit(list_records(records, as_json=json, plain=plain))


@app.command()
def show(
    reference: Reference,
    identity: Identity = None,
    html: Html = None,
    records: Records = None,
    rulebook: RulebookPath = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Show a draft by its PIN, or a sealed record where the key is."""
    if html is not None and (why := why_unwritable(html)):
        raise typer.BadParameter(why, param_hint="--html")
    from screen.cli.recordkeeping.showing import Wanted, show_record

    wanted = Wanted(reference, records, tuple(identity or ()), rulebook)
    raise typer.Exit(show_record(wanted, as_json=json, html=html, plain=plain))


@app.command()
def note(
    reference: Reference,
    file: Annotated[Path | None, typer.Argument(help="The new file; else note-REFERENCE.md.")] = None,
    identity: Identity = None,
    records: Records = None,
    rulebook: RulebookPath = None,
    plain: Plain = False,
) -> None:
    """Write the case note of a draft or of a sealed record."""
    from screen.cli.recordkeeping.showing import Wanted, note_record

    wanted = Wanted(reference, records, tuple(identity or ()), rulebook)
    raise typer.Exit(note_record(wanted, file, plain=plain))


@app.command()
def resume(
    reference: Annotated[str | None, typer.Argument(help="The draft's reference; else you pick one.")] = None,
    records: Records = None,
    rulebook: RulebookPath = None,
    plain: Plain = False,
) -> None:
    """Go on with a screening that was left or interrupted, exactly there."""
    from screen.cli.recordkeeping.resuming import resume_at

    raise typer.Exit(resume_at(reference, records, rulebook=rulebook, plain=plain))


@app.command()
def verify(
    head: Annotated[
        list[str] | None, typer.Option("--head", help="A head code from paper, in quotes; may be given several times.")
    ] = None,
    identity: Identity = None,
    records: Records = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Find what is missing, altered, or foreign, and whether a head code from paper still holds."""
    from screen.cli.recordkeeping.verifying import verify_at

    raise typer.Exit(verify_at(records, tuple(head or ()), tuple(identity or ()), as_json=json, plain=plain))


@app.command()
def purge(
    older_than: Annotated[
        int | None, typer.Option("--older-than", min=0, max=9999, help="Days; else as set up.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what is old.")] = False,
    records: Records = None,
    plain: Plain = False,
) -> None:
    """Delete what is old, once you have seen it and typed how much it is."""
    from screen.cli.recordkeeping.purging import purge_at

    raise typer.Exit(purge_at(records, older_than, dry=dry_run, plain=plain))


@app.command()
def export(
    identity: Identity,
    places: Annotated[list[Path] | None, typer.Argument(help="Folders, or files; else this account's folder.")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", help="Write CSV to this new file.")] = None,
    jsonl: Annotated[Path | None, typer.Option("--jsonl", help="Write JSON Lines to this new file.")] = None,
    bom: Annotated[bool, typer.Option("--bom", help="A mark at the head of the CSV, for Excel.")] = False,
    rulebook: RulebookPath = None,
    plain: Plain = False,
) -> None:
    """Count by month, where the key is: screened, referred, signs; nothing of which fewer than five people stand."""
    for path, option in ((csv, "--csv"), (jsonl, "--jsonl")):
        if path is not None and (why := why_unwritable(path)):
            raise typer.BadParameter(why, param_hint=option)
    from screen.cli.recordkeeping.exporting import Wanted, export_at

    wanted = Wanted(tuple(places or ()), tuple(identity or ()), csv, jsonl, bom)
    raise typer.Exit(export_at(wanted, rulebook=rulebook, plain=plain))
