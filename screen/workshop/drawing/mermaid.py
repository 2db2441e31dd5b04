"""Mermaid: a drawing as the text of a flowchart, which many wikis and code hosts show as a picture."""

import re
from typing import TYPE_CHECKING

from screen.workshop.drawing.value import learned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screen.workshop.drawing.value import Drawing, Item, Rung, Stage

BREAK, BLANK = "<br/>", "#160;"
MOST = 50_000
"""So many letters Mermaid draws, unless its `maxTextSize` is raised."""


def mermaid(drawing: "Drawing") -> str:
    """The drawing as Mermaid text, in ASCII."""
    return "".join(f"{line}\n" for line in _lines(drawing))


def _lines(drawing: "Drawing") -> "Iterator[str]":
    yield '%%{init: {"flowchart": {"wrappingWidth": 400}}}%%'
    yield f"%% {_escaped(drawing.title)}, edition {_escaped(drawing.edition)}"
    yield "flowchart LR"
    parts = []
    for place, stage in enumerate(drawing.walk, start=1):
        parts.append(f"stage{place}")
        yield from _stage(stage, parts[-1])
    if drawing.unasked:
        parts.append("unasked")
        titles = [_tagged(sign.title, sign.tags) for sign in drawing.unasked]
        yield f"  unasked[{_label(['Signs that no item asks for', *titles])}]"
    parts.append("ladder")
    yield f"  subgraph ladder[{_label(['The highest that a rule reaches is the advice'])}]"
    yield "    direction LR"
    for place, rung in enumerate(drawing.ladder, start=1):
        yield from _rung(rung, place)
    if len(drawing.ladder) > 1:
        yield "    " + " --> ".join(f"rung{place}" for place in range(1, len(drawing.ladder) + 1))
    yield "  end"
    yield from _beside(drawing)
    if len(parts) > 1:
        yield f"  {' ==> '.join(parts)}"
    yield f"  safeguards[{_label(drawing.safeguards)}]"


def _stage(stage: "Stage", name: str) -> "Iterator[str]":
    """A stage with its items, one after the other; those asked only sometimes are round."""
    yield f"  subgraph {name}[{_label([stage.title])}]"
    yield "    direction TB"
    names = [f"item{item.number}" for item in stage.items]
    if stage.only_if:
        names.insert(0, f"{name}_if")
        yield f"    {names[0]}({_label([f'only if {stage.only_if}'])})"
    for item in stage.items:
        left, right = ("(", ")") if item.only_if or item.again else ("[", "]")
        yield f"    item{item.number}{left}{_label(_item(item))}{right}"
    if len(names) > 1:
        yield f"    {' --> '.join(names)}"
    yield "  end"


def _item(item: "Item") -> "Iterator[str]":
    yield f"{item.number} {item.text}"
    if item.only_if:
        yield f"only if {item.only_if}"
    if item.again:
        yield f"asked again only if {item.again} is still unanswered"
    else:
        yield from (f"{fact}: {'; '.join(values)}" for fact, values in learned(item).items())
        for option in item.options:
            for place, sign in enumerate(option.signs):
                only_if = f", only if {option.only_if}" if option.only_if else ""
                yield f"\N{BULLET} {_tagged(sign.title if place else option.label, (sign.group, *sign.tags))}{only_if}"
    if item.after_stop:
        yield item.after_stop


def _rung(rung: "Rung", place: int) -> "Iterator[str]":
    """A disposition with the rules that lead to it; gates have double sides."""
    yield f"    subgraph rung{place}[{_label([f'{place} {rung.title}'])}]"
    yield "      direction LR"
    titles = f"On the screen: {'; '.join(rung.titles)}" if rung.titles else ""
    if titles or rung.stops:
        yield f"      rung{place}_says([{_label(filter(None, [titles, rung.stops]))}])"
    for number, rule in enumerate(rung.rules, start=1):
        left, right = ("[[", "]]") if rule.is_gate else ("[", "]")
        more = [f"in force {rule.days}"] if rule.days else []
        more += ["gate: one answer decides"] if rule.is_gate else []
        yield f"      rule{place}_{number}{left}{_label([rule.because, rule.when, *more])}{right}"
    if not rung.rules:
        yield f"      rule{place}_0[{_label(['Where no rule leads higher.' if place == 1 else 'No rule leads here.'])}]"
    yield "    end"


def _beside(drawing: "Drawing") -> "Iterator[str]":
    """What stands beside the walk and the ladder: what stops it, the tables, and what words mean."""
    if drawing.unless:
        yield f"  unless[{_label(drawing.unless)}]"
    for place, table in enumerate(drawing.tables, start=1):
        rows = (f"{row.when}: {row.outcome}" for row in table.rows)
        yield f"  table{place}[{_label([f'Table: {table.id}, the first row that fits', *rows])}]"
    for name, head, meanings in (
        ("words", "Words in quotes", drawing.meanings),
        ("clusters", "One fact counts once", drawing.clusters),
    ):
        if meanings:
            yield f"  {name}[{_label([head, *(f'{each.word}: {each.meaning}' for each in meanings)])}]"


def _tagged(text: str, tags: "tuple[str, ...]") -> str:
    return f"{text} ({', '.join(tags)})" if tags else text


def _label(lines: "Iterable[str]") -> str:
    """A text in quotes, never an empty one, which Mermaid does not take."""
    return f'"{BREAK.join(map(_escaped, lines)) or BLANK}"'


def _escaped(text: str) -> str:
    """The text with everything but plain letters, digits and a few marks as its number, so that none is a command."""
    return re.sub(r"[^A-Za-z0-9 ,?()/']", lambda found: f"#{ord(found[0])};", text)
