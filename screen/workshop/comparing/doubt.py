"""Doubts: changes that can lower somebody's advice, and that lie outside the answers which a solver compares."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screen.core.book import Book
    from screen.core.shape.policy import Rule
    from screen.workshop.comparing.changes import Path


class Doubt(NamedTuple):
    """Where something was changed, and what that may take away."""

    path: "Path"
    words: str


def doubts(old: "Book", new: "Book") -> "Iterator[Doubt]":
    """Every rule that speaks on fewer days, every option that says less than it did, and a result now withheld."""
    if (old.rulebook.complete, new.rulebook.complete) == ("no", "required"):
        yield Doubt(("complete",), "the result is withheld until everything is answered")
    spoke = {rule.id: rule for rule in old.rulebook.rules}
    for rule in new.rulebook.rules:
        if rule.id in spoke and _speaks_less(spoke[rule.id], rule):
            yield Doubt(("rules", rule.id, "valid"), "the rule speaks on fewer days")
    for item in new.rulebook.items:
        if item.id in old.item:
            yield from _of_item(old, new, item.id)


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
