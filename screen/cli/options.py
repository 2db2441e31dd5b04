"""The options that commands share."""

from pathlib import Path
from typing import Annotated

import typer

Plain = Annotated[bool, typer.Option("--plain", help="Plain lines: no styles, for screen readers and logs.")]
Json = Annotated[bool, typer.Option("--json", help="JSON with stable keys, for programs.")]
RulebookPath = Annotated[
    Path | None, typer.Option("--rulebook", help="Another rulebook: a folder, or one file. Also HTSCREEN_RULEBOOK.")
]
Secondary = Annotated[bool, typer.Option("--secondary", help="Begin in secondary.")]
Note = Annotated[Path | None, typer.Option("--note", help="Write the case note to this new file at the end.")]
