"""What a trainer does with a class of `htscreen practice`: its page, and the rating of what was written."""

import typer

from screen.cli.options import Course, Folder, Html, Json, Plain, Projector, Rater, RulebookPath, Scenarios, TieBreak
from screen.cli.unwritable import why_unwritable


def class_(  # noqa: PLR0913, PLR0917 - an argument for each option
    folder: Folder,
    html: Html = None,
    course: Course = None,
    json: Json = False,
    plain: Plain = False,
    projector: Projector = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
) -> None:
    """Tell what a class has learned, from the learners' files: the trainer's page, and what stands behind it."""
    if html is not None and (why := why_unwritable(html)):
        raise typer.BadParameter(why, param_hint="--html")
    if projector and json:
        raise typer.BadParameter("JSON tells of learners. Leave one of the two out.", param_hint="--projector")
    from screen.cli.practising.classing import Face, show_class
    from screen.cli.practising.library import open_library

    library = open_library(rulebook, scenarios)
    raise typer.Exit(show_class(folder, course, Face(html, json, plain, projector), library))


def rate(
    folder: Folder,
    rater: Rater,
    tie_break: TieBreak = False,
    plain: Plain = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
) -> None:
    """Rate the notes of a class blind, one by one; a second rater, and a third where two differ."""
    if not rater.strip() or not rater.isprintable():
        raise typer.BadParameter("name whoever rates, in one line.", param_hint="--rater")
    from screen.cli.practising.library import open_library
    from screen.cli.practising.rating import rate_at

    raise typer.Exit(rate_at(open_library(rulebook, scenarios), folder, rater, tie_break=tie_break, plain=plain))
