"""The course: what a training system wants to know of a class beside its figures."""

from typing import Annotated

from pydantic import Field

from screen.core.shape.condition import Frozen
from screen.core.shape.indicator import Text


class Course(Frozen):
    """A course as the training system knows it."""

    code: Text
    """The course code."""
    title: Text | None = None
    """The course in words."""
    hours: Annotated[float, Field(gt=0, le=10_000)]
    """How many hours it counts."""
    pass_rule: Text
    """When a learner has passed, in a sentence."""
    key_kept_by: Text
    """Who keeps the list of pseudonyms and names, and where."""
