"""A comparison in words: who is advised otherwise, by which answers and rules, and what else was changed."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from screen.workshop.comparing.changes import Edit
from screen.workshop.logic.telling import Told, story_words

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.workshop.comparing.comparison import Advised, Comparison
    from screen.workshop.comparing.difference import Owed, Reclassed
    from screen.workshop.comparing.tally import Tally
    from screen.workshop.logic.story import Story


class Side(NamedTuple):
    """One of the two rulebooks: where it was read, its edition, its hash."""

    path: str
    edition: str
    sha256: str


WAYS = {"lower": "Lower", "higher": "Higher", "no-order": "No order between them"}
UNDECIDED = "NOT DECIDED: the time ran out."
NOTHING_SHARED = "The two share no disposition, so nothing can be compared. Are they editions of one rulebook?"
EVERY_RULE_SPEAKS = "Days on which rules speak were changed. What is compared above takes every rule to speak."
LONGEST = 80
"""As many letters of a changed text are shown."""


def comparison_lines(books: "tuple[Book, Book]", sides: tuple[Side, Side], found: "Comparison") -> Iterator[Told]:
    """The whole comparison, the sentences that matter most last. A paragraph at depth 0 is a heading."""
    for name, side in zip(("Old", "New"), sides, strict=True):
        yield Told(f"{name}: edition {side.edition} ({side.path})")
    parts = (
        ("Advised otherwise", (told for each in found.advised for told in _advised(books, each))),
        ("Classed otherwise", (told for each in found.reclassed for told in _reclassed(books, each))),
        ("Duties", (told for each in found.duties for told in _owed(books, each))),
        (DOUBTS, (Told(f"{shown(each.path)}: {each.words}", 1) for each in found.doubts)),
        *((f"Known answers: {each.title}", tally_lines(each)) for each in found.tallies),
        ("Without a partner", (Told(text, 1) for text in partnerless_words(found))),
        *((head, (Told(edit_words(each), 1) for each in edits)) for head, edits in edit_groups(found)),
    )
    for head, lines in parts:
        inside = tuple(lines)
        if inside:
            yield Told(head)
            yield from inside
    if speaks_otherwise(found):
        yield Told(EVERY_RULE_SPEAKS)
    yield Told(" ".join(summary(found)))


DOUBTS = "May lower somebody's advice, withhold it or give it, and is not among the answers compared"


def _advised(books: "tuple[Book, Book]", each: "Advised") -> Iterator[Told]:
    move = each.move
    yield Told(f"{WAYS[move.direction]}: {move.old} -> {move.new}", 1)
    yield _story(books, move.story)
    if move.story is not None:
        yield Told(f"Old: {move.old}, {by(each.old_rules)}. New: {move.new}, {by(each.new_rules)}.", 2)


def by(rules: tuple[str, ...]) -> str:
    """The rules by which something is advised."""
    return f"by {', '.join(rules)}" if rules else "by no rule"


def _story(books: "tuple[Book, Book]", story: "Story | None") -> Told:
    return Told(UNDECIDED if story is None else f"{story_words(story, *books)}.", 2)


def _reclassed(books: "tuple[Book, Book]", each: "Reclassed") -> Iterator[Told]:
    yield Told(f"{each.table}: {each.old or 'no such table'} -> {each.new or 'no such table'}", 1)
    yield _story(books, each.story)


def _owed(books: "tuple[Book, Book]", each: "Owed") -> Iterator[Told]:
    yield Told(f"{'Newly owed' if each.is_owed_now else 'No longer owed'}: {duty_words(books, each.duty)}", 1)
    yield _story(books, each.story)


def duty_words(books: "tuple[Book, Book]", duty: str) -> str:
    """What is owed, and its id."""
    titles = (each.title for book in books for each in book.rulebook.duties if each.id == duty)
    return f"{next(titles)} ({duty})"


def tally_lines(tally: "Tally") -> Iterator[Told]:
    """Where each old disposition leads now, who moved, and what one of the books does not know."""
    yield Told(f"{tally.size} in all, {len(tally.moved)} advised otherwise", 1)
    for old in dict.fromkeys(old for old, _ in tally.counts):
        same = tally.counts.get((old, old), 0)
        gone = [f"{count} now {new}" for (one, new), count in tally.counts.items() if one == old != new]
        yield Told(f"{old}: {', '.join([f'{same} as before', *gone])}", 1)
    for each in tally.moved:
        yield Told(f"{WAYS[each.direction]}: {each.name}: {each.old} -> {each.new}", 1)
    if told := unknown_words(tally):
        yield Told(told, 1)


def unknown_words(tally: "Tally") -> str:
    """How many of the answers one of the books does not know; "" if both know all."""
    numbers = (("old", tally.unknown_old), ("new", tally.unknown_new))
    told = [f"{count} that the {which} rulebook does not know" for which, count in numbers if count]
    return f"Answers {' and '.join(told)}: not asked there" if told else ""


def partnerless_words(found: "Comparison") -> Iterator[str]:
    """Ids that only one of the books has, by kind."""
    for is_new in (False, True):
        for kind in dict.fromkeys(each.kind for each in found.partnerless if each.is_new == is_new):
            ids = (each.id for each in found.partnerless if (each.kind, each.is_new) == (kind, is_new))
            yield f"Only in the {'new' if is_new else 'old'} rulebook, {kind}: {', '.join(ids)}"


def edit_groups(found: "Comparison") -> tuple[tuple[str, tuple[Edit, ...]], ...]:
    """Every changed value under the heading of its kind."""
    policy = [each for each in found.edits if each.kind == "policy"]
    return (
        ("Policy that is weighed", tuple(each for each in policy if each.is_weighed)),
        ("Policy that is not weighed: what is asked, when, and the like", _unweighed(found)),
        ("Wording", _of_kind(found.edits, "wording")),
        ("Contacts", _of_kind(found.edits, "contact")),
        ("Sources", _of_kind(found.edits, "source")),
    )


def _unweighed(found: "Comparison") -> tuple[Edit, ...]:
    return tuple(each for each in found.edits if each.kind == "policy" and not each.is_weighed)


def _of_kind(edits: Iterable[Edit], kind: str) -> tuple[Edit, ...]:
    return tuple(each for each in edits if each.kind == kind)


def edit_words(edit: Edit) -> str:
    """A change in a line: where it is, what was there, what is there now."""
    old, new = shortened(edit.old, edit.new)
    if edit.old is None:
        return f"{shown(edit.path)}: added: {new}"
    return f"{shown(edit.path)}: left out: {old}" if edit.new is None else f"{shown(edit.path)}: {old} -> {new}"


def shown(path: tuple[str, ...]) -> str:
    """A path in a line; no id has a slash."""
    return "/".join(path)


def shortened(old: str | None, new: str | None) -> tuple[str, str]:
    """Both texts cut to a length that can be read, from a little before the first letter that differs."""
    texts = (old or "", new or "")
    pairs = enumerate(zip(*texts, strict=False))
    alike = next((place for place, (one, other) in pairs if one != other), min(map(len, texts)))
    start = texts[0].rfind(" ", 0, max(alike - LONGEST // 4, 0)) + 1 if alike > LONGEST // 2 else 0
    one, other = (_cut(text, start) for text in texts)
    return one, other


def _cut(text: str, start: int) -> str:
    head, rest = "... " if start else "", text[start:]
    if len(rest) <= LONGEST:
        return head + rest
    end = rest.rfind(" ", LONGEST // 2, LONGEST)
    return f"{head}{rest[: end if end > 0 else LONGEST]} ..."


def speaks_otherwise(found: "Comparison") -> bool:
    """Whether the days were changed on which a rule speaks."""
    return any(each.path[0] == "rules" and each.path[2:3] == ("valid",) for each in found.edits)


def summary(found: "Comparison") -> Iterator[str]:
    """What matters most, in sentences."""
    if not found.comparable:
        yield NOTHING_SHARED
        return
    for way, words in (("higher", "higher"), ("no-order", "to what has no order with it"), ("lower", "lower")):
        pairs = [each.move for each in found.advised if each.move.story and each.move.direction == way]
        if pairs:
            yield f"Advised {words}: {', '.join(f'{each.old} -> {each.new}' for each in pairs)}."
    ways = [each.direction for tally in found.tallies for each in tally.moved]
    for count, words in (
        (sum(each.story is not None for each in found.duties), "Duties owed otherwise"),
        (sum(each.story is not None for each in found.reclassed), "Pairs of outcomes that changed hands"),
        (ways.count("lower"), "Known answers advised lower"),
        (ways.count("no-order"), "Known answers led to what has no order with it, or withheld by one of the two"),
        (len(found.doubts), "Changes that may lower advice, withhold it or give it, not among the answers compared"),
        (len(_unweighed(found)), "Changes of policy that are not weighed, such as what is asked"),
        (found.undecided, "Not decided, so nobody knows"),
    ):
        if count:
            yield f"{words}: {count}."
    if found.undecided:
        yield "Give it more time with --limit."
    if not found.lowers:
        yield "Nobody is advised lower." if found.advised else "Nobody is advised otherwise."
