"""`htscreen practice`: what learners, trainers and the authors of scenarios need."""

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from screen.cli import teaching
from screen.cli.options import (
    Group,
    Html,
    Json,
    Learner,
    Plain,
    Results,
    RulebookPath,
    ScenarioId,
    Scenarios,
    Seed,
)
from screen.cli.unwritable import why_unwritable

app = typer.Typer(help="Practise on scenarios, and teach with them.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def run(  # noqa: PLR0913, PLR0917 - an argument for each option
    scenario: ScenarioId = None,
    learner: Learner = None,
    group: Group = "",
    seed: Annotated[int | None, typer.Option("--seed", help="Play it as this number draws it.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin anew, whatever was left open.")] = False,
    facilitate: Annotated[bool, typer.Option("--facilitate", help="A trainer plays the person.")] = False,
    results: Results = None,
    plain: Plain = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
) -> None:
    """Play a scenario: look, ask, do, mark, advise; then the debrief."""
    from screen.cli.practising.running import Wanted, run_at

    wanted = Wanted(scenario, seed, learner, group, results, new, facilitate)
    run_at(wanted, plain=plain, rulebook=rulebook, scenarios=scenarios)


@app.command("next")
def next_(
    learner: Learner = None,
    group: Group = "",
    results: Results = None,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Play what is due: what you missed or overcalled, before you forget it, among ordinary people."""
    if json:
        from screen.cli.practising.choosing import print_next

        return print_next(learner, results, rulebook=rulebook, scenarios=scenarios)
    from screen.cli.practising.running import Wanted, run_at

    wanted = Wanted(None, None, learner, group, results, anew=False, facilitated=False, due=True)
    return run_at(wanted, plain=plain, rulebook=rulebook, scenarios=scenarios)


@app.command()
def draw(
    scenario: ScenarioId = None,
    seed: Seed = 1,
    whole: Annotated[bool, typer.Option("--whole", help="The whole scenario with its key, as YAML.")] = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Vary a scenario inside what its file allows; the key follows by the rulebook."""
    from screen.cli.practising.drawing import draw_at

    draw_at(scenario, seed, whole=whole, as_json=json, plain=plain, rulebook=rulebook, scenarios=scenarios)


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Scenarios, or folders of them; none: all.")] = None,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
    json: Json = False,
) -> None:
    """Find every fault of scenarios and their pack at once, each with its line and what to do."""
    from screen.cli.practising.checking import check_at

    raise typer.Exit(check_at(tuple(paths or ()), rulebook, scenarios, as_json=json))


@app.command()
def new(  # noqa: PLR0913, PLR0917 - an argument for each option
    file: Annotated[Path | None, typer.Argument(help="The new file; none: named after its id.")] = None,
    from_: Annotated[Path | None, typer.Option("--from", help="Begin from a run recorded with --record.")] = None,
    attempt: Annotated[str | None, typer.Option("--attempt", help="Save a played attempt: its id, or last.")] = None,
    twin_of: Annotated[
        str | None, typer.Option("--twin-of", help="A new half with this scenario's first look.")
    ] = None,
    learner: Learner = None,
    results: Results = None,
    plain: Plain = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
) -> None:
    """Make a scenario from answers to a few prompts, a recorded run, or an attempt that was played."""
    from screen.cli.practising.making import Wanted, make_at

    make_at(
        Wanted(file, from_, attempt, twin_of, learner, results), plain=plain, rulebook=rulebook, scenarios=scenarios
    )


@app.command()
def card(  # noqa: PLR0913, PLR0917 - an argument for each option
    named: Annotated[list[str] | None, typer.Argument(help="Ids of scenarios.", metavar="ID")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every scenario of the folder.")] = False,
    role: Annotated[bool, typer.Option("--role", help="For whoever plays the person.")] = False,
    handout: Annotated[bool, typer.Option("--handout", help="For learners, without the key.")] = False,
    key: Annotated[bool, typer.Option("--key", help="For the trainer: what a good officer does and finds.")] = False,
    html: Html = None,
    seed: Annotated[int | None, typer.Option("--seed", help="As this number draws it.")] = None,
    plain: Plain = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
) -> None:
    """Role cards and hand-outs of scenarios, to read or to print; both, unless one is named."""
    from screen.cli.practising.carding import Kinds, show_cards

    ids = None if every else tuple(dict.fromkeys(named or ()))
    kinds = Kinds(role, handout, key) if role or handout or key else Kinds(role=True, handout=True, key=False)
    raise typer.Exit(show_cards(ids, kinds, html, seed, rulebook, scenarios, plain=plain))


@app.command("list")
def list_(
    trainer: Annotated[bool, typer.Option("--trainer", help="With what is true, the pair and the key.")] = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """List the scenarios; for a trainer, with what would give them away."""
    from screen.cli.practising.listing import list_scenarios

    list_scenarios(rulebook, scenarios, trainer=trainer, as_json=json, plain=plain)


@app.command()
def debrief(  # noqa: PLR0913, PLR0917 - an argument for each option
    attempt: Annotated[str | None, typer.Argument(help="An attempt's id, or a scenario's; none: your last.")] = None,
    figures: Annotated[bool, typer.Option("--figures", help="Your figures over all attempts instead.")] = False,
    learner: Learner = None,
    results: Results = None,
    json: Json = False,
    html: Html = None,
    plain: Plain = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
) -> None:
    """Tell over what you did, beside what a good officer does; or your figures."""
    if html is not None and (why := why_unwritable(html)):
        raise typer.BadParameter(why, param_hint="--html")
    from screen.cli.practising.debriefing import Asked, debrief_at

    asked = Asked(attempt, learner, results, json, html, plain, rulebook, scenarios)
    raise typer.Exit(debrief_at(asked, figures=figures))


@app.command()
def rates(
    json: Json = False,
    html: Html = None,
    plain: Plain = False,
    rulebook: RulebookPath = None,
    scenarios: Scenarios = None,
) -> None:
    """Tell why most referrals are not confirmed and why that is right, and why most show nothing on arrival."""
    if html is not None and (why := why_unwritable(html)):
        raise typer.BadParameter(why, param_hint="--html")
    from screen.cli.practising.rates import show_rates

    raise typer.Exit(show_rates(rulebook, scenarios, as_json=json, html=html, plain=plain))


@app.command()
def export(  # noqa: PLR0913, PLR0917 - an argument for each option
    folder: Annotated[Path, typer.Argument(help="The folder in which the class's files were collected, or one file.")],
    csv: Annotated[Path | None, typer.Option("--csv", help="Write a row an attempt to this new file.")] = None,
    choices: Annotated[Path | None, typer.Option("--choices", help="Write a row a choice to this new file.")] = None,
    xapi: Annotated[Path | None, typer.Option("--xapi", help="Write xAPI statements to this new file.")] = None,
    mapping: Annotated[Path | None, typer.Option("--mapping", help="Your columns, and who your learners are.")] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin the tables with a mark that Excel wants.")] = False,
    group: Annotated[str | None, typer.Option("--group", help="The class, by which it is registered.")] = None,
    registration: Annotated[UUID | None, typer.Option("--registration", help="The class's registration.")] = None,
    base: Annotated[
        str, typer.Option("--base", help="Under which IRI activities are named.")
    ] = "https://htscreen.example/practice/",
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Hand what was practised to a training system; without an option, say what would be written."""
    from screen.cli.practising.exporting import Wanted, export_at, refusal_of

    wanted = Wanted(csv, choices, xapi, mapping, bom, group, registration, base)
    if refused := refusal_of(wanted):
        raise typer.BadParameter(refused)
    raise typer.Exit(export_at(folder, wanted, as_json=json, plain=plain))


app.command("class")(teaching.class_)
app.command()(teaching.rate)
