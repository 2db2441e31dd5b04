"""Values of practice as JSON: names are keys, rows are lists, and ids stay ids."""

from typing import Any


def document_of(value: Any) -> Any:  # noqa: ANN401 - any value made of named tuples, declared shapes and plain ones
    """The value as what JSON can hold."""
    if hasattr(value, "_asdict"):
        return {name: document_of(each) for name, each in value._asdict().items()}
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if isinstance(value, dict):
        return {name: document_of(each) for name, each in value.items()}
    return [document_of(each) for each in value] if isinstance(value, tuple | list) else value
