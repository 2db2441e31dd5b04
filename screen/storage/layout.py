"""The layout of YAML that people go on writing: what fits stands on its line, long texts are folded."""

from io import StringIO
from typing import Any

import yaml

WIDTH, FOLD = 116, 100
"""The widest line, and where a long text is folded: at the first space behind."""
_ROOM = 112
_WORDS = 40
"""Letters of an entry of a list, up to which several share a line."""


class _Dumper(yaml.SafeDumper):
    """Lists are indented under their key; `yes` and `no` are texts, as the strict reader has it."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, ARG002 - as the dumper calls it
        super().increase_indent(flow, False)  # noqa: FBT003 - as above

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - an alias would be refused by the strict reader
        return True


_Dumper.yaml_implicit_resolvers = {
    letter: [each for each in resolvers if each[0] != "tag:yaml.org,2002:bool" or letter not in "yYnNoO"]
    for letter, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def laid_out(value: dict[str, Any]) -> str:
    """The value as YAML, its keys in their order, each line under 120 columns where its words allow it."""
    dumper = _Dumper(StringIO(), sort_keys=False)
    node: Any = dumper.represent_data(value)
    for key, inside in node.value:
        _lay_out(inside, len(key.value) + 2, 1)
    return yaml.serialize(node, Dumper=_Dumper, width=FOLD, allow_unicode=True)


def _lay_out(node: Any, column: int, depth: int, *, listed: bool = False) -> None:  # noqa: ANN401 - PyYAML's nodes have no types
    """Choose a style for a node that begins in this column, as deep as this; `listed`: it is an entry of a list."""
    if isinstance(node, yaml.ScalarNode):
        if column + len(node.value) > WIDTH and node.value == " ".join(node.value.split()):
            node.style = ">"
        return
    is_map = isinstance(node, yaml.MappingNode)
    node.flow_style = (listed or depth > 1 or _is_short(node)) and column + _length(node) <= _ROOM
    if node.flow_style:
        return
    for each in node.value:
        if is_map:
            _lay_out(each[1], 2 * depth + len(each[0].value) + 2, depth + 1)
        else:
            _lay_out(each, 2 * depth + 2, depth + 1, listed=True)


def _is_short(node: Any) -> bool:  # noqa: ANN401 - as above
    """Whether it is a list of a few words each."""
    return isinstance(node, yaml.SequenceNode) and all(
        isinstance(each, yaml.ScalarNode) and len(each.value) <= _WORDS for each in node.value
    )


def _length(node: Any) -> int:  # noqa: ANN401 - as above
    """How many columns it takes on one line, its quotes included."""
    if isinstance(node, yaml.ScalarNode):
        text: str = node.value
        return len(text) + 2 + text.count("'")
    if isinstance(node, yaml.MappingNode):
        return 2 + sum(_length(key) + _length(each) + 4 for key, each in node.value)
    return 2 + sum(_length(each) + 2 for each in node.value)
