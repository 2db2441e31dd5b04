"""The base rates: what published short screenings found, and among whom."""

from typing import Annotated

from pydantic import Field, model_validator

from screen.core.shape.condition import Frozen, Id
from screen.core.shape.indicator import Text

Count = Annotated[int, Field(ge=0)]


class Study(Frozen):
    """A published short screening: whom it asked to be looked at, held against a longer look at everyone."""

    id: Id
    """The study's id."""
    name: Text
    """Whose, and of what year."""
    source: Text
    """Where the counts are from."""
    among: Text
    """Who was screened, in words that follow a number."""
    cut: Text
    """From what on it counted as positive, such as 2 of 6 questions."""
    against: Text | None = None
    """What it was held against, where what was seen of the study says so."""
    seen: Count
    """Positive, and confirmed."""
    missed: Count
    """Not positive, and confirmed all the same."""
    false_alarm: Count
    """Positive, and not confirmed."""
    rightly_left: Count
    """Not positive, and not confirmed."""

    @model_validator(mode="after")
    def has_all_kinds(self) -> "Study":
        """A share needs cases: somebody positive, somebody not, somebody confirmed, somebody not."""
        pairs = (
            (self.seen, self.false_alarm), (self.missed, self.rightly_left), (self.seen, self.missed),
            (self.false_alarm, self.rightly_left),
        )  # fmt: skip
        if not all(map(any, pairs)):
            raise ValueError("a study needs somebody on both sides of each share")
        return self


class Remark(Frozen):
    """Something that the counts do not say by themselves."""

    text: Text
    """In a sentence or two."""
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]
    """On whose word, or `ours`."""


class Rates(Frozen):
    """What published short screenings found."""

    title: Text
    """The page in words."""
    studies: Annotated[tuple[Study, ...], Field(min_length=1)]
    """The studies; the first is the one that is worked with other base rates."""
    remarks: tuple[Remark, ...] = ()
    """What must be said beside the counts."""
    shares: Annotated[tuple[Annotated[int, Field(ge=1, le=999)], ...], Field(min_length=1)]
    """How many of 1,000 are affected, for the worked table: made up, and called so."""
    explanations: tuple[Id, ...] = ()
    """Texts of the rulebook that say why most show nothing on arrival."""
