"""The options that commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

Plain = Annotated[bool, typer.Option("--plain", help="Plain lines: no styles, for screen readers and logs.")]
Json = Annotated[bool, typer.Option("--json", help="JSON with stable keys, for programs.")]
RulebookPath = Annotated[
    Path | None, typer.Option("--rulebook", help="Another rulebook: a folder, or one file. Also HTSCREEN_RULEBOOK.")
]
Secondary = Annotated[bool, typer.Option("--secondary", help="Begin in secondary.")]
Note = Annotated[Path | None, typer.Option("--note", help="Write the case note to this new file at the end.")]
Kind = Literal[
    "rulebook", "rules", "indicators", "sources", "answers", "cases", "scenario", "pack", "rates", "local", "mapping"
]
"""The kinds of file that an author writes, and `rulebook schema` describes."""
Limit = Annotated[
    float, typer.Option("--limit", min=0.001, max=86400, help="Seconds for each question put to the solver.")
]


class Card(StrEnum):
    """The cards for when there is no screen. An enumeration, since typer takes no list of literals."""

    INDICATORS = "indicators"
    FORM = "form"
    PHRASES = "phrases"


Svg = Annotated[Path | None, typer.Option("--svg", help="Write a poster for the wall to this new file.")]
Html = Annotated[Path | None, typer.Option("--html", help="Write one HTML file, a new one, to print.")]
Language = Annotated[str | None, typer.Option("--language", help="The phrase card in this language alone, such as es.")]
Cases = Annotated[
    Path | None, typer.Option("--cases", help="A file of cases, or a folder; else tests/cases/ of the rulebook.")
]
Quick = Annotated[bool, typer.Option("--quick", help="The cases alone; no change is tried.")]
Record = Annotated[
    Path | None, typer.Option("--record", help="Write the run as a case for authors to this new file at the end.")
]
Old = Annotated[Path, typer.Argument(help="The old rulebook: a folder, or one file.")]
New = Annotated[Path, typer.Argument(help="The new rulebook.")]
Answers = Annotated[
    Path | None, typer.Option("--answers", help="Count over this file of cases or answers, or a folder of them, too.")
]
Markdown = Annotated[bool, typer.Option("--markdown", help="Markdown, for a change log.")]
Scenarios = Annotated[
    Path | None, typer.Option("--scenarios", help="Another folder of scenarios. Also HTSCREEN_SCENARIOS.")
]
Results = Annotated[Path | None, typer.Option("--results", help="Another folder of results. Also HTSCREEN_PRACTICE.")]
Group = Annotated[str, typer.Option("--group", help="The class in which it is played.")]
Learner = Annotated[str | None, typer.Option("--learner", help="The learner's pseudonym. Also HTSCREEN_LEARNER.")]
ScenarioId = Annotated[str | None, typer.Argument(help="A scenario's id; htscreen practice list shows them.")]
Seed = Annotated[int, typer.Option("--seed", help="The number to draw by; the same number draws the same.")]
Folder = Annotated[Path, typer.Argument(exists=True, help="The folder with the learners' files, or one of the files.")]
Course = Annotated[Path | None, typer.Option("--course", help="A course, for the sign-off: code, hours, pass rule.")]
Projector = Annotated[bool, typer.Option("--projector", help="For the room: no learner, no file and no twin is told.")]
Rater = Annotated[str, typer.Option("--rater", help="Who rates.")]
TieBreak = Annotated[bool, typer.Option("--tie-break", help="As the third, the notes on which two raters differ.")]
Records = Annotated[Path | None, typer.Option("--records", help="Another records folder. Also HTSCREEN_RECORDS.")]
Identity = Annotated[
    list[Path] | None, typer.Option("--identity", help="The file of a key that opens; may be given several times.")
]
