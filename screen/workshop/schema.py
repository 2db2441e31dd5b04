"""Schema: what each kind of file may hold, as JSON Schema for editors, from the declared shapes and their words."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from screen.core.shape.answers import Answers
from screen.core.shape.case import CaseFile
from screen.core.shape.condition import All, Frozen
from screen.core.shape.indicator import Indicator
from screen.core.shape.local import Local
from screen.core.shape.mapping import TrainerMapping
from screen.core.shape.pack import Pack
from screen.core.shape.rates import Rates
from screen.core.shape.rulebook import Rulebook
from screen.core.shape.scenario import Scenario
from screen.core.shape.source import Sources

Schema = dict[str, Any]
Meanings = Mapping[tuple[str, str], str]
"""What each key means: (name of the shape, key) -> a sentence."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ALTERNATIVES = All.model_json_schema()["$defs"]["All"]["properties"]["all"]["items"]["oneOf"]
_CONDITION = {"title": "Condition", "description": "What must hold.", "anyOf": _ALTERNATIVES}


def meanings_in(source: str) -> Meanings:
    """The texts that stand under the fields of classes in this source. At run time they are gone, and cost nothing."""
    return {
        (declared.name, field.target.id.rstrip("_")): _on_one_line(text.value.value)
        for declared in ast.parse(source).body
        if isinstance(declared, ast.ClassDef)
        for field, text in zip(declared.body, declared.body[1:], strict=False)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }


def schema_of(kind: str, meanings: Meanings) -> Schema:
    """The schema of one of KINDS."""
    schema = KINDS[kind](meanings)
    parts = schema.pop("$defs", {})
    return {"$schema": _DIALECT, **schema, "$defs": {name: parts[name] for name in sorted(_needed(schema, parts))}}


def _declared(shape: type[Frozen], meanings: Meanings) -> Schema:
    """The schema of a file that is one declared value, with that of each of its parts."""
    schema = shape.model_json_schema()
    parts = schema.pop("$defs", {})
    parts = {name: _part(name, part, meanings) for name, part in parts.items()}
    return _part(shape.__name__, schema, meanings) | {"$defs": parts | {"Condition": _CONDITION}}


def _rules(meanings: Meanings) -> Schema:
    """`rules.yaml` of a folder: the indicators and the register have files of their own."""
    schema = _declared(Rulebook, meanings)
    del schema["properties"]["indicators"], schema["properties"]["register"]
    text = "The file rules.yaml of a rulebook's folder: everything but the indicators and the register."
    return schema | {"title": "Rules", "description": text}


def _indicators(meanings: Meanings) -> Schema:
    """A file of indicators in a folder: the group is written once, at its head."""
    indicator = _declared(Indicator, meanings)
    parts = indicator.pop("$defs") | {"Indicator": indicator}
    indicator["required"].remove("group")
    head = {"group": indicator["properties"].pop("group")}
    entries = {
        "type": "array",
        "items": {"$ref": "#/$defs/Indicator"},
        "description": "The indicators of this group.",
    }
    return {
        "title": "Indicators",
        "description": "A file in indicators/: a group, and its indicators, which do not name it again.",
        "type": "object",
        "properties": head | {"indicators": entries},
        "required": ["group", "indicators"],
        "additionalProperties": False,
        "$defs": parts,
    }


def _cases(meanings: Meanings) -> Schema:
    """A file of cases: a case is answers, and what they lead to."""
    answers = {("Case", key): meaning for (shape, key), meaning in meanings.items() if shape == "Answers"}
    return _declared(CaseFile, answers | dict(meanings)) | {"title": "Cases"}


KINDS: Mapping[str, Callable[[Meanings], Schema]] = {
    "rulebook": partial(_declared, Rulebook),
    "rules": _rules,
    "indicators": _indicators,
    "sources": partial(_declared, Sources),
    "answers": partial(_declared, Answers),
    "cases": _cases,
    "scenario": partial(_declared, Scenario),
    "pack": partial(_declared, Pack),
    "rates": partial(_declared, Rates),
    "local": partial(_declared, Local),
    "mapping": partial(_declared, TrainerMapping),
}
"""Each kind of file that an author writes."""


def _part(name: str, schema: Schema, meanings: Meanings) -> Schema:
    """The schema of one shape. An alternative of a union is called by the keys that it needs, as authors know it."""
    tidy = _tidy(schema | {"description": _on_one_line(schema["description"])})
    for key, value in tidy["properties"].items():
        if meaning := meanings.get((name, key)):
            value["description"] = meaning
    is_alternative = name in {"Each", "Level"} or {"$ref": f"#/$defs/{name}"} in _ALTERNATIVES
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
    title = ", ".join(tidy["required"]) if is_alternative else words
    return {"title": title, "description": tidy["description"], **tidy}


def _tidy(schema: Schema) -> Schema:
    """A schema, and those in it, as an author should meet it in an editor.

    No titles made of keys, no defaults but words, no `null` (an empty key is a slip), and names held to their pattern.
    """
    tidy = {key: _inside(key, value) for key, value in schema.items() if key != "title"}
    if not isinstance(tidy.get("default"), str):
        tidy.pop("default", None)
    for pattern, value in tidy.pop("patternProperties", {}).items():
        names = {"pattern": pattern} | tidy.get("propertyNames", {})
        tidy |= {"propertyNames": names, "additionalProperties": value}
    branches = tidy.pop("oneOf", None) or tidy.pop("anyOf", None)
    return tidy | _union(branches) if branches else tidy


def _inside(key: str, value: Any) -> Any:  # noqa: ANN401 - whatever stands under a keyword of a schema
    if key in {"properties", "patternProperties"}:
        return {name: _tidy(each) for name, each in value.items()}
    if isinstance(value, dict) and key in {"items", "additionalProperties"}:
        return _tidy(value)
    return [_tidy(each) for each in value] if key in {"anyOf", "oneOf"} else value


def _union(branches: list[Schema]) -> Schema:
    """Alternatives as one schema where their types tell them apart: editors say more of one than of several."""
    if branches == _ALTERNATIVES:
        return {"$ref": "#/$defs/Condition"}
    branches = [each for each in branches if each != {"type": "null"}]
    types = [each.get("type") for each in branches if not each.keys() & {"enum", "not"}]
    if len(branches) == 1:
        return branches[0]
    if len(types) == len(branches) and None not in types:
        return {key: value for each in branches for key, value in each.items()} | {"type": types}
    return {"anyOf": branches}


def _needed(schema: object, parts: Mapping[str, Schema], found: frozenset[str] = frozenset()) -> frozenset[str]:
    """The parts that a schema refers to, and those that they refer to."""
    for name in _referred(schema):
        if name not in found:
            found = _needed(parts[name], parts, found | {name})
    return found


def _referred(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield from [value.rpartition("/")[2]] if key == "$ref" else _referred(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from _referred(each)


def _on_one_line(text: str) -> str:
    return " ".join(text.replace("*", "").split())
