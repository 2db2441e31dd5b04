"""The words in which a debrief is told, one set for the screen and for the page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screen.practice.closing import Stopped
    from screen.practice.debrief import Advised, Called, Debrief, Effort, Owed
    from screen.practice.facts import Misread
    from screen.practice.path import Parted
    from screen.practice.seen import Conducted
    from screen.practice.words import Said

PATH, PARTS, PARTING = "Your path beside the key's", "Here the paths part", "The one lesson"
HARMLESS = "What differs before that did no harm: it may come at any time."
FACTS, CLAIMED = "Entered otherwise than it showed", "Marked as done, and not done"
SIGNS = {"found": "Signs found", "missed": "Signs missed", "overcalled": "Signs marked that are not there"}
CONDUCT = "Conduct, in order"
NOT_ASKED, OTHERWISE = "What you did not ask, and what it would have shown", "What you asked, and heard otherwise"
CLOSED, BEYOND = "What your own answers closed", "What came after you stopped"
MORE = "Your questions"
ADVICE, DUTIES = "Your advice against the key's", "Clocks, and whom to tell first"
TEACHING, TWIN = "To take away", "Twin"

TRUTHS = {
    "nothing": "nothing was wrong",
    "other-need": "there was a need of another kind",
    "protection": "there was someone whom the law protects; no exploitation was found",
    "exploitation": "there was exploitation, begun or still to come",
}
LEVELS = {"lower": "too low", "right": "the right level", "higher": "too high"}
CELLS = {
    "seen": "you referred, and so does the key",
    "missed": "you did not refer, and the key does",
    "false-alarm": "you referred, and the key does not",
    "rightly-left": "you did not refer, nor does the key",
}
"""The four cells of the 2x2, in words."""
STATES = {"done": "done", "late": "late", "missed": "left out", "broken": "broken", "avoided": "avoided"}
OWED = {"named": "named", "missed": "not named", "overcalled": "named, and not owed"}
SURE = {1: "a guess", 2: "unsure", 3: "fairly sure", 4: "sure", 5: "certain"}
LATER = "This first look has another half, where asking may show something else. It comes in thirty days."


def plain_id(name: str) -> str:
    """A disposition's id as words: `refer-now` is refer now."""
    return name.replace("-", " ")


def cited(sources: tuple[str, ...], most: int | None = None) -> str:
    """The ids of sources: `cbp.01, 18 USC 1592`; with `most`, the first of them and how many more."""
    if most is None or len(sources) <= most:
        return ", ".join(sources)
    return f"{', '.join(sources[:most])} and {len(sources) - most} more"


def said(point: "Said") -> str:
    """A text and its sources."""
    return f"{point.text} ({cited(point.sources)})"


def ruled(line: "Said", *, broken: bool = False) -> str:
    """A line of conduct, so that a prohibition reads as one; beside a move not to be made, what to do instead."""
    if line.kind == "do-not":
        return f"Do not: {said(line)}"
    return f"{'Instead' if broken else 'Conduct'}: {said(line)}"


def summary(debrief: "Debrief") -> tuple[str, ...]:
    """In a few lines: what was true, what was advised, what was found."""
    signs, own, key = [each.state for each in debrief.signs], plain_id(debrief.advice.own), plain_id(debrief.advice.key)
    found, missed, overcalled = (signs.count(state) for state in ("found", "missed", "overcalled"))
    changed = "The scenario or the rulebook has changed since; this holds your steps against the key as it is now."
    return (
        f"In this scenario {TRUTHS[debrief.truth]}.",
        f"You advised {own}, the key {key}: {level_words(debrief.advice)}.",
        f"Signs: {found} found, {missed} missed, {overcalled} marked that are not there.",
        *([changed] if debrief.changed else []),
    )


def level_words(advice: "Advised") -> str:
    """The level of the own advice; a right one to which wrong facts or signs led is told as that."""
    chance = advice.level == "right" and not advice.stands
    return "the right level, but not by what showed" if chance else LEVELS[advice.level]


def fact(each: "Misread") -> str:
    """A fact that was entered otherwise than it showed."""
    showed = "What showed was" if each.looked else "You had not looked; it shows"
    return f"{each.title}: you entered {each.own_words}. {showed}: {each.shows}"


def parting(parted: "Parted | None") -> tuple[str, ...]:
    """The first point where the paths part."""
    if parted is None:
        return ("Your path never parts from the key's.",)
    if parted.stopped is not None:
        return stopped(parted.stopped)
    if parted.broken:
        return (
            f"You did what is not to be done: {parted.done_text}",
            *(ruled(each, broken=True) for each in parted.conduct),
        )
    lines = [f"Due was: {parted.due_text}"] if parted.due else []
    lines.append(f"You did: {parted.done_text}" if parted.done else "You ended without it.")
    if parted.why:
        lines.append(f"Why: {parted.why}")
    return (*lines, *map(ruled, parted.conduct))


def stopped(stop: "Stopped") -> tuple[str, ...]:
    """Where the learner stopped, and why the key went on."""
    lines = [f"You stopped {stop.title[:1].lower()}{stop.title[1:]}; the key went on."]
    lines += [f"Because: {said(each)}" for each in stop.because]
    if stop.found:
        lines.append(f"Only there showed: {'; '.join(stop.found)}")
    if len(lines) == 1:
        lines.append("Because: nothing seen before is no answer yet to what is asked there.")
    return tuple(lines)


def conducted(each: "Conducted") -> tuple[str, ...]:
    """What is said of a move under its name; of one that was done or avoided, nothing."""
    if each.state in ("done", "avoided"):
        return ()
    after = (f"It came after: {each.before}",) if each.before else ()
    rules = (ruled(rule, broken=each.state == "broken") for rule in each.rules)
    return (*after, *([each.why] if each.why else []), *rules)


def advised(advice: "Advised") -> tuple[str, ...]:
    """The own advice, where the own marks lead, and the key with its reasons."""
    own, reached, key = (plain_id(each) for each in (advice.own, advice.reached, advice.key))
    if advice.reached == advice.own:
        marks = f"Your marks lead by the rulebook to {reached} too."
    else:
        marks = f"Your marks lead by the rulebook to {reached}."
    return (
        f"Yours: {own}, {level_words(advice)}. How sure you were: {advice.confidence} of 5, {SURE[advice.confidence]}.",
        marks,
        f"The key: {key}.",
        *(f"Because: {said(each)}" for each in advice.because),
        f"Referred or not: {CELLS[advice.cell]}.",
    )


def owed(duty: "Owed") -> str:
    """A duty: `not named: HHS notice, to HHS OTIP, within 24 h (22 USC 7105)`."""
    within = duty.within if not duty.within[0].isdigit() else f"within {duty.within}"
    return f"{OWED[duty.state]}: {duty.title}, to {duty.to}, {within} ({duty.source})"


def called(contact: "Called") -> str:
    """Whom to tell first."""
    own = contact.own_title or "nobody"
    if contact.state == "none":
        return "First to tell: the key names nobody." + (f" You named {own}." if contact.own else "")
    if contact.state == "right":
        return f"First to tell: {contact.key_title}. Right."
    return f"First to tell: {contact.key_title}. You named: {own}."


def effort(each: "Effort") -> tuple[str, ...]:
    """How much was asked, and what of it more than needed. Without a clock there is no time to tell."""
    time = (
        f" To the private talk: {each.private_after // 60} min {each.private_after % 60} s."
        if each.private_after
        else ""
    )
    less = "" if each.needless or each.again or each.in_front else " Nothing more than needed."
    lines = [f"You looked or asked {times(each.asked)}.{less}{time}"]
    if each.needless:
        lines.append(f"Asked when the advice was settled; no harm, but they wait: {' | '.join(each.needless)}")
    if each.again:
        lines.append(f"Asked again what was answered: {times(each.again)}.")
    if each.in_front:
        lines.append(f"Asked a private question while others listened: {times(each.in_front)}.")
    return tuple(lines)


def times(number: int) -> str:
    """How often, in words."""
    return "once" if number == 1 else f"{number} times"
