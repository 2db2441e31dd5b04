"""The draft of a drawing: a rulebook told in short words, stage by stage and rung by rung."""

from typing import TYPE_CHECKING

from screen.workshop.drawing.value import Drawing, Group, Item, Meaning, Option, Row, Rule, Rung, Sign, Stage, Table
from screen.workshop.drawing.words import plain, spoken, value_words, where_words, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.core.book import Book
    from screen.core.shape.interview import Item as AskedItem
    from screen.core.shape.interview import Option as AskedOption
    from screen.core.shape.policy import Disposition
    from screen.core.shape.policy import Rule as BookRule

STOPS = {
    "never": "",
    "settled": "The questions stop once no answer can bring the advice below this.",
    "at-once": "The questions stop at once.",
}
AFTER_STOP = {
    "no": "",
    "settled": "still asked when the advice is settled",
    "yes": "still asked after any stop",
}
POLICY = "The thresholds are this rulebook's policy, not a validated cut-off. You decide."


def draw(book: "Book") -> Drawing:
    """The drawing of a rulebook."""
    rulebook = book.rulebook
    found = {sign for item in book.staged for option in book.item[item].options for sign in option.shows}
    return Drawing(
        plain(rulebook.title),
        plain(rulebook.edition),
        tuple(Group(group.id, plain(group.title), group.means == "yes") for group in rulebook.groups),
        tuple(_unless(book)),
        tuple(_walk(book)),
        tuple(_sign(book, each.id) for each in rulebook.indicators if each.id not in found),
        tuple(_rung(book, each) for each in rulebook.dispositions),
        tuple(_tables(book)),
        tuple(Meaning(spoken(name), plain(title)) for name, title in rulebook.clusters.items()),
        tuple(_used(book, _meanings(book))),
        tuple(_safeguards(book)),
    )


def _unless(book: "Book") -> "Iterator[str]":
    """What keeps the walk from running, and what stops it whatever the advice."""
    if book.rulebook.do_not_run_when is not None:
        yield f"Nothing is asked while: {words(book, book.rulebook.do_not_run_when)}"
    if book.rulebook.stop_when is not None:
        yield f"The questions stop at once when: {words(book, book.rulebook.stop_when)}"


def _walk(book: "Book") -> "Iterator[Stage]":
    """The stages, with the items numbered through."""
    number, first = 0, dict[str, int]()
    for stage in book.rulebook.stages:
        items = []
        for name in stage.items:
            number += 1
            items.append(_item(book, book.item[name], number, first.get(name, 0)))
            first.setdefault(name, number)
        only_if = words(book, stage.ask_when) if stage.ask_when is not None else ""
        yield Stage(stage.id, plain(stage.title), only_if, tuple(items))


def _item(book: "Book", item: "AskedItem", number: int, again: int) -> Item:
    only_if = words(book, item.ask_when) if item.ask_when is not None else ""
    options = tuple(_option(book, each) for each in item.options if each.shows or each.sets)
    return Item(number, item.id, plain(item.text), only_if, options, AFTER_STOP[item.after_stop], again)


def _option(book: "Book", option: "AskedOption") -> Option:
    return Option(
        plain(option.label),
        tuple(_sign(book, each) for each in option.shows),
        {plain(book.fact[fact].title): value_words(book, fact, value) for fact, value in option.sets.items()},
        words(book, option.ask_when) if option.ask_when is not None else "",
    )


def _sign(book: "Book", name: str) -> Sign:
    sign = book.indicator[name]
    tags = (sign.strength, sign.cluster)
    return Sign(name, plain(sign.title), sign.group, tuple(spoken(each) for each in tags if each))


def _rung(book: "Book", disposition: "Disposition") -> Rung:
    titles = {
        plain(title): plain(title) if place == "any" else f"{value_words(book, 'place', place)}: {plain(title)}"
        for place, title in disposition.titles.items()
    }
    rules = (each for each in book.rulebook.rules if each.disposition == disposition.id)
    title = spoken(disposition.id).upper()
    return Rung(
        disposition.id,
        title,
        () if [spoken(each).upper() for each in titles.values()] == [title] else tuple(titles.values()),
        STOPS[disposition.stops],
        tuple(_rule(book, each) for each in rules),
    )


def _rule(book: "Book", rule: "BookRule") -> Rule:
    days = [
        f"{link} {day}"
        for link, day in (("from", rule.valid and rule.valid.from_), ("until", rule.valid and rule.valid.until))
        if day
    ]
    return Rule(rule.id, plain(rule.because), words(book, rule.when), rule.gate == "yes", " ".join(days))


def _tables(book: "Book") -> "Iterator[Table]":
    outcomes = book.rulebook.outcomes
    for name, table in book.rulebook.tables.items():
        rows = [
            Row(
                ", ".join(f'"{spoken(each)}" {state}' for each, state in row.when.items() if state != "any"),
                row.outcome,
            )
            for row in table.rows
        ]
        rows.append(Row("every other case", table.otherwise))
        yield Table(spoken(name), tuple(Row(row.when or "always", plain(outcomes[row.outcome])) for row in rows))


def _meanings(book: "Book") -> "Iterator[Meaning]":
    """The named choices and conditions, in the order of the book."""
    for name, where in book.rulebook.sets.items():
        yield Meaning(spoken(name), where_words(book, where))
    for name, condition in book.rulebook.conditions.items():
        yield Meaning(spoken(name), words(book, condition))


def _used(book: "Book", meanings: "Iterable[Meaning]") -> list[Meaning]:
    """Those that the walk, the rules and the tables name, and those that these name in turn."""
    rulebook = book.rulebook
    asked = (*book.branches.values(), rulebook.do_not_run_when, rulebook.stop_when)
    said = [words(book, each) for each in (*(rule.when for rule in rulebook.rules), *asked) if each is not None]
    said += [row.when for table in _tables(book) for row in table.rows]
    left = list(meanings)
    found: list[Meaning] = []
    while named := [each for each in left if each not in found and any(f'"{each.word}"' in text for text in said)]:
        found += named
        said = [each.meaning for each in named]
    return [each for each in left if each in found]


def _safeguards(book: "Book") -> "Iterator[str]":
    """What stands under every picture, whatever the book says, and what the book itself says of it."""
    yield "Nothing noted is not a clearance."
    said = book.rulebook.safeguards
    yield from (plain(text) for text in (said.decision or POLICY, said.silence, said.swap) if text)
