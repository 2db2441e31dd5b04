"""A frozen value with the attributes of one declared shape, revived from JSON without the declaration."""

import json
from typing import Any, NoReturn


class Value:
    """The fields of one declared value, read by name and never written: equal when the fields are equal."""

    def __init__(self, fields: dict[str, Any]) -> None:
        vars(self).update(fields)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a value is frozen: {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a value is frozen: {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if isinstance(other, Value) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(vars(self).items()))

    def __repr__(self) -> str:
        return f"Value({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


def revive(text: str | bytes) -> Any:  # noqa: ANN401 - the shape is known to the caller alone
    """The value that JSON text holds: objects are Values, `{"*": [[key, value], ...]}` a dict, lists are tuples.

    Raises ValueError if the text is no such JSON.
    """
    try:
        return _frozen(json.loads(text, object_hook=_object, parse_constant=_refuse))
    except (TypeError, RecursionError) as error:
        raise ValueError("no value can be revived from this text") from error


def _object(fields: dict[str, Any]) -> Value | dict[str, Any]:
    if fields.keys() == {"*"}:
        return {key: _frozen(value) for key, value in fields["*"]}
    return Value({name: _frozen(value) for name, value in fields.items()})


def _frozen(node: Any) -> Any:  # noqa: ANN401 - any JSON
    return tuple(map(_frozen, node)) if isinstance(node, list) else node


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")
