"""A value revived from JSON: frozen, equal by its fields, as deep as the text."""

from typing import Any

import pytest

from screen.core.value import Value, revive


def test_an_object_is_a_value_and_a_list_is_a_tuple() -> None:
    value = revive('{"id": "a", "when": {"all": [[{"n": 1}], 2, null, true]}}')
    assert value.id == "a"
    assert value.when.all == ((Value({"n": 1}),), 2, None, True)


def test_a_starred_object_is_a_dict_in_its_order() -> None:
    assert revive('{"*": [["b", [1]], ["a", {"*": []}]]}') == {"b": (1,), "a": {}}
    assert list(revive('{"*": [["b", 1], ["a", 2]]}')) == ["b", "a"]


def test_values_are_equal_when_their_fields_are() -> None:
    assert Value({"a": 1, "b": (2,)}) == Value({"b": (2,), "a": 1})
    assert Value({"a": 1}) != Value({"a": 2})
    assert Value({"a": 1}) != {"a": 1}
    assert len({Value({"a": 1, "b": 2}), Value({"b": 2, "a": 1})}) == 1


def test_a_value_cannot_be_changed() -> None:
    value: Any = Value({"a": 1})
    with pytest.raises(AttributeError):
        value.a = 2
    with pytest.raises(AttributeError):
        value.b = 2
    with pytest.raises(AttributeError):
        del value.a
    assert repr(value) == "Value(a=1)"


@pytest.mark.parametrize("text", ["", "{", "NaN", '{"a": Infinity}', '{"*": 1}', '{"*": [1]}', "[" * 100_000, b"\xff"])
def test_text_that_is_no_such_json_is_a_value_error(text: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what is wrong with a twin does not matter
        revive(text)
