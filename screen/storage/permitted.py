"""Which keys a declared shape permits at a place: asked only when a rulebook has a key too many."""

from collections.abc import Collection, Iterator
from typing import Any, cast, get_args, get_type_hints

from pydantic import BaseModel
from pydantic.json_schema import SkipJsonSchema

_Shape = type[BaseModel]
_UNWRITTEN = cast("type", SkipJsonSchema)  # an annotation to type checkers, a class at run time


def permitted_keys(shape: _Shape, steps: tuple[str | int, ...], written: Collection[str]) -> tuple[str, ...]:
    """The keys of the shape at which these steps of a pydantic `loc` arrive.

    Where a union leaves several shapes, it is the one that has most of the keys that are written there.
    """
    shapes: tuple[_Shape, ...] = (shape,)
    for step in steps:
        owners = tuple(owner for owner in shapes if step in _hints(owner))
        inner = (found for owner in owners for found in _shapes_in(_hints(owner)[str(step)]))
        # A step may be a key or the tag of a union: its owners stay in question beside what stands under it.
        shapes = (*dict.fromkeys(inner), *owners) or shapes
    return tuple(_hints(max(shapes, key=lambda one: len(_hints(one).keys() & set(written)))))


def _hints(shape: _Shape) -> dict[str, Any]:
    """The key of each field, as YAML writes it, and its type; without what YAML does not write."""
    types = get_type_hints(shape, include_extras=True)
    return {
        field.alias or name: types[name]
        for name, field in shape.model_fields.items()
        if not any(isinstance(note, _UNWRITTEN) for note in field.metadata)
    }


def _shapes_in(hint: object) -> Iterator[_Shape]:
    if parts := get_args(hint):
        for part in parts:
            yield from _shapes_in(part)
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
