"""A sheet: what a class page says, as parts with sentences and tables, the same for the screen and for paper."""

from typing import Literal, NamedTuple

Kind = Literal["below", "right", "above", "rest"]
"""What a stretch of a bar stands for: too little, what is right, too much, and all else."""


class Bars(NamedTuple):
    """What the bars of a table show: a word for each kind of stretch, in order."""

    kinds: tuple[tuple[Kind, str], ...]


class Row(NamedTuple):
    """A row: what it is of, a cell under each further head, the lengths of its bar, and lines of small print."""

    label: str
    cells: tuple[str, ...]
    lengths: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


class Table(NamedTuple):
    """A table with its caption and a head over each column; with `bars` each row that has lengths draws one."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    bars: Bars | None = None


class Part(NamedTuple):
    """A part under its heading: one figure that is to be seen first, sentences, and tables."""

    id: str
    head: str
    says: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    figure: str = ""


class Sheet(NamedTuple):
    """A class page. `front` is the trainer's, `behind` what stands behind it; `foot` is what was set aside.

    `notices`: for whom the page is, and what must be known before any figure is read.
    """

    title: str
    notices: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    front: tuple[Part, ...]
    behind: tuple[Part, ...]
    foot: Part
