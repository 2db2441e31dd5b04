"""The schemas of `htscreen rulebook schema`: they accept and refuse what the strict reader accepts and refuses."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from screen.cli.options import Kind
from screen.cli.scheming import read_meanings
from screen.core.shape.answers import Answers
from screen.core.shape.case import CaseFile
from screen.core.shape.local import Local
from screen.core.shape.mapping import TrainerMapping
from screen.core.shape.pack import Pack
from screen.core.shape.rulebook import Rulebook
from screen.core.shape.scenario import Scenario
from screen.core.shape.source import Sources
from screen.storage.tree import Node
from screen.workshop.schema import KINDS, Schema, meanings_in, schema_of
from tests.program import Program

MEANINGS = read_meanings()
SCHEMAS = {kind: schema_of(kind, MEANINGS) for kind in KINDS}
SHAPES: dict[str, type[BaseModel]] = {
    "rulebook": Rulebook,
    "sources": Sources,
    "answers": Answers,
    "cases": CaseFile,
    "scenario": Scenario,
    "pack": Pack,
    "local": Local,
    "mapping": TrainerMapping,
}
"""The kinds whose files are one declared value; but `rates`, whose counts are held against one another."""

WRONG: tuple[Any, ...] = (
    7,
    -1,
    True,
    "",
    "maybe",
    "a/b",
    "x" * 81,
    "2026-13-45",
    "20261122",
    [],
    ["a"],
    {},
    {"a": "b"},
)
"""What is put in the place of each thing; now and then it is right there."""


def example(schema: Schema, parts: dict[str, Schema]) -> Any:  # noqa: ANN401 - whatever the schema describes
    """A right value with every key that there is, and in lists and under names every alternative."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        leaf = {"Condition": {"indicator": "a"}, "Where": {"group": "a"}}.get(name)
        return leaf or example(parts[name], parts)
    if "anyOf" in schema:
        return example(schema["anyOf"][0], parts)
    if "properties" in schema:
        return {key: example(each, parts) for key, each in schema["properties"].items()}
    if "additionalProperties" in schema:
        names = schema.get("propertyNames", {}).get("enum", [f"n{number}" for number in range(20)])
        named = schema["additionalProperties"]
        named = parts[named["$ref"].rpartition("/")[2]] if "$ref" in named else named
        return dict(zip(names, alternatives(named, parts), strict=False))
    return listed(schema, parts) if {"items", "prefixItems"} & schema.keys() else word(schema)


def listed(schema: Schema, parts: dict[str, Schema]) -> list[Any]:
    """A right list: one of as many as are told, or of every alternative."""
    if "prefixItems" in schema:
        return [example(each, parts) for each in schema["prefixItems"]]
    times: int = schema.get("minItems", 1)
    return alternatives(schema["items"], parts) * times


def word(schema: Schema) -> str | int:
    """A right word or number."""
    if "min|" in schema.get("pattern", ""):
        return "5 d"
    chosen: str | int = schema.get("enum", [schema.get("minimum", "a")])[0]
    return "2026-11-22" if schema.get("format") == "date" else chosen


def alternatives(schema: Schema, parts: dict[str, Schema]) -> list[Any]:
    """A right value of each alternative."""
    return [example(each, parts) for each in schema.get("anyOf", [schema])]


def changed(node: Any) -> Iterator[Any]:  # noqa: ANN401 - any part of a file
    """The same with one thing in it, at any depth, taken out, called otherwise, or another in its place."""
    if isinstance(node, dict):
        for key, value in node.items():
            rest = {name: each for name, each in node.items() if name != key}
            yield from (rest, rest | {"made-up": value}, rest | {"a/b": value})
            yield from (node | {key: each} for each in (*WRONG, *changed(value)))
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from ([*node[:at], each, *node[at + 1 :]] for each in (*WRONG, *changed(value)))
        yield from ([], node * 10)


def is_right(content: Node, shape: type[BaseModel]) -> bool:
    """What the strict reader says of a content."""
    try:
        shape.model_validate(content)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("kind", SHAPES)
def test_a_schema_and_the_strict_reader_refuse_the_same(kind: str) -> None:
    schemas = Draft202012Validator(SCHEMAS[kind], format_checker=Draft202012Validator.FORMAT_CHECKER)
    whole = example(SCHEMAS[kind], SCHEMAS[kind]["$defs"])
    assert is_right(whole, SHAPES[kind])
    needed = {key: whole[key] for key in SCHEMAS[kind].get("required", ())}
    parts = (needed | {key: each} for key, value in whole.items() for each in (*WRONG, *changed(value)))
    tried = (whole, needed, *changed(needed), *parts)
    said = [(schemas.is_valid(each), is_right(each, SHAPES[kind]), each) for each in tried]
    assert {reader for _, reader, _ in said} == {True, False}
    assert [each for schema, reader, each in said if schema != reader] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_has_a_schema_that_says_what_each_key_means(program: Program, kind: str) -> None:
    done = program.run("rulebook", "schema", kind)
    assert (done.code, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema == SCHEMAS[kind]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"]
    parts = {kind: schema, **schema["$defs"]}
    assert [name for name, part in parts.items() if not part["title"] or not part["description"]] == []
    keys = [(name, key, each) for name, part in parts.items() for key, each in part.get("properties", {}).items()]
    assert [(name, key) for name, key, each in keys if not each.get("description")] == []
    assert not any("$id" in part for part in parts.values())


def test_the_kinds_of_the_command_are_those_that_have_a_schema(program: Program) -> None:
    assert get_args(Kind) == tuple(KINDS)
    assert json.loads(program.run("rulebook", "schema").out) == SCHEMAS["rulebook"]
    done = program.run("rulebook", "schema", "scenarios")
    assert done.code == 2
    assert "Traceback" not in done.err


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_has_every_part_that_it_needs_and_no_other(kind: str) -> None:
    referred = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(SCHEMAS[kind])))
    assert referred == SCHEMAS[kind]["$defs"].keys()


def test_in_a_folder_the_parts_of_a_rulebook_stand_where_the_reader_looks_for_them() -> None:
    rules, entries = SCHEMAS["rules"], SCHEMAS["indicators"]
    assert {*SCHEMAS["rulebook"]["properties"]} - {*rules["properties"]} == {"indicators", "register"}
    assert rules["required"] == SCHEMAS["rulebook"]["required"]
    whole = SCHEMAS["rulebook"]["$defs"]["Indicator"]["properties"]
    assert {*whole} - {*entries["$defs"]["Indicator"]["properties"]} == {"group"}
    assert {*entries["properties"]} == {"group", "indicators"}


def test_keys_stand_in_the_order_of_the_yaml() -> None:
    keys = [*SCHEMAS["rulebook"]["properties"]]
    assert keys[:2] == ["edition", "title"]
    assert keys[-2:] == ["indicators", "register"]


def test_what_the_yaml_does_not_write_is_not_in_a_schema() -> None:
    alternatives_ = {each["$ref"].rpartition("/")[2] for each in SCHEMAS["rulebook"]["$defs"]["Condition"]["anyOf"]}
    assert len(alternatives_) == 10
    assert not any("kind" in SCHEMAS["rulebook"]["$defs"][name]["properties"] for name in alternatives_)


def test_the_meaning_of_a_key_is_the_text_under_its_declaration() -> None:
    source = '''class A(B):
    """A."""

    x_: int = 0
    """More
    of *it*."""
    y: str
    z = 1
    """No."""
'''
    assert meanings_in(source) == {("A", "x"): "More of it."}
