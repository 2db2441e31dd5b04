"""What is written about the program is held against it."""

import inspect
import json
import pkgutil
import re
import runpy
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args
from xml.etree import ElementTree as ET

import pytest
from pydantic import BaseModel
from pydantic.json_schema import SkipJsonSchema
from typer.main import get_command

from screen.cli.app import app
from screen.cli.scheming import read_meanings
from screen.core import checks, shape
from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.checks import check_book
from screen.core.expected import misfits_of
from screen.core.given import misfits, screening_of
from screen.core.shape import (
    attempt,
    claim,
    condition,
    course,
    indicator,
    interview,
    local,
    mapping,
    pack,
    policy,
    rates,
    rulebook,
    scenario,
    source,
)
from screen.core.shape.answers import Answers
from screen.core.shape.case import Case, CaseFile
from screen.core.shape.condition import Frozen
from screen.core.shape.rulebook import Rulebook
from screen.reports.document import document
from screen.reports.facts import result_of
from screen.storage.cases import read_cases
from screen.storage.reading import read, read_rulebook
from screen.terminal.keys import KEYS
from screen.workshop.mutating.trial import differences, evidence_of

ROOT = Path(__file__).parent.parent
README, OFFICER, AUTHOR = ROOT / "README.md", ROOT / "docs" / "officer.md", ROOT / "docs" / "rulebook.md"
PAGES = (README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
SCENARIOS = ROOT / "docs" / "scenarios.md"
EXPORT = ROOT / "docs" / "export.md"
TEXT = {page: page.read_text("utf-8") for page in PAGES}
MEANINGS = read_meanings()
FENCE = re.compile(r"^( *)```([^\n]*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)

INSTALL = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/htscreen"
TEST = "python3 -m venv .venv && .venv/bin/pip install '.[test]' && .venv/bin/pytest"

SECTIONS: dict[type[Frozen], tuple[Path, str]] = {
    condition.Where: (AUTHOR, "Choices of indicators"),
    condition.Present: (AUTHOR, "Present"),
    condition.Stands: (AUTHOR, "Stands"),
    condition.Is: (AUTHOR, "Is"),
    condition.All: (AUTHOR, "All, any, named"),
    condition.Any_: (AUTHOR, "All, any, named"),
    condition.Named: (AUTHOR, "All, any, named"),
    condition.AtLeast: (AUTHOR, "At least"),
    condition.Each: (AUTHOR, "Points"),
    condition.Level: (AUTHOR, "Points"),
    condition.Points: (AUTHOR, "Points"),
    condition.Passed: (AUTHOR, "Passed, reached"),
    condition.Reached: (AUTHOR, "Passed, reached"),
    indicator.Translation: (AUTHOR, "A phrase"),
    indicator.Grade: (AUTHOR, "A grade"),
    indicator.Indicator: (AUTHOR, "An indicator"),
    interview.Fact: (AUTHOR, "A fact"),
    interview.Option: (AUTHOR, "An option"),
    interview.Item: (AUTHOR, "An item"),
    interview.Stage: (AUTHOR, "A stage"),
    policy.Advice: (AUTHOR, "Advice"),
    policy.Disposition: (AUTHOR, "A disposition"),
    policy.Valid: (AUTHOR, "A rule"),
    policy.Rule: (AUTHOR, "A rule"),
    policy.Duty: (AUTHOR, "A duty"),
    policy.Clock: (AUTHOR, "A clock"),
    policy.Row: (AUTHOR, "A table"),
    policy.Table: (AUTHOR, "A table"),
    policy.Route: (AUTHOR, "A route"),
    policy.Conduct: (AUTHOR, "A line of conduct"),
    policy.Contact: (AUTHOR, "A contact"),
    policy.Explanation: (AUTHOR, "An explanation"),
    rulebook.Language: (AUTHOR, "A language"),
    rulebook.Group: (AUTHOR, "A group"),
    rulebook.Safeguards: (AUTHOR, "Safeguards"),
    rulebook.Rulebook: (AUTHOR, "The rulebook"),
    source.Source: (AUTHOR, "The register"),
    source.SourceItem: (AUTHOR, "The register"),
    source.Reference: (AUTHOR, "The register"),
    source.Sources: (AUTHOR, "The register"),
    claim.Claim: (AUTHOR, "A claim"),
    local.LocalContact: (OFFICER, "Whom to call, and the port's own file"),
    local.Local: (OFFICER, "Whom to call, and the port's own file"),
    course.Course: (ROOT / "docs" / "trainer.md", "The course"),
    mapping.TrainerMapping: (EXPORT, "The mapping"),
    mapping.MappedLearner: (EXPORT, "A learner"),
    Answers: (OFFICER, "Advice for a file of answers"),
    Case: (AUTHOR, "A case"),
    CaseFile: (AUTHOR, "A file of cases"),
    scenario.Scenario: (SCENARIOS, "A scenario"),
    pack.Reveal: (SCENARIOS, "What shows"),
    scenario.Reaction: (SCENARIOS, "What happens"),
    scenario.Key: (SCENARIOS, "The key"),
    scenario.Point: (SCENARIOS, "A teaching point"),
    scenario.Turn: (SCENARIOS, "A turn"),
    pack.Pack: (SCENARIOS, "The pack"),
    pack.Country: (SCENARIOS, "A country"),
    pack.Move: (SCENARIOS, "A move"),
    pack.Order: (SCENARIOS, "What comes first"),
    rates.Rates: (SCENARIOS, "Base rates"),
    rates.Study: (SCENARIOS, "A study"),
    rates.Remark: (SCENARIOS, "A remark"),
    attempt.Attempt: (SCENARIOS, "An attempt"),
    attempt.Outcome: (SCENARIOS, "An outcome"),
    attempt.Step: (SCENARIOS, "A step"),
}
"""Each declared shape, and the page and heading under which its keys are explained."""


class Command(NamedTuple):
    """A command as it is typed, and its options."""

    name: str
    options: tuple[str, ...]


def commands(command: Any, name: str = "htscreen") -> Iterator[Command]:  # noqa: ANN401 - typer's own click is not typed
    """The command and all under it."""
    yield Command(name, tuple(option for each in command.params for option in each.opts if option.startswith("-")))
    for inner, each in getattr(command, "commands", {}).items():
        yield from commands(each, f"{name} {inner}")


COMMANDS = tuple(commands(get_command(app)))


def section(page: Path, heading: str) -> str:
    """What stands under a heading, up to the next of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}$(.*?)(?=^#|\Z)", without_code(TEXT[page]), re.DOTALL | re.MULTILINE)
    assert found is not None, f"{page.name} has no heading {heading!r}"
    return found[1]


def without_code(text: str) -> str:
    return FENCE.sub("", text)


def explained(text: str) -> set[str]:
    """The words that stand in the first column of a table."""
    return {word for row in re.findall(r"^\| (.*?) \|", text, re.MULTILINE) for word in re.findall(r"`([^`]+)`", row)}


def flat(text: str) -> str:
    return " ".join(text.split())


def blocks(kind: str) -> list[str]:
    """The fenced blocks of this kind in all pages."""
    return [
        inspect.cleandoc("\n" + body) + "\n"
        for text in TEXT.values()
        for _, info, body in FENCE.findall(text)
        if info == kind
    ]


def keys(shape_: type[BaseModel]) -> list[str]:
    """The keys of a shape as YAML writes them."""
    return [
        field.alias or name
        for name, field in shape_.model_fields.items()
        if not any(isinstance(note, cast("type", SkipJsonSchema)) for note in field.metadata)
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_each_of_its_options_is_documented(command: Command) -> None:
    documented = "\n".join(TEXT[page] for page in (README, *PAGES[2:]))
    assert re.search(rf"`{command.name}[`\s]", documented)
    assert [option for option in command.options if not re.search(rf"`[^`\n]*{option}\b", documented)] == []


def test_every_command_that_the_pages_name_is_one() -> None:
    named = {match for text in TEXT.values() for match in re.findall(r"`(htscreen(?: [a-z]+)*)[` ]", text)}
    assert named - {command.name for command in COMMANDS} == set()


def test_every_key_is_explained_to_officers() -> None:
    known = explained(section(OFFICER, "Keys"))
    assert {*KEYS, "u", "d", "0", "k"} <= known | {"k"}
    assert "`k`" in section(OFFICER, "Keys")
    assert set(KEYS) <= explained(section(README, "Keys"))


def test_every_declared_shape_has_its_place_in_the_pages() -> None:
    declared = {
        each
        for found in pkgutil.iter_modules(shape.__path__)
        for each in vars(import_module(f"{shape.__name__}.{found.name}")).values()
        if inspect.isclass(each) and issubclass(each, Frozen) and each is not Frozen
    }
    assert declared == set(SECTIONS)


@pytest.mark.parametrize("declared", SECTIONS, ids=lambda declared: declared.__name__)
def test_every_key_of_a_shape_is_explained(declared: type[Frozen]) -> None:
    assert set(keys(declared)) - explained(section(*SECTIONS[declared])) == set()


def meanings_under(page: Path, heading: str) -> set[tuple[str, str]]:
    """Each key in the tables of a section, and its meaning as an editor shows it: a sentence without links."""
    found = set()
    for names, told in re.findall(r"^\| (`.*?) \| (.*?) \|", section(page, heading), re.MULTILINE):
        plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", told).replace("*", "").rstrip(".")
        found |= {(name, f"{plain[0].upper()}{plain[1:]}.") for name in re.findall(r"`([^`]+)`", names)}
    return found


@pytest.mark.parametrize("declared", SECTIONS, ids=lambda declared: declared.__name__)
def test_a_key_means_the_same_in_the_pages_and_in_an_editor(declared: type[Frozen]) -> None:
    own = {(key, MEANINGS.get((declared.__name__, key))) for key in keys(declared) if key in own_keys(declared)}
    assert own - meanings_under(*SECTIONS[declared]) == set()


def own_keys(declared: type[Frozen]) -> set[str]:
    """The keys that a shape declares itself; the others it has from the shape that it extends."""
    return {name.rstrip("_") for name in declared.__annotations__}


def test_no_key_is_explained_that_no_shape_has() -> None:
    for place in set(SECTIONS.values()):
        known = {key for each, where in SECTIONS.items() if where == place for key in keys(each)}
        tables = re.findall(r"^\| key \|.*?(?=^(?!\|)|\Z)", section(*place), re.DOTALL | re.MULTILINE)
        written = {word for table in tables for word in explained(table)}
        assert written - known - {*JSON_KEYS} == set()


@pytest.mark.parametrize("kind", [get_args(each)[1].tag for each in get_args(get_args(condition.Condition)[0])])
def test_every_kind_of_condition_is_explained_also_where_things_are_unknown(kind: str) -> None:
    tables = section(AUTHOR, "Conditions").split("What unknown answers do to each:")
    assert all(kind in explained(table) for table in tables)


def test_every_check_is_listed() -> None:
    listed = flat(section(AUTHOR, "What the check finds"))
    found = [
        inspect.getdoc(each) or name
        for module in pkgutil.iter_modules(checks.__path__)
        for name, each in vars(import_module(f"{checks.__name__}.{module.name}")).items()
        if inspect.isfunction(each) and name.startswith("check_") and name != "check_book"
    ]
    assert [text for text in found if flat(text.split("\n\n")[0]) not in listed] == []


def test_every_variable_of_the_surroundings_that_the_program_reads_is_documented() -> None:
    source_ = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "screen").rglob("*.py")))
    read_ = {name for line in source_.splitlines() if "environ" in line for name in re.findall(r'"([A-Z_]{4,})"', line)}
    assert read_ >= {"HTSCREEN_RULEBOOK", "HTSCREEN_LOCAL", "ACCESSIBLE", "NO_COLOR", "TERM"}
    assert {name for name in read_ if not any(name in text for text in TEXT.values())} == set()


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings have, as GitHub makes them."""
    heads = re.findall(r"^#+ (.*)$", without_code(TEXT[page]), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", without_code(TEXT[page])):
        if link.startswith("https://"):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_the_two_commands_for_a_new_machine_stand_in_the_readme() -> None:
    assert f"`{INSTALL}`" in TEXT[README]
    assert f"`{TEST}`" in TEXT[README]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_path_of_the_machine_it_was_written_on(page: Path) -> None:
    assert not re.search(r"(?<![\w.%~/])/(?:work|tmp|home|root|Users|var|opt)/|[A-Z]:\\", TEXT[page])
    assert str(ROOT) not in TEXT[page]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_of_a_page_is_at_most_120_columns_wide_outside_tables_and_pictures(page: Path) -> None:
    wide = [line for line in TEXT[page].splitlines() if len(line) > 120 and not line.startswith(("|", "!["))]
    assert wide == []


def test_the_picture_in_the_readme_is_what_the_program_shows() -> None:
    picture = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    svg = picture["PICTURE"].read_text("utf-8")
    shown: dict[str, str] = {}
    for part in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):  # noqa: S314 - our own file
        if "clip-path" in part.attrib:
            shown[part.attrib["y"]] = shown.get(part.attrib["y"], "") + (part.text or "").rstrip("\n")
    lines = [line.replace("\xa0", " ").rstrip() for line in shown.values()]
    walk = picture["bare"](picture["excerpt"](picture["walked"](plain=False)))
    assert lines == [line.rstrip() for line in walk.split("\n")], "make it anew: python docs/picture.py"


def test_the_picture_asks_the_network_for_nothing() -> None:
    svg = (ROOT / "docs" / "walk.svg").read_text("utf-8")
    assert set(re.findall(r"https?://[^\s\"')]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in svg
    assert "url(#" in svg
    assert not re.search(r"url\((?!#)|href|<script|<image", svg)


def test_the_transcript_is_what_the_program_writes_in_plain_lines() -> None:
    picture = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    assert picture["TRANSCRIPT"].read_text("utf-8") == picture["walked"](plain=True), (
        "make it anew: python docs/picture.py"
    )


EXAMPLES = blocks("yaml rulebook")


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.split("title: ")[1].split("\n")[0])
def test_an_example_of_a_rulebook_loads_and_has_nothing_wrong_and_advises(text: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(text, encoding="utf-8")
    loaded, warnings = read_rulebook(path, Rulebook, check_book)
    book = Book(loaded)
    assert warnings == ()
    everything = Answers(indicators=dict.fromkeys(book.indicator, "present"))
    nothing = Answers(indicators=dict.fromkeys(book.indicator, "absent"))
    unknown = Answers(answers=dict.fromkeys(book.item, "could-not-tell"))
    reached = [assess_screening(book, screening_of(each, None)) for each in (nothing, everything, unknown)]
    dispositions = [each.id for each in loaded.dispositions]
    assert [each.disposition for each in reached] == [dispositions[0], dispositions[-1], dispositions[0]]
    assert reached[2].highest == dispositions[0 if loaded.unanswered == "no" else -1]


def test_the_table_of_the_example_gives_a_class_or_all_that_are_still_possible(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(next(text for text in EXAMPLES if "tables:" in text), encoding="utf-8")
    book = Book(read_rulebook(path, Rulebook, check_book)[0])

    def classes(**states: str) -> list[str]:
        answers = Answers.model_validate(
            {"indicators": {name.replace("_", "-"): state for name, state in states.items()}}
        )
        return cast("list[str]", document(result_of(book, screening_of(answers, None), None), "")["outcomes"])

    rest = {"other_place": "absent", "long_hours": "absent"}
    assert classes(other_job="present", other_pay="present", unpaid="absent", **rest) == ["deceived"]
    assert classes(other_job="present", other_pay="absent", unpaid="absent", **rest) == ["neither"]
    assert classes(other_job="present", other_pay="present", **rest) == ["deceived", "deceived-and-exploited"]
    assert classes(other_job="absent", other_pay="absent", unpaid="present", **rest) == ["not-classified"]


def test_the_examples_of_a_local_file_and_of_answers_are_right(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    (text,) = blocks("yaml local")
    path.write_text(text, encoding="utf-8")
    assert read(path, local.Local).contacts
    (text,) = blocks("yaml answers")
    path.write_text(text, encoding="utf-8")
    assert list(misfits(book, read(path, Answers))) == []


CASES = blocks("yaml cases")


@pytest.mark.parametrize("number", range(len(CASES)))
def test_the_cases_in_the_pages_lead_where_they_say(book: Book, number: int, tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(CASES[number], encoding="utf-8")
    suite = read_cases(path, lambda case: misfits_of(book, case))
    assert [list(differences(book, each.case, evidence_of(book, each.case))) for each in suite.cases] == [
        [] for _ in suite.cases
    ]


JSON_KEYS = (
    "edition", "rulebook_sha256", "disposition", "lowest", "highest", "settled", "present", "counts", "clusters",
    "groups_present", "rules", "rests_on", "next_up", "conditions", "outcomes", "duties", "could_change", "not_asked",
    "could_not_tell", "declined", "warnings",
)  # fmt: skip


def test_every_key_of_the_json_advice_is_explained(book: Book) -> None:
    answers = Answers(indicators={"documents-held": "present"})
    printed = document(result_of(book, screening_of(answers, None), None), "")
    assert tuple(json.loads(json.dumps(printed))) == JSON_KEYS
    assert set(JSON_KEYS) <= explained(section(OFFICER, "Advice for a file of answers"))


def test_the_words_that_the_law_means_stand_in_the_officers_page_as_the_rulebook_has_them(book: Book) -> None:
    page = flat(TEXT[OFFICER])
    for text in book.rulebook.explanations:
        assert f"### {text.title} {flat(text.text)} Source: {', '.join(text.sources)}" in page
    assert f"`?1` to `?{len(book.rulebook.explanations)}`" in page


def test_every_title_of_the_advice_stands_in_the_officers_page(book: Book) -> None:
    for each in book.rulebook.dispositions:
        row = next(
            line for line in section(OFFICER, "What the advice means").splitlines() if f"| `{each.id}` |" in line
        )
        assert all(f"| {title} |" in row for title in each.titles.values())


def test_the_changelog_has_two_headings_a_version_and_the_unreleased_one_first() -> None:
    versions = re.split(r"^## ", TEXT[ROOT / "CHANGELOG.md"], flags=re.MULTILINE)[1:]
    assert versions[0].startswith("[Unreleased]")
    assert all(re.findall(r"^### (.*)$", each, re.MULTILINE) == ["Rulebook", "Program"] for each in versions)
