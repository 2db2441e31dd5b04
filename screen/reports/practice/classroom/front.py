"""The front: the figures of the trainer's page behind the advice, in the order in which a trainer asks for them."""

from typing import TYPE_CHECKING

from screen.core.suppression import LEAST
from screen.practice.classroom.group import Share
from screen.reports.practice.classroom.names import TOO_FEW, Names, counted, spread, told
from screen.reports.practice.classroom.sheet import Bars, Part, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screen.practice.classroom.conduct import Parted
    from screen.practice.classroom.page import Breakdown
    from screen.practice.classroom.signs import Sign

DONE = Bars((("right", "in time"), ("below", "late"), ("rest", "left out")))
AVOIDED = Bars((("right", "avoided"), ("above", "done all the same")))
RIGHT = Bars((("right", "right"), ("rest", "not right")))
MISSED = Bars((("below", "missed"), ("rest", "found")))
OVERCALLED = Bars((("above", "marked, and not there"), ("rest", "rightly not marked")))
INSTEAD = 3
"""So many things that were done instead, and so many steps with as many, are told each by itself."""


def sign_part(found: "Breakdown", names: Names) -> Part:
    """The signs missed most and overcalled most."""
    missed = tuple(_sign(each, each.missed, names, names.missed(each.id)) for each in found.missed)
    overcalled = tuple(_sign(each, each.overcalled, names, names.overcalled(each.id)) for each in found.overcalled)
    tables = (
        Table("Missed most, of the times each was there", ("sign", "missed"), missed, MISSED),
        Table("Overcalled most, of the times each was not there", ("sign", "marked"), overcalled, OVERCALLED),
    )
    none = [
        words for rows, words in ((missed, "No sign was missed."), (overcalled, "None was overcalled.")) if not rows
    ]
    return Part("signs", "Signs", tuple(none), tuple(each for each in tables if each.rows))


def _sign(sign: "Sign", share: Share, names: Names, notes: tuple[str, ...]) -> Row:
    lengths = (share.many, share.of - share.many)
    return Row(f"{names.sign(sign.id)} [{sign.id}]", (counted(share.many, share.of),), lengths, notes)


def conduct_part(found: "Breakdown", names: Names) -> Part:
    """Conduct in order, by what the keys ask for, and what was due where most paths part from the key's."""
    done = tuple(_done(names.step(each.move), each.done, each.late) for each in found.steps if each.done.of)
    avoided = tuple(_avoided(names.step(each.move), each.avoided) for each in found.steps if each.avoided.of)
    tables = (
        Table("To be done", ("step", "in time", "late"), done, DONE),
        Table("Not to be done", ("step", "avoided"), avoided, AVOIDED),
    )
    never = f"Paths that never part from the key's: {told(found.parted.paths)}."
    says = (*_parted(found.parted, names), never)
    return Part("conduct", "Conduct, in order", says, tuple(each for each in tables if each.rows))


def _parted(parted: "Parted", names: Names) -> "Iterable[str]":
    """What was due where most paths part; of several with as many, each."""
    if not parted.of:
        return
    due = [f'"{names.step(name)}"' if name else "nothing more" for name in parted.due]
    share = counted(parted.times, parted.of)
    if len(due) > 1:
        rest = f"; and at {len(due) - INSTEAD} more" if len(due) > INSTEAD else ""
        which = f"Due was {'; '.join(due[:INSTEAD])}{rest}."
        yield f"Paths part most often at {len(due)} steps, as often at each ({share} that part). {which}"
        return
    first = "The first step where most paths part" if parted.is_most else "Paths part most often here"
    yield f"{first}: due was {due[0]}. {share} that part."
    done = [(f'"{names.step(name)}"' if name else "they ended", times) for name, times in parted.instead.most_common()]
    more = sum(times for _, times in done[INSTEAD:])
    told_ = [f"{words} {times}" for words, times in done[:INSTEAD]]
    yield f"Instead: {', '.join((*told_, *([f'something else {more}'] if more else [])))}."


def _done(words: str, done: Share, late: int) -> Row:
    if not done.is_told:
        return Row(words, (TOO_FEW, ""))
    return Row(words, (counted(done.many, done.of), str(late)), (done.many, late, done.of - done.many - late))


def _avoided(words: str, avoided: Share) -> Row:
    if not avoided.is_told:
        return Row(words, (TOO_FEW,))
    return Row(words, (counted(avoided.many, avoided.of),), (avoided.many, avoided.of - avoided.many))


def word_part(found: "Breakdown") -> Part:
    """Words: what the notes name, as two raters saw it."""
    notes = found.notes
    waiting = [f"Rated once: {notes.once}. A second rater has not seen them."] if notes.once else []
    ties = (
        [f"Open ties: {notes.ties}. A third decides: htscreen practice rate FOLDER --tie-break."] if notes.ties else []
    )
    if not notes.verified:
        first = "No note has two ratings yet: htscreen practice rate FOLDER --rater NAME."
        return Part("words", "Words", (first, *waiting, *ties))
    if notes.counts is None:
        return Part("words", "Words", (f"Verified notes: {notes.verified}, from {TOO_FEW}.", *waiting, *ties))
    kinds = (
        ("named", "Name what was seen or said"),
        ("looks", "Looks, opinion or identity"),
        ("both", "Both of these"),
        ("neither", "Neither"),
    )
    rows = tuple(
        Row(words, (counted(count, notes.verified),), (count, notes.verified - count))
        for kind, words in kinds
        for count in (notes.counts.get(kind, 0),)
    )
    bars = Bars((("right", "of the verified notes"), ("rest", "the others")))
    return Part("words", "Words", (*waiting, *ties), (Table("Verified notes", ("", "notes"), rows, bars),))


def duty_part(found: "Breakdown") -> Part:
    """Duties: the right clock, and the right contact first."""
    shares = (("The right clocks named, and no other", found.clocks), ("The right contact named first", found.contacts))
    return Part(
        "duties", "Duties", (), (Table("Duties", ("", "right"), tuple(_share(*each) for each in shares), RIGHT),)
    )


def _share(words: str, share: Share) -> Row:
    lengths = (share.many, share.of - share.many) if share.of and share.is_told else ()
    return Row(words, (told(share),), lengths)


def confidence_part(found: "Breakdown") -> Part:
    """Confidence against right, in five rows."""
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
        "Confidence against right",
        says,
        (Table("Right at each confidence", ("how sure", "right"), rows, RIGHT),),
    )


def effort_part(found: "Breakdown") -> Part:
    """Effort: needless questions, and the minutes to the private talk."""
    needless, private = found.needless, found.private
    asked = spread(needless, "questions") if needless else TOO_FEW
    says = (
        f"Asked, and could not change the advice, for each attempt: {asked}.",
        f"Minutes to the private talk: {spread(private, 'min')}, of {private.of} talks." if private
        else "Minutes to the private talk: too few had one to tell.",
    )  # fmt: skip
    return Part("effort", "Effort", says)


def later_part(found: "Breakdown") -> Part:
    """Before and after, on the halves of pairs."""
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
        "later", "Before and after", says, (Table("Advice at the right level", ("", "right"), tuple(rows), RIGHT),)
    )
