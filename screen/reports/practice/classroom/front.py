"""The front: the ten figures of the trainer's page in words, in the order in which a trainer asks for them."""

from typing import TYPE_CHECKING

from screen.practice.classroom.group import LEAST, Share
from screen.practice.classroom.mark import CLEAN
from screen.reports.practice.classroom.names import TOO_FEW, Names, counted, spread, told
from screen.reports.practice.classroom.sheet import Bars, Part, Row, Table

if TYPE_CHECKING:
    from screen.practice.classroom.conduct import Step
    from screen.practice.classroom.levels import Level
    from screen.practice.classroom.page import Breakdown, Whole
    from screen.practice.classroom.signs import Sign

LEVELS = Bars((("below", "lower"), ("right", "right"), ("above", "higher")))
DONE = Bars((("right", "in time"), ("below", "late"), ("rest", "left out")))
AVOIDED = Bars((("right", "avoided"), ("above", "done all the same")))
RIGHT = Bars((("right", "right"), ("rest", "not right")))
CELL_BARS = Bars((("below", "missed"), ("right", "seen, or rightly left"), ("above", "false alarm")))
MISSED = Bars((("below", "missed"), ("rest", "found")))
OVERCALLED = Bars((("above", "marked, and not there"), ("rest", "rightly not marked")))
NO_BREAKDOWN = (
    "Under five learners nothing is broken down by scenario, sign, step or learner: it would tell of persons. "
    "Each learner has their own debrief."
)


def level_part(whole: "Whole", levels: "tuple[Level, ...] | None", names: Names) -> Part:
    """1. The right level, and first of all how many clean travellers were referred."""
    rows = (_level(each, names) for each in levels or ())
    tables = (Table("Advice by scenario", ("scenario", "lower", "right", "higher"), tuple(rows), LEVELS),)
    says = (
        f"Clean: nothing was wrong, or another kind of help was needed ({', '.join(CLEAN)}). Lower this figure first.",
        f"Advice at the right level: {counted(whole.right.many, whole.right.of)}.{_alike(whole.right)}",
    )
    return Part("level", "1. Right level", says, tables if levels else (), _figure(whole.clean))


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
        return Row(names.scenario(each.scenario), ("", "", ""), (), (f"Played by too few ({TOO_FEW}).",))
    lengths = (each.lower, each.right, each.higher)
    return Row(names.scenario(each.scenario), tuple(map(str, lengths)), lengths)


def cell_part(whole: "Whole") -> Part:
    """2. The 2x2 over the class, in counts."""
    seen, alarms = whole.seen, whole.alarms
    rows = (
        _cell_row("To be referred", seen, ("seen", "missed"), (1, 0)),
        _cell_row("Not to be referred", alarms, ("false alarm", "rightly left"), (2, 1)),
    )
    table = Table("Over the class, attempts", ("the key", "referred", "not referred"), rows, CELL_BARS)
    return Part("cells", "2. Referred, and to be referred", (), (table,))


def _cell_row(label: str, share: Share | None, words: tuple[str, str], places: tuple[int, int]) -> Row:
    """A row of the 2x2; `places`: where on the bar those stand who were referred, and those who were not."""
    if share is None or not share.of:
        return Row(label, (TOO_FEW if share is None else "none played", ""))
    lengths, counts = [0, 0, 0], (share.many, share.of - share.many)
    for place, count in zip(places, counts, strict=True):
        lengths[place] = count
    cells = tuple(f"{word} {counted(count, share.of)}" for word, count in zip(words, counts, strict=True))
    return Row(label, cells, tuple(lengths))


def sign_part(found: "Breakdown", names: Names) -> Part:
    """3. The signs missed most and overcalled most."""
    missed = tuple(_sign(each, each.missed, names) for each in found.missed)
    overcalled = tuple(_sign(each, each.overcalled, names) for each in found.overcalled)
    tables = (
        Table("Missed most", ("sign", "missed of the times it was there"), missed, MISSED),
        Table("Overcalled most", ("sign", "marked of the times it was not there"), overcalled, OVERCALLED),
    )
    none = [
        words for rows, words in ((missed, "No sign was missed."), (overcalled, "None was overcalled.")) if not rows
    ]
    return Part("signs", "3. Signs", tuple(none), tuple(each for each in tables if each.rows))


def _sign(sign: "Sign", share: Share, names: Names) -> Row:
    lengths = (share.many, share.of - share.many)
    return Row(f"{names.sign(sign.id)} [{sign.id}]", (counted(share.many, share.of),), lengths, names.ordinary(sign.id))


def conduct_part(found: "Breakdown", names: Names) -> Part:
    """4. Conduct in order, and where most paths part from the key's."""
    tables = (
        Table("To be done", ("step", "in time", "late"), _steps(found, names, "do"), DONE),
        Table("Not to be done", ("step", "avoided"), _steps(found, names, "do-not"), AVOIDED),
    )
    shown = tuple(each for each in tables if each.rows)
    parted, says = (
        found.parted,
        f"Paths that never part from the key's: {told(found.parted.paths._replace(many=found.parted.never))}.",
    )
    if parted.parting is None:
        return Part("conduct", "4. Conduct, in order", (says,), shown)
    done = f'they did: "{names.step(parted.parting.done)}"' if parted.parting.done else "they ended without it"
    due = f'due was: "{names.step(parted.parting.due)}"' if parted.parting.due else "nothing more was due"
    most = f"Most paths first part here: {due}; {done}. {told(parted.paths)} paths."
    return Part("conduct", "4. Conduct, in order", (most, says), shown)


def _steps(found: "Breakdown", names: Names, kind: str) -> tuple[Row, ...]:
    kinds = {move.id: move.kind for move in names.pack.moves}
    return tuple(_step(each, names, kind) for each in found.steps if kinds.get(each.move) == kind)


def _step(step: "Step", names: Names, kind: str) -> Row:
    late = kind == "do"
    if not step.kept.is_told:
        return Row(names.step(step.move), (TOO_FEW, "") if late else (TOO_FEW,))
    kept, of = step.kept.many, step.kept.of
    if not late:
        return Row(names.step(step.move), (counted(kept, of),), (kept, of - kept))
    return Row(names.step(step.move), (counted(kept, of), str(step.late)), (kept, step.late, of - kept - step.late))


def word_part(found: "Breakdown") -> Part:
    """5. Words: what the notes name, as two raters saw it."""
    notes = found.notes
    waiting = [f"Rated once: {notes.once}. A second rater has not seen them."] if notes.once else []
    ties = (
        [f"Open ties: {notes.ties}. A third decides: htscreen practice rate FOLDER --tie-break."] if notes.ties else []
    )
    if not notes.verified:
        first = "No note has two ratings yet: htscreen practice rate FOLDER --rater NAME."
        return Part("words", "5. Words", (first, *waiting, *ties))
    if notes.counts is None:
        return Part("words", "5. Words", (f"Verified notes: {notes.verified}, from {TOO_FEW}.", *waiting, *ties))
    kinds = (
        ("named", "Name what was seen or said"),
        ("looks", "Looks, opinion or identity"),
        ("mixed", "Both, or neither"),
    )
    rows = tuple(
        Row(words, (counted(count, notes.verified),), (count, notes.verified - count))
        for kind, words in kinds
        for count in (notes.counts.get(kind, 0),)
    )
    bars = Bars((("right", "of the verified notes"), ("rest", "the others")))
    return Part("words", "5. Words", (*waiting, *ties), (Table("Verified notes", ("", "notes"), rows, bars),))


def duty_part(found: "Breakdown") -> Part:
    """6. Duties: the right clock, and the right contact first."""
    shares = (("The right clocks named, and no other", found.clocks), ("The right contact named first", found.contacts))
    return Part(
        "duties", "6. Duties", (), (Table("Duties", ("", "attempts"), tuple(_share(*each) for each in shares), RIGHT),)
    )


def _share(words: str, share: Share) -> Row:
    lengths = (share.many, share.of - share.many) if share.of and share.is_told else ()
    return Row(words, (told(share),), lengths)


def confidence_part(found: "Breakdown") -> Part:
    """7. Confidence against right, in five rows."""
    rows = tuple(
        Row(f"{each.confidence} of 5", (TOO_FEW,))
        if each.attempts is None
        else Row(f"{each.confidence} of 5", (counted(each.right, each.attempts) if each.attempts else "nobody",),
                 (each.right, each.attempts - each.right) if each.attempts else ())
        for each in found.certainties
    )  # fmt: skip
    says = ("Sure and not right is what to talk about first.",)
    return Part(
        "confidence",
        "7. Confidence against right",
        says,
        (Table("Right at each confidence", ("how sure", "right"), rows, RIGHT),),
    )


def effort_part(found: "Breakdown") -> Part:
    """8. Effort: needless questions, and the minutes to the private talk."""
    needless, private = found.needless, found.private
    asked = spread(needless, "questions") if needless else TOO_FEW
    says = (
        f"Asked, and could not change the advice, for each attempt: {asked}.",
        f"Minutes to the private talk: {spread(private, 'min')}, of {private.of} talks." if private
        else "Minutes to the private talk: too few had one to tell.",
    )  # fmt: skip
    return Part("effort", "8. Effort", says)


def later_part(found: "Breakdown") -> Part:
    """9. Before and after, on the halves of pairs."""
    rows: list[Row] = []
    for words, later in (("within thirty days", found.soon), ("thirty days later or more", found.late)):
        if later.before.of and later.before.learners >= LEAST:
            rows += [
                _share(f"First half of a pair ({words} the other half)", later.before),
                _share(f"Other half, {words}", later.after),
            ]
        else:
            rows.append(Row(f"Other half, {words}", ("too few played both halves to tell",)))
    says = (
        "The same learners on the same pairs: first one half, later the other, which begins with the same first look.",
    )
    return Part(
        "later", "9. Before and after", says, (Table("Advice at the right level", ("", "right"), tuple(rows), RIGHT),)
    )
