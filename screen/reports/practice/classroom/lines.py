"""The class page as lines of text: of each table a line a row, and under it a bar of letters."""

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.reports.practice.classroom.sheet import Kind, Part, Row, Sheet, Table

WIDTH = 60
"""The letters of a whole bar."""
LETTERS: "dict[Kind, str]" = {"below": "-", "right": "#", "above": "+", "rest": "."}


class Line(NamedTuple):
    """A line, how far it is indented, and whether it is a heading."""

    text: str
    indent: int = 0
    is_head: bool = False


def sheet_lines(sheet: "Sheet", *, plain: bool) -> "Iterator[Line]":
    """The trainer's page and its foot; what stands behind it is too much for a terminal. Plain: without bars."""
    yield Line(sheet.title, is_head=True)
    yield from map(Line, sheet.notices)
    for name, value in sheet.facts:
        yield Line(f"{name}: {value}")
    for part in (*sheet.front, sheet.foot):
        yield Line("")
        yield from _part(part, plain=plain)
    if sheet.behind:
        yield Line("")
        yield Line("Per learner, sign and scenario, and the agreement: --html FILE, or --json.")


def _part(part: "Part", *, plain: bool) -> "Iterator[Line]":
    yield Line(part.head, is_head=True)
    if part.figure:
        yield Line(f"{part.figure}.")
    yield from map(Line, part.says)
    for table in part.tables:
        yield Line(f"{table.caption}:")
        if table.bars is not None and not plain:
            yield Line(", ".join(f"{LETTERS[kind]} {word}" for kind, word in table.bars.kinds), 2)
        for row in table.rows:
            yield from _row(table, row, plain=plain)


def _row(table: "Table", row: "Row", *, plain: bool) -> "Iterator[Line]":
    heads = table.heads[1:]
    cells = [_cell(head, cell) for head, cell in zip(heads, row.cells, strict=True) if cell]
    yield Line(f"{row.label}: {', '.join(cells)}" if cells else row.label, 2)
    if table.bars is not None and row.lengths and not plain:
        yield Line(bar(tuple(kind for kind, _ in table.bars.kinds), row.lengths), 4)
    for note in row.notes:
        yield Line(note, 4)


def _cell(head: str, cell: str) -> str:
    """`late 3`, or with words `referred: seen 3 of 4`; a cell without a head needs none."""
    return f"{head}{':' if cell[0].isalpha() else ''} {cell}" if head else cell


def bar(kinds: "tuple[Kind, ...]", lengths: tuple[int, ...], width: int = WIDTH) -> str:
    """A bar of letters, as long for every row; a stretch that is there at all has a letter."""
    ends, total, reached = [0], sum(lengths), 0
    for length in lengths:
        reached += length
        ends.append(round(width * reached / total))
    sizes = [after - before for before, after in pairwise(ends)]
    for place, length in enumerate(lengths):
        if length and not sizes[place]:
            sizes[place] = 1
            sizes[sizes.index(max(sizes))] -= 1
    return "".join(LETTERS[kind] * size for kind, size in zip(kinds, sizes, strict=True))
