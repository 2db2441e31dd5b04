"""A rulebook made ready for reckoning: indicators as bits, facts as levels, conditions as tests."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from screen.core.branch import in_order
from screen.core.mention import leaves, mentions
from screen.core.screening import UNANSWERED
from screen.core.truth import Test, compile_test

if TYPE_CHECKING:
    from screen.core.screening import Answer
    from screen.core.shape.condition import Condition, Where
    from screen.core.shape.indicator import Indicator
    from screen.core.shape.interview import Fact, Item
    from screen.core.shape.policy import Rule
    from screen.core.shape.rulebook import Rulebook


class ReadyRule(NamedTuple):
    """A rule with the rank of its disposition and its test."""

    rule: "Rule"
    rank: int
    test: Test


class Book:
    """One rulebook and its tables. A set of indicators is an int with one bit each, in rulebook order."""

    def __init__(self, rulebook: "Rulebook") -> None:
        """Take a valid rulebook: one that `checks` found nothing wrong with."""
        self.rulebook = rulebook
        self.indicator: dict[str, Indicator] = {each.id: each for each in rulebook.indicators}
        self.item: dict[str, Item] = {each.id: each for each in rulebook.items}
        self.fact: dict[str, Fact] = {each.id: each for each in rulebook.facts}
        self.bit = {each.id: 1 << place for place, each in enumerate(rulebook.indicators)}
        self.everything = (1 << len(self.bit)) - 1
        self.place = {each.id: place for place, each in enumerate(rulebook.facts)}
        self.level = {each.id: {value: n for n, value in enumerate(each.values)} for each in rulebook.facts}
        self.rank = {each.id: place for place, each in enumerate(rulebook.dispositions)}
        self.fact_levels = tuple((each.id, self.level[each.id], _unknown(each)) for each in rulebook.facts)
        self.reasoned = tuple((each.id, frozenset(each.reason)) for each in rulebook.facts if each.reason)
        self.clock = {name: 1 << place for place, name in enumerate(rulebook.clocks)}

    def mask(self, ids: Iterable[str]) -> int:
        """These indicators as one set."""
        found = 0
        for each in ids:
            found |= self.bit[each]
        return found

    def ids(self, mask: int) -> tuple[str, ...]:
        """The ids in a set, in rulebook order."""
        if not mask:
            return ()
        return tuple(each for each, bit in self.bit.items() if bit & mask)

    @cached_property
    def clusters(self) -> dict[str, int]:
        """Each cluster's indicators. One that names no cluster is a fact by itself."""
        return self._gather((each.id, each.cluster or each.id) for each in self.rulebook.indicators)

    @cached_property
    def groups(self) -> dict[str, int]:
        """Each group's indicators."""
        return self._gather((each.id, each.group) for each in self.rulebook.indicators)

    @cached_property
    def means(self) -> tuple[str, ...]:
        """The groups that are means: force, fraud, coercion in the shipped rulebook."""
        return tuple(group.id for group in self.rulebook.groups if group.means == "yes")

    @cached_property
    def protecting(self) -> int:
        """The indicators that count as present when they could not be told or were declined."""
        return self._unanswered("protects")

    @cached_property
    def counting_no(self) -> int:
        """The indicators that count as absent when they could not be told or were declined."""
        return self._unanswered("no")

    def _unanswered(self, effect: str) -> int:
        default = self.rulebook.unanswered
        return self.mask(each.id for each in self.rulebook.indicators if (each.unanswered or default) == effect)

    def opens_routes(self, disposition: str) -> bool:
        """Whether this disposition, or one below it, opens the routes to other help."""
        return any(each.routes == "yes" for each in self.rulebook.dispositions[: self.rank[disposition] + 1])

    def _gather(self, pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
        gathered: dict[str, int] = {}
        for indicator, name in pairs:
            gathered[name] = gathered.get(name, 0) | self.bit[indicator]
        return gathered

    def where(self, where: "Where") -> int:
        """The indicators that a `where` picks: keys mean and, a list means any of, none means all."""
        picked = self.everything
        if where.ids is not None:
            picked &= self.mask(where.ids)
        for name, table in (("group", self.groups), ("cluster", self.clusters)):
            if (wanted := getattr(where, name)) is not None:
                picked &= _any(table.get(each, 0) for each in _listed(wanted))
        if where.strength is not None:
            graded = set(_listed(where.strength))
            picked &= self.mask(each.id for each in self.rulebook.indicators if each.strength in graded)
        if where.forms is not None:
            wanted_forms = set(_listed(where.forms))
            picked &= self.mask(each.id for each in self.rulebook.indicators if wanted_forms & set(each.forms))
        if where.set_ is not None:
            picked &= _any(self.where(self.rulebook.sets[each]) for each in _listed(where.set_))
        if where.not_ is not None:
            picked &= ~self.where(where.not_)
        return picked

    @cached_property
    def named(self) -> dict[str, Test]:
        """The tests of the named conditions."""
        return {name: compile_test(self, condition) for name, condition in self.rulebook.conditions.items()}

    @cached_property
    def rules(self) -> tuple[ReadyRule, ...]:
        """The rules, those of the highest disposition first, else in rulebook order."""
        ready = [
            ReadyRule(rule, self.rank[rule.disposition], compile_test(self, rule.when)) for rule in self.rulebook.rules
        ]
        return tuple(sorted(ready, key=lambda each: -each.rank))

    @cached_property
    def staged(self) -> tuple[str, ...]:
        """The items that a stage lists, in the order of the walk."""
        return tuple(dict.fromkeys(item for stage in self.rulebook.stages for item in stage.items))

    def asks_again(self, answer: "Answer") -> bool:
        """Whether what could not be told or was declined is asked again, in a later stage that lists the item."""
        stages = [stage.id for stage in self.rulebook.stages]
        if answer.state not in UNANSWERED or answer.stage not in stages:
            return False
        later = self.rulebook.stages[stages.index(answer.stage) + 1 :]
        return any(answer.item in stage.items for stage in later)

    @cached_property
    def kinds(self) -> tuple[int, ...]:
        """The indicators parted into kinds that no rule tells apart."""
        cuts = {0}
        for rule in self.rulebook.rules:
            for leaf in leaves(self, rule.when):
                cuts.add(mentions(self, leaf).indicators)
                if leaf.kind == "points":
                    cuts.update(self.where(line.each) for line in leaf.points if line.kind == "each")
                if leaf.kind == "at_least" and leaf.of != "indicators":
                    cuts.update((self.clusters if leaf.of == "clusters" else self.groups).values())
        parts = [self.everything] if self.everything else []
        for cut in cuts:
            parts = [half for part in parts for half in (part & cut, part & ~cut) if half]
        return tuple(sorted(parts, key=lambda part: part & -part))

    @cached_property
    def finds(self) -> dict[str, int]:
        """The indicators that each item can find."""
        return {item.id: _any(self.mask(option.shows) for option in item.options) for item in self.rulebook.items}

    @cached_property
    def reach(self) -> dict[str, dict[str, int]]:
        """The highest level to which each item can take each fact that it sets."""
        return {item: {fact: max(levels) for fact, levels in sets.items()} for item, sets in self.settable.items()}

    @cached_property
    def settable(self) -> dict[str, dict[str, frozenset[int]]]:
        """Every level to which each item can take each fact that it sets."""
        settable: dict[str, dict[str, frozenset[int]]] = {}
        for item in self.rulebook.items:
            levels = settable.setdefault(item.id, {})
            for sets in (item.otherwise, *(option.sets for option in item.options)):
                for fact, value in sets.items():
                    levels[fact] = levels.get(fact, frozenset()) | {self.level[fact][value]}
        return settable

    @cached_property
    def singled(self) -> tuple[str, ...]:
        """The facts that rules and named conditions ask for with `is`; none in a monotone book."""
        if self.rulebook.monotone == "yes":
            return ()
        conditions = (*self.rulebook.conditions.values(), *(rule.when for rule in self.rulebook.rules))
        asked = {leaf.fact for each in conditions for leaf in leaves(self, each) if leaf.kind == "is"}
        return tuple(fact for fact in self.fact if fact in asked)

    @cached_property
    def branches(self) -> dict[str, "Condition"]:
        """Each `ask_when`, by item, by `item/option` and by `stage:ID`."""
        named = [(item.id, item.ask_when) for item in self.rulebook.items]
        for item in self.rulebook.items:
            named += [(f"{item.id}/{option.id}", option.ask_when) for option in item.options]
        named += [(f"stage:{stage.id}", stage.ask_when) for stage in self.rulebook.stages]
        return {key: condition for key, condition in named if condition is not None}

    @cached_property
    def folding(self) -> "tuple[Item, ...]":
        """The items, each after those on which its branches turn."""
        return in_order(self)

    @cached_property
    def asking(self) -> dict[str, Test]:
        """The test of each branch."""
        return {key: compile_test(self, condition) for key, condition in self.branches.items()}

    @cached_property
    def asking_facts(self) -> dict[str, frozenset[str]]:
        """The facts that each branch turns on."""
        return {key: mentions(self, condition).facts for key, condition in self.branches.items()}


def _listed(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _any(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _unknown(fact: "Fact") -> dict[str | None, int]:
    """The level at which a fact without a value stands: not asked (None), could not tell, declined."""
    levels = {value: n for n, value in enumerate(fact.values)}
    not_asked = levels[fact.not_asked] if fact.not_asked is not None else 0
    unanswered = not_asked if fact.unanswered == "open" else levels[fact.unanswered]
    return {None: not_asked, "could-not-tell": unanswered, "declined": unanswered}
