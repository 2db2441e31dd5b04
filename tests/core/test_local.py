"""The port's own file."""

import pytest
from pydantic import ValidationError

from screen.core.shape.local import Local


def test_a_local_file_may_say_nothing() -> None:
    assert Local.model_validate({}).contacts == ()


def test_a_contact_of_the_port_is_for_the_officer_unless_it_says_otherwise() -> None:
    local = Local.model_validate({"contacts": [{"title": "Desk"}, {"title": "Shelter card", "for": "traveller"}]})
    assert [contact.for_ for contact in local.contacts] == ["officer", "traveller"]


def test_a_key_that_it_does_not_know_is_refused() -> None:
    with pytest.raises(ValidationError):
        Local.model_validate({"prot": "misspelt"})
