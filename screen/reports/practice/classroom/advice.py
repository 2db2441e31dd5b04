"""The advice: how many clean travellers were referred, who advised lower or higher, and the 2x2, in words."""

from typing import TYPE_CHECKING

from screen.practice.classroom.group import Share
from screen.practice.classroom.mark import CLEAN
from screen.reports.practice.classroom.names import TOO_FEW, Names, counted
from screen.reports.practice.classroom.sheet import Bars, Part, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.practice.classroom.levels import Level
    from screen.practice.classroom.page import Whole

LEVELS = Bars((("below", "lower"), ("right", "right"), ("above", "higher")))
CELL_BARS = Bars((("below", "missed"), ("right", "seen, or rightly left"), ("above", "false alarm")))
FEW_PLAYED = f"Played by too few ({TOO_FEW})."
HIGHER = "Clean travellers advised higher than the key"


def level_part(whole: "Whole", levels: "tuple[Level, ...] | None", names: Names) -> Part:
    """The right level, and first of all how many clean travellers were referred."""
    rows = by_title(levels or (), names) if names.for_room else (_level(each, names) for each in levels or ())
    tables = (Table("Advice by scenario", ("scenario", "lower", "right", "higher"), tuple(rows), LEVELS),)
    says = (
        f"Clean: nothing was wrong, or another kind of help was needed ({', '.join(CLEAN)}). Lower this figure first.",
        f"Advice at the right level: {counted(whole.right.many, whole.right.of)}.{_alike(whole.right)}",
        *((f"{HIGHER}: {whole.higher.of}: {_higher(whole.higher)}.",) if whole.higher and whole.higher.of else ()),
    )
    return Part("level", "Right level", says, tables if levels else (), _figure(whole.clean))


def _figure(clean: Share | None) -> str:
    if clean is None:
        return f"Clean travellers were played by {TOO_FEW}"
    if not clean.of:
        return "No clean traveller was played"
    return f"{counted(clean.many, clean.of)} clean travellers were referred"


def _alike(right: Share) -> str:
    """What all alike means for what follows."""
    if right.many in (0, right.of):
        return f" All {'right' if right.many else 'wrong'}: what tells learners or scenarios apart cannot be reckoned."
    return ""


def _level(each: "Level", names: Names) -> Row:
    if each.learners is None:
        return Row(names.scenario(each.scenario), ("", "", ""), (), (FEW_PLAYED,))
    lengths = (each.lower, each.right, each.higher)
    notes = (f"Clean, of those higher: {_higher(each.clean)}.",) if each.clean and each.clean.of else ()
    return Row(names.scenario(each.scenario), tuple(map(str, lengths)), lengths, notes)


def _higher(clean: Share) -> str:
    return f"referred {clean.many}, only asked more {clean.of - clean.many}"


def by_title(levels: "Iterable[Level]", names: Names) -> tuple[Row, ...]:
    """The levels with twins in one row, since a room that sees two of one title knows that there is another half."""
    sums = dict[str, tuple[int, int, int] | None]()
    for each in levels:
        title = names.scenario(each.scenario)
        lower, right, higher = sums.get(title) or (0, 0, 0)
        if each.learners is None:
            sums.setdefault(title, None)
        else:
            sums[title] = (lower + each.lower, right + each.right, higher + each.higher)
    return tuple(
        Row(title, tuple(map(str, lengths)), lengths) if lengths else Row(title, ("", "", ""), (), (FEW_PLAYED,))
        for title, lengths in sums.items()
    )


def cell_part(whole: "Whole") -> Part:
    """The 2x2 over the class, in counts."""
    seen, alarms = whole.seen, whole.alarms
    rows = (
        _cell_row("To be referred", seen, ("seen", "missed"), (1, 0)),
        _cell_row("Not to be referred", alarms, ("false alarm", "rightly left"), (2, 1)),
    )
    table = Table("Over the class, attempts", ("the key", "referred", "not referred"), rows, CELL_BARS)
    return Part("cells", "Referred, and to be referred", (), (table,))


def _cell_row(label: str, share: Share | None, words: tuple[str, str], places: tuple[int, int]) -> Row:
    """A row of the 2x2; `places`: where on the bar those stand who were referred, and those who were not."""
    if share is None or not share.of:
        return Row(label, (TOO_FEW if share is None else "none played", ""))
    lengths, counts = [0, 0, 0], (share.many, share.of - share.many)
    for place, count in zip(places, counts, strict=True):
        lengths[place] = count
    cells = tuple(f"{word} {counted(count, share.of)}" for word, count in zip(words, counts, strict=True))
    return Row(label, cells, tuple(lengths))
