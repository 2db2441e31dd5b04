"""A box of a poster: lines of text and marks, in a rectangle just high enough for them."""

from typing import TYPE_CHECKING, NamedTuple

from screen.workshop.drawing.letters import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

PAD = 7
INK, MUTED, PATH, WHITE = "#16202b", "#45525e", "#1d5b6f", "#ffffff"


class Style(NamedTuple):
    """How a line is written."""

    size: float
    bold: bool = False
    italic: bool = False
    ink: str = INK
    middle: bool = False


STYLES = {
    "title": Style(36, bold=True),
    "lead": Style(16, ink=MUTED),
    "head": Style(20, bold=True, ink=WHITE),
    "subhead": Style(15, bold=True),
    "item": Style(13, bold=True),
    "text": Style(12.5),
    "only": Style(12, italic=True, ink="#6b3410"),
    "tag": Style(11, ink=MUTED),
    "number": Style(10.5, bold=True, ink=WHITE, middle=True),
    "hollow": Style(10.5, bold=True, ink=PATH, middle=True),
    "place": Style(17, bold=True, middle=True),
    "aside": Style(12.5, ink=WHITE),
    "guard": Style(19, bold=True, ink=WHITE),
    "guarded": Style(14.5, ink=WHITE),
}


class Said(NamedTuple):
    """A text of a box: its style, how far in it stands, the gap above it, the mark before it, its quiet end."""

    text: str
    style: str
    indent: float = 0
    above: float = 3
    mark: str = ""
    tail: str = ""


class Line(NamedTuple):
    """A line of text by its left end and its foot, and what of it is written quietly."""

    x: float
    y: float
    text: str
    style: str
    tail: str = ""


class Mark(NamedTuple):
    """A small picture by its centre."""

    kind: str
    x: float
    y: float


class Box(NamedTuple):
    """Lines and marks inside a rectangle. `look`: how it is filled. `keeps`: it does not stand last in a column."""

    width: float
    height: float
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    look: str = "bare"
    keeps: bool = False


def box(said: "Iterable[Said]", wide: float, look: str = "bare", pad: float = PAD, *, keeps: bool = False) -> Box:
    """The texts one under the other, in a box just high enough."""
    lines, marks, y = list[Line](), list[Mark](), pad
    for each in said:
        style = STYLES[each.style]
        x, y = pad + each.indent, y + each.above
        if each.mark:
            marks.append(Mark(each.mark, x - 11, y + style.size * 0.68))
        texts = wrapped(f"{each.text} {each.tail}", wide - pad - x, style.size, bold=style.bold)
        for text, tail in _tailed(texts, len(each.tail.split())):
            lines.append(Line(x, y + style.size, text, each.style, tail))
            y += style.size * 1.22
    return Box(wide, y + pad, tuple(lines), tuple(marks), look, keeps)


def _tailed(texts: list[str], last: int) -> "list[tuple[str, str]]":
    """Each line, parted from those of its words that are among the last so many of all."""
    parted: list[tuple[str, str]] = []
    for text in reversed(texts):
        said = text.split(" ")
        quiet = min(last, len(said))
        last -= quiet
        cut = len(said) - quiet
        parted.append((" ".join(said[:cut]), " ".join(said[cut:])))
    return parted[::-1]
