"""Doubts: changes that can lower or withhold somebody's advice, or give it too early, and that no solver compares."""

from typing import TYPE_CHECKING, NamedTuple

from screen.workshop.comparing.asking import asked_otherwise
from screen.workshop.comparing.changes import ORDER, edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.policy import Rule
    from screen.workshop.comparing.changes import Edit, Path

_WHOLLY = ("stages", "conditions", "do_not_run_when", "stop_when")
_IN_PART = {"items": ("reason", "ask_when", "after_stop", "options"), "dispositions": ("stops",)}
"""What decides which answers a book with `complete: required` waits for: whole parts of it, and keys of entries."""


class Doubt(NamedTuple):
    """Where something was changed, and what that may take away, or give too early."""

    path: "Path"
    words: str


def doubts(old: "Book", new: "Book") -> "tuple[Doubt, ...]":
    """What may take away or give too early, each place once: and whatever changes what is asked or what is said."""
    found = {doubt.path: doubt for doubt in _taking_away(old, new)}
    for path in asked_otherwise(old, new):
        if not any(path[: len(known)] == known for known in found):
            found[path] = Doubt(path, "what is asked, or what an answer says, is not the same")
    return tuple(found.values())


def _taking_away(old: "Book", new: "Book") -> "Iterator[Doubt]":
    """Every rule that speaks on fewer days, every option that says less, and what a result waits for."""
    yield from _withholding(old, new)
    spoke = {rule.id: rule for rule in old.rulebook.rules}
    for rule in new.rulebook.rules:
        if rule.id in spoke and _speaks_less(spoke[rule.id], rule):
            yield Doubt(("rules", rule.id, "valid"), "the rule speaks on fewer days")
    for item in new.rulebook.items:
        if item.id in old.item:
            yield from _of_item(old, new, item.id)


def _withholding(old: "Book", new: "Book") -> "Iterator[Doubt]":
    """A result that is withheld now, or given now; and where both withhold it, whatever changes how long."""
    before, after = old.rulebook.complete, new.rulebook.complete
    if before != after:
        words = "the result is withheld" if after == "required" else "the result is no longer withheld"
        yield Doubt(("complete",), f"{words} until everything is answered")
    elif after == "required":
        for edit in edits(old.rulebook, new.rulebook):
            if _is_waited_for(edit):
                yield Doubt(edit.path, "what a result waits for is not the same")


def _is_waited_for(edit: "Edit") -> bool:
    head, rest = edit.path[0], edit.path[2:]
    if edit.kind != "policy" or edit.path[-1] == ORDER:
        return False
    if head == "items" and rest[:1] == ("options",):
        return rest[2:3] in ((), ("ask_when",))
    return head in _WHOLLY or (head in _IN_PART and rest[:1] in ((), *((key,) for key in _IN_PART[head])))


def _speaks_less(before: "Rule", after: "Rule") -> bool:
    (began, ended), (begins, ends) = _days(before), _days(after)
    return begins > began or ends < ended


def _days(rule: "Rule") -> tuple[str, str]:
    """The first and the last day on which a rule speaks, as texts that sort."""
    valid = rule.valid
    return (valid.from_ or "", valid.until or "9999-99-99") if valid else ("", "9999-99-99")


def _of_item(old: "Book", new: "Book", item: str) -> "Iterator[Doubt]":
    before, after = old.item[item], new.item[item]
    said = {option.id: option for option in before.options}
    for option in after.options:
        if option.id in said:
            here: Path = ("items", item, "options", option.id)
            for sign in said[option.id].shows:
                if sign in new.bit and sign not in option.shows:
                    yield Doubt((*here, "shows"), f"{sign} is no longer shown")
            yield from _of_facts(new, (*here, "sets"), said[option.id].sets, option.sets)
    yield from _of_facts(new, ("items", item, "otherwise"), before.otherwise, after.otherwise)


def _of_facts(new: "Book", path: "Path", before: dict[str, str], after: dict[str, str]) -> "Iterator[Doubt]":
    """Each fact that is no longer set, or to a value that is not known to protect as much."""
    for fact, value in before.items():
        if fact in new.fact and after.get(fact) != value and not _is_higher(new, fact, value, after.get(fact)):
            yield Doubt((*path, fact), f"{value} is no longer set")


def _is_higher(new: "Book", fact: str, value: str, now: str | None) -> bool:
    level = new.level[fact]
    return now is not None and value in level and level[now] > level[value] and new.fact[fact].order != "none"
