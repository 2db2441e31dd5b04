"""A trainer's own mapping: how what was practised is told to a training system, and who is behind a pseudonym."""

from screen.core.shape.condition import Frozen
from screen.core.shape.indicator import Text


class MappedLearner(Frozen):
    """Who is behind a pseudonym. Only the trainer writes it, and only the trainer has the file."""

    id: Text | None = None
    """What the training system calls the learner."""
    name: Text | None = None
    """The learner's name."""
    mbox: Text | None = None
    """The learner's mail address."""


class TrainerMapping(Frozen):
    """The columns that a training system wants, and the learners that it knows."""

    columns: dict[Text, Text] = {}
    """The heading of each column, in order, and what stands under it: a column's name, or that of a constant."""
    constants: dict[Text, Text] = {}
    """What is the same for all, such as a course code and its hours, by a name of your own."""
    words: dict[Text, dict[Text, str]] = {}
    """A column's name, and what is written in place of each of its values."""
    people: dict[Text, MappedLearner] = {}
    """Pseudonyms, and who is behind them. Whoever is not named stays a pseudonym."""
    home_page: Text | None = None
    """The address of the training system that gives the ids."""
