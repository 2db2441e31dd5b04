"""A value written out as what JSON can hold; what stands at its default is left out, so that it stays small."""

from datetime import datetime
from typing import Any


def written(value: Any) -> Any:  # noqa: ANN401 - any value made of named tuples, plain ones and moments
    """The value in dicts, lists, texts and numbers. `storage` reads it back by the shape of the value."""
    if isinstance(value, datetime):
        return value.isoformat()
    if hasattr(value, "_asdict"):
        usual = value._field_defaults
        return {name: written(each) for name, each in value._asdict().items() if usual.get(name, ...) != each}
    if isinstance(value, dict):
        return {name: written(each) for name, each in value.items()}
    return [written(each) for each in value] if isinstance(value, tuple | list) else value
