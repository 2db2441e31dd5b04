"""YAML read strictly: one pass over libyaml's events into a plain tree that remembers where each node stands.

Keys are always text; anchors, aliases and tags, which make a text mean more than it says, are refused.
"""

from collections.abc import Iterator
from typing import NamedTuple, cast

import yaml

from screen.core.problem import Located, Place, Unreadable
from screen.storage.decoding import INVISIBLE, decoded
from screen.storage.quoting import quoted
from screen.storage.syntax import syntax_problem
from screen.storage.tree import Mark, Node, Tree
from screen.storage.word import meant

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 50
MOST = 100
"""A file with more problems than this is no rulebook; the reader stops."""


class _Enough(Exception):  # noqa: N818 - not an error: the rest of the file has nothing to say
    """Nothing more is to be read."""


class _Pass(NamedTuple):
    """One pass over a file: what is still to come, and what was gathered."""

    name: str
    events: Iterator[yaml.Event]
    marks: dict[Place, Mark]
    problems: list[Located]

    def note(self, event: yaml.Event, fault: str, remedy: str) -> None:
        """Keep one problem more; raises _Enough when there are too many."""
        self.problems.append(Located(*self.mark(event), fault, remedy))
        if len(self.problems) >= MOST:
            raise _Enough

    def mark(self, event: yaml.Event) -> Mark:
        """Where the event begins."""
        start = cast("yaml.Mark", event.start_mark)
        return Mark(self.name, start.line + 1, start.column + 1)


def read_tree(text: bytes, name: str) -> Tree:
    """The content of one file and its marks. Raises Unreadable with all that is wrong as far as it parses."""
    words = decoded(text, name)
    reading = _Pass(name, yaml.parse(words, Loader=LOADER), {(): Mark(name, 1, 1)}, [])
    content: Node = None
    try:
        content = _document(reading)
    except _Enough:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: pure Python's scanner on `\U`
        reading.problems.append(syntax_problem(error, words, name))
    if reading.problems:
        raise Unreadable(tuple(reading.problems))
    return Tree(content, reading.marks)


def _document(reading: _Pass) -> Node:
    next(reading.events)
    if not isinstance(next(reading.events), yaml.DocumentStartEvent):
        raise Unreadable((Located(reading.name, 1, 1, "the file is empty.", "Write its content, or delete it."),))
    first = next(reading.events)
    reading.marks[()] = reading.mark(first)
    if isinstance(first, yaml.ScalarEvent) and first.implicit[0] and not first.value:
        reading.note(first, "the file is empty.", "Write its content, or delete it.")
    content = _node(reading, first, ())
    next(reading.events)
    after = next(reading.events)
    if isinstance(after, yaml.DocumentStartEvent):
        reading.note(after, "a second document begins here.", "Keep one document to a file: delete the `---`.")
        raise _Enough
    return content


def _node(reading: _Pass, event: yaml.Event, place: Place) -> Node:
    _refuse_shorthand(reading, event)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(reading, event)
    if isinstance(event, yaml.AliasEvent):
        return None
    if len(place) >= DEEPEST:
        reading.note(event, f"more than {DEEPEST} levels stand one inside the other.", "Name a part and refer to it.")
        raise _Enough
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(reading, place)
    return _mapping(reading, place)


def _sequence(reading: _Pass, place: Place) -> Node:
    entries: list[Node] = []
    while not isinstance(event := next(reading.events), yaml.SequenceEndEvent):
        here = (*place, len(entries))
        reading.marks[here] = reading.mark(event)
        entries.append(_node(reading, event, here))
    return entries


def _mapping(reading: _Pass, place: Place) -> Node:
    entries: dict[str, Node] = {}
    while not isinstance(event := next(reading.events), yaml.MappingEndEvent):
        key = _key(reading, event, place)
        if key is None:
            continue
        here = (*place, key)
        if key in entries:
            first = reading.marks[here].line
            reading.note(event, f"the key {quoted(key)} is given twice, first at line {first}.", "Keep one of the two.")
        reading.marks.setdefault(here, reading.mark(event))
        entries[key] = _node(reading, next(reading.events), here)
    return entries


def _key(reading: _Pass, event: yaml.Event, place: Place) -> str | None:
    """The key; or None after a problem was noted and the whole entry read over."""
    if isinstance(event, yaml.ScalarEvent) and (event.value or not event.implicit[0]):
        _refuse_shorthand(reading, event)
        _scalar(reading, event)
        return str(event.value)
    reading.note(event, "a key is missing or is no plain word.", "Write `key: value` with one word as the key.")
    aside = reading._replace(marks={}, problems=[])
    _node(aside, event, (*place, ""))
    _node(aside, next(aside.events), (*place, ""))
    return None


def _scalar(reading: _Pass, event: yaml.ScalarEvent) -> Node:
    text = str(event.value)
    if found := INVISIBLE.search(text):
        reading.note(event, f"the text holds an invisible character, U+{ord(found[0]):04X}.", "Take its escape out.")
    return meant(text) if event.implicit[0] else text


def _refuse_shorthand(reading: _Pass, event: yaml.Event) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor is not None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        remedy = "Write the thing out, or name a condition or a set. Put a text that begins so in quotes."
        reading.note(event, f"{quoted(sign + anchor)} is YAML's shorthand, which a rulebook does not use.", remedy)
    if tag is not None:
        word = tag.replace("tag:yaml.org,2002:", "!!")
        remedy = "Delete it, and put in quotes what is to be text."
        reading.note(event, f"{quoted(word)} is a YAML tag, which a rulebook does not use.", remedy)
