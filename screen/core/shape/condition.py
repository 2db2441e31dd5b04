"""What must hold: the conditions a rulebook can write, as frozen values in the order of the YAML."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag
from pydantic.json_schema import SkipJsonSchema

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.()§ _-]*$", max_length=80)]
Few = Annotated[int, Field(ge=1, le=100_000, strict=True)]
Worth = Annotated[int, Field(ge=0, le=100_000, strict=True)]
YesNo = Literal["yes", "no"]


class Frozen(BaseModel):
    """A declared value: no unknown keys, no change. Validators are built on first use, for a quick start."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, validate_by_name=False, validate_by_alias=True
    )


T = TypeVar("T")
Kind = Annotated[T, SkipJsonSchema()]
"""What a value is, so that the core can tell alternatives apart; the YAML does not write it."""


class Where(Frozen):
    """A choice of indicators: keys mean *and*, a list means *any of*, no key means all."""

    ids: tuple[Id, ...] | None = None
    """Indicators with one of these ids; always a list."""
    group: Id | tuple[Id, ...] | None = None
    """Indicators of this group, or of one of these."""
    cluster: Id | tuple[Id, ...] | None = None
    """Indicators of this cluster, or of one of these."""
    strength: str | tuple[str, ...] | None = None
    """Indicators of this strength, or of one of these."""
    forms: str | tuple[str, ...] | None = None
    """Indicators that have this form, or one of these."""
    set_: Id | tuple[Id, ...] | None = Field(default=None, alias="set")
    """Indicators of this choice under `sets`, or of one of these."""
    not_: "Where | None" = Field(default=None, alias="not")
    """Indicators that this choice does not pick."""


class Present(Frozen):
    """The indicator is present."""

    kind: Kind[Literal["indicator"]] = "indicator"
    indicator: Id
    """An indicator's id."""


class Stands(Frozen):
    """The fact stands at `from` or a more protective value.

    `or_no_reason: yes`: or it was given a value that asks for a written reason, and none was written.
    """

    kind: Kind[Literal["fact"]] = "fact"
    fact: Id
    """A fact that has an order."""
    from_: str = Field(alias="from")
    """The value from which on it holds, not the least."""
    or_no_reason: YesNo = "no"
    """`yes`: it also holds if the fact has a value that asks for a written `reason`, and none was written."""


class Is(Frozen):
    """The fact has one of these values. In rules and tables only where the book says `monotone: no`."""

    kind: Kind[Literal["is"]] = "is"
    fact: Id
    """Any fact."""
    is_: str | tuple[str, ...] = Field(alias="is")
    """A value, or a list of values."""


class All(Frozen):
    """Every one holds."""

    kind: Kind[Literal["all"]] = "all"
    all: tuple["Condition", ...] = Field(min_length=1)
    """A list of at least one condition."""


class Any_(Frozen):  # noqa: N801 - `Any` would shadow typing's word
    """One of them holds."""

    kind: Kind[Literal["any"]] = "any"
    any: tuple["Condition", ...] = Field(min_length=1)
    """A list of at least one condition."""


class Named(Frozen):
    """The condition of that name, defined once in the book's `conditions`."""

    kind: Kind[Literal["condition"]] = "condition"
    condition: Id
    """The name of a condition under `conditions`."""


class AtLeast(Frozen):
    """At least that many, of indicators, clusters or groups that `where` picks, or of the conditions listed."""

    kind: Kind[Literal["at_least"]] = "at_least"
    at_least: Few
    """How many: a whole number, 1 or more."""
    of: Literal["indicators", "clusters", "groups"] | tuple["Condition", ...]
    """What is counted: `indicators`, `clusters`, `groups`, or a list of conditions."""
    where: Where = Where()
    """Which indicators are picked before counting: a choice."""


class Each(Frozen):
    """So many points for each indicator that is present and picked."""

    kind: Kind[Literal["each"]] = "each"
    each: Where
    """A choice of indicators."""
    worth: Worth
    """Points for each, 0 or more."""


class Level(Frozen):
    """So many points for the value at which a fact stands; worth never falls along the fact's order."""

    kind: Kind[Literal["fact"]] = "fact"
    fact: Id
    """A fact that has an order."""
    worth: dict[str, Worth]
    """Value and points; a value left out is worth 0. Points never fall along the fact's order."""


class Points(Frozen):
    """The points add up to at least so many."""

    kind: Kind[Literal["points"]] = "points"
    points: tuple[
        Annotated[
            Annotated[Each, Tag("each")] | Annotated[Level, Tag("fact")],
            Discriminator(
                lambda value: _first(value, ("each", "fact")),
                custom_error_type="points",
                custom_error_message="a line of points starts with each or fact",
            ),
        ],
        ...,
    ] = Field(min_length=1)
    """A list of lines, each with `each` or `fact`."""
    at_least: Few
    """So many points, 1 or more."""


class Passed(Frozen):
    """The clock of that name has run out."""

    kind: Kind[Literal["passed"]] = "passed"
    passed: Id
    """A clock's id."""


class Reached(Frozen):
    """The advice has reached this disposition or a higher one. For duties only."""

    kind: Kind[Literal["reached"]] = "reached"
    reached: Id
    """A disposition's id. In duties and routes only."""


_TAGS = ("indicator", "from", "is", "all", "any", "condition", "points", "at_least", "passed", "reached", "fact")
_FIELDS = {"from": "from_", "is": "is_"}


def _first(value: object, tags: tuple[str, ...]) -> str | None:
    """The tag of a condition: the first of these keys that it has. Mapping from YAML, or a value already built."""
    for tag in tags:
        has = tag in value if isinstance(value, Mapping) else hasattr(value, _FIELDS.get(tag, tag))
        if has:
            return tag
    return None


def _tag(value: object) -> str | None:
    found = _first(value, _TAGS)
    return "from" if found == "fact" else found


Condition = Annotated[
    Annotated[Present, Tag("indicator")]
    | Annotated[Stands, Tag("from")]
    | Annotated[Is, Tag("is")]
    | Annotated[All, Tag("all")]
    | Annotated[Any_, Tag("any")]
    | Annotated[Named, Tag("condition")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[Points, Tag("points")]
    | Annotated[Passed, Tag("passed")]
    | Annotated[Reached, Tag("reached")],
    Discriminator(
        _tag,
        custom_error_type="condition",
        custom_error_message=(
            "a condition starts with indicator, fact, all, any, condition, at_least, points, passed or reached"
        ),
    ),
]
