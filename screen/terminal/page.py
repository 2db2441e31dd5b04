"""The end page: what to do now, then why; two screens of 80 columns by 24 rows."""

from typing import TYPE_CHECKING

from screen.core.booth import is_fit
from screen.core.branch import is_asked
from screen.reports.facts import ends_by, opened, outcome_line
from screen.terminal.console import COLUMNS, ROWS, wrapped
from screen.terminal.letters import printable
from screen.terminal.wording import title_of

if TYPE_CHECKING:
    from screen.core.shape.policy import Contact
    from screen.reports.facts import Result

Lines = list[str]
ROOM = ROWS - 1
"""The last row is for the prompt."""


def advice_page(result: "Result", *, plain: bool = False) -> Lines:
    """What to do now and what not to do, in at most 23 lines."""
    lines = [_label("advice", result.title, plain=plain)]
    advice = result.advice
    if advice is not None:
        lines += [*_wrap(advice.lead), *_wrap(_unknown(result))]
        if advice.do:
            lines += ["Do now", *_numbered(advice.do)]
        if advice.do_not:
            lines += ["Do not", *(line for text in advice.do_not for line in _wrap(text, " - ", "   "))]
        if advice.close:
            lines += _wrap(advice.close)
    else:
        lines += _wrap(_unknown(result))
    if result.assessment.withheld:
        lines += _wrap(
            "This rulebook gives a result only when all that can still be asked is answered, and each reason that it "
            "asks for is written."
        )
    return [printable(line) for line in lines]


def reasons_page(
    result: "Result", contacts: "tuple[Contact, ...]", *, plain: bool = False, full: bool = False
) -> Lines:
    """What was noted together, why, what is still unknown, duties, contacts. `full`: however long it gets."""
    safe = result.book.rulebook.safeguards
    sections = [
        (_counted(result, plain=plain), 5),
        (_findings(result), 3),
        (_why(result), 2),
        (_wrap(outcome_line(result)) if not result.is_booth else [], 0),
        (_rests_on(result), 0),
        (_not_next(result), 0),
        (_duties(result), 8),
        (_routes(result), 0),
        (_contacts(contacts, booth=result.is_booth), 2),
        (_wrap(f"Advice of rulebook {result.book.rulebook.edition}. {safe.decision or ''}"), 3),
    ]  # together no more than ROOM: what is sure of its lines, so that clocks that run are seen
    lines: Lines = []
    if full:
        for section, _ in sections:
            lines += section
        lines += [*_duty_notes(result), *_unknown_ids(result)]
        return [printable(line) for line in lines]
    spare = ROOM - sum(min(len(section), least) for section, least in sections)
    for section, least in sections:
        room = least + spare
        cut = [*section[: room - 1], f"  ... {len(section) - room + 1} more: m"] if room else []
        shown = section if len(section) <= room else cut
        spare -= max(len(shown) - least, 0)
        lines += shown
    return [printable(line) for line in lines]


def _label(name: str, text: str, *, plain: bool) -> str:
    return f"{name}: {text}" if plain else text


def _wrap(text: str, indent: str = "", hang: str | None = None) -> Lines:
    return wrapped(text, indent, hang).split("\n") if text else []


def _numbered(texts: tuple[str, ...]) -> Lines:
    return [line for number, text in enumerate(texts, start=1) for line in _wrap(text, f" {number} ", "   ")]


def _unknown(result: "Result") -> str:
    """How much is not known: the gaps first, so that nothing reads as a clearance."""
    book, evidence, answers = result.book, result.assessment.evidence, result.screening.answers
    open_ = {item for stage in book.rulebook.stages if _is_stage_open(result, stage.id) for item in stage.items}
    states = [answer.state for answer in answers.values()]
    said = (
        f"Asked {len(answers)} of {len(open_ | answers.keys())}." if answers else "",
        f"Declined {states.count('declined')}." if "declined" in states else "",
        f"Could not tell {states.count('could-not-tell')}." if "could-not-tell" in states else "",
    )
    counts = (
        (evidence.declined.bit_count(), "declined"),
        (evidence.could_not_tell.bit_count(), "could not tell"),
        (evidence.not_asked.bit_count(), "still open"),
    )
    signs = ", ".join(f"{count} {name}" for count, name in counts if count) or "none left open"
    return " ".join((*filter(None, said), f"Of {len(book.bit)} signs: {signs}."))


def _is_stage_open(result: "Result", stage: str) -> bool:
    return is_asked(result.book, f"stage:{stage}", result.assessment.evidence.answered)


def _unknown_ids(result: "Result") -> Lines:
    book, evidence = result.book, result.assessment.evidence
    lines: Lines = []
    for name, mask in (
        ("Could not tell", evidence.could_not_tell),
        ("Declined", evidence.declined),
        ("Not asked, or not by every question", evidence.not_asked),
    ):
        ids = [each for each in book.ids(mask) if not result.is_booth or is_fit(each)]
        if ids:
            lines += _wrap(f"{name}: {', '.join(ids)}", "", "  ")
    for answer in evidence.aside:
        lines += _wrap(f"Set aside, not counted: {answer.item}: {', '.join(answer.picked) or answer.state}", "", "  ")
    return lines


def _counted(result: "Result", *, plain: bool) -> Lines:
    """How many facts occur together in how many of the means: a small matrix, or its words where that is too wide."""
    book, safe = result.book, result.book.rulebook.safeguards
    means = book.means
    columns = {
        group.id: group.title
        for group in book.rulebook.groups
        if group.id in means or result.counts.get(group.id, (0, 0))[0]
    }
    if not result.findings:
        first = safe.counted if result.assessment.rules else safe.clearance
        return _wrap(f"No sign noted. {first or ''} {safe.silence or ''}")
    hit = sum(result.counts.get(name, (0, 0))[1] > 0 for name in means)
    facts = len(result.clusters)
    many = "" if facts == 1 else "s"
    spread = f", in {hit} of {len(means)} means" if means else ""
    lead = f"Signs noted together: {facts} fact{many}{spread}. {safe.counted or ''}"
    width = max((len(title) for title in columns.values()), default=0) + 3
    if plain or 8 + width * len(columns) > COLUMNS:
        words = "; ".join(
            f"{title}: facts {result.counts[name].clusters}, signs {result.counts[name].indicators}"
            for name, title in columns.items()
            if name in result.counts
        )
        return [*_wrap(lead), *_wrap(words)]
    rows = [" " * 8 + "".join(title.rjust(width) for title in columns.values())]
    for label, part in (("facts", 1), ("signs", 0)):
        cells = (result.counts.get(name, (0, 0))[part] for name in columns)
        rows.append(label.ljust(8) + "".join(str(cell or "-").rjust(width) for cell in cells))
    return [*_wrap(lead), *rows] if columns else _wrap(lead)


def _findings(result: "Result") -> Lines:
    lines: Lines = []
    for finding in result.findings:
        title = finding.booth_title if result.is_booth else finding.title
        learned, many = ", ".join(finding.learned), " ..." if finding.sources[1:] else ""
        lines += _wrap(f"* {title} ({learned}; {finding.sources[0] if finding.sources else 'ours'}{many})", "", "  ")
    return lines


def _why(result: "Result") -> Lines:
    reached = [rule for rule in result.assessment.rules if rule.disposition == result.assessment.told]
    if result.is_booth:
        fit = " ".join(rule.because for rule in reached if is_fit(rule.because))
        return _wrap(f"Why: {fit}" if fit else "", "", "  ")
    return [line for rule in reached for line in _wrap(f"Why: {rule.because} ({rule.id})", "", "  ")]


def _rests_on(result: "Result") -> Lines:
    """Without which findings it would fall, or which smallest sets of them would each be enough."""
    sets = result.rests_on
    if not sets:
        return []
    booth = result.is_booth
    titles = ["; ".join(title_of(result.book.indicator[name], booth=booth) for name in some) for some in sets[:3]]
    alone = all(len(some) == 1 for some in sets)
    lead = "Rests on" if alone else "Any one of these sets is enough"
    return _wrap(f"{lead}: {' | '.join(titles)}{' | ...' if sets[3:] else ''}.", "", "  ")


def _not_next(result: "Result") -> Lines:
    if result.next_up is None or result.is_booth:
        return []
    book, (disposition, _, fewest) = result.book, result.next_up
    titles = "; ".join(title_of(book.indicator[name], booth=result.is_booth) for name in fewest)
    return _wrap(f"Why not {disposition.replace('-', ' ')}: needs {len(fewest)} more, such as: {titles}.", "", "  ")


def _duties(result: "Result") -> Lines:
    """What is owed, and by when; at the booth only what can stand there, and how much more there is."""
    soonest = sorted(result.duties, key=lambda owed: owed.ends.timestamp() if owed.ends else float("inf"))
    texts = [f"! {o.duty.title}: {o.duty.to}, {ends_by(o)}; {o.duty.source}" for o in soonest]
    shown = [text for text in texts if not result.is_booth or is_fit(text)]
    if shown != texts:
        shown.append(f"! {len(texts) - len(shown)} more, told in secondary.")
    return [line for text in shown for line in _wrap(text, "", "  ")]


def _duty_notes(result: "Result") -> Lines:
    """What the rulebook remarks on a duty; told where the page may be as long as it likes."""
    notes = (f"{owed.duty.title}: {owed.duty.note}" for owed in result.duties if owed.duty.note)
    return [line for text in notes if not result.is_booth or is_fit(text) for line in _wrap(text, "", "  ")]


def _routes(result: "Result") -> Lines:
    """The other help that what was answered opens: `~ Fear of going back: ...`."""
    lines: Lines = []
    for route in opened(result):
        text = f"{route.title}: {route.text}"
        lines += _wrap(text if is_fit(text) or not result.is_booth else route.title, "~ ", "  ")
    return lines


def _contacts(contacts: "tuple[Contact, ...]", *, booth: bool) -> Lines:
    """Whom to call; at the booth without addresses on the web, whose names tell what they are for."""
    lines: Lines = []
    for contact in contacts:
        title = contact.booth_title if booth and contact.booth_title else contact.title
        numbers = ", ".join(each for each in contact.numbers if not booth or "." not in each)
        text = f"{title}{': ' + numbers if numbers else ''}"
        lines += _wrap(text if not booth or is_fit(text) else f"{contact.id}: told in secondary", "> ", "  ")
    return lines
