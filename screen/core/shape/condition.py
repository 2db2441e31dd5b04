"""What must hold: the conditions a rulebook can write, as frozen values in the order of the YAML."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag
from pydantic.json_schema import SkipJsonSchema

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.()§ _-]*$", max_length=80)]
Few = Annotated[int, Field(ge=1, strict=True)]
Worth = Annotated[int, Field(ge=0, strict=True)]
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
    group: Id | tuple[Id, ...] | None = None
    cluster: Id | tuple[Id, ...] | None = None
    strength: str | tuple[str, ...] | None = None
    forms: str | tuple[str, ...] | None = None
    set_: Id | tuple[Id, ...] | None = Field(default=None, alias="set")
    not_: "Where | None" = Field(default=None, alias="not")


class Present(Frozen):
    """The indicator is present."""

    kind: Kind[Literal["indicator"]] = "indicator"
    indicator: Id


class Stands(Frozen):
    """The fact stands at `from_` or a more protective value.

    `or_no_reason: yes`: or it was given a value that asks for a written reason, and none was written.
    """

    kind: Kind[Literal["fact"]] = "fact"
    fact: Id
    from_: str = Field(alias="from")
    or_no_reason: YesNo = "no"


class Is(Frozen):
    """The fact has one of these values. For the walk (`ask_when`, `stop_when`, `do_not_run_when`) only."""

    kind: Kind[Literal["is"]] = "is"
    fact: Id
    is_: str | tuple[str, ...] = Field(alias="is")


class All(Frozen):
    """Every one holds."""

    kind: Kind[Literal["all"]] = "all"
    all: tuple["Condition", ...] = Field(min_length=1)


class Any_(Frozen):  # noqa: N801 - `Any` would shadow typing's word
    """One of them holds."""

    kind: Kind[Literal["any"]] = "any"
    any: tuple["Condition", ...] = Field(min_length=1)


class Named(Frozen):
    """The condition of that name, defined once in the book's `conditions`."""

    kind: Kind[Literal["condition"]] = "condition"
    condition: Id


class AtLeast(Frozen):
    """At least that many, of indicators, clusters or groups that `where` picks, or of the conditions listed."""

    kind: Kind[Literal["at_least"]] = "at_least"
    at_least: Few
    of: Literal["indicators", "clusters", "groups"] | tuple["Condition", ...]
    where: Where = Where()


class Each(Frozen):
    """So many points for each indicator that is present and picked."""

    kind: Kind[Literal["each"]] = "each"
    each: Where
    worth: Worth


class Level(Frozen):
    """So many points for the value at which a fact stands; worth never falls along the fact's order."""

    kind: Kind[Literal["fact"]] = "fact"
    fact: Id
    worth: dict[str, Worth]


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
    at_least: Few


class Passed(Frozen):
    """The clock of that name has run out."""

    kind: Kind[Literal["passed"]] = "passed"
    passed: Id


class Reached(Frozen):
    """The advice has reached this disposition or a higher one. For duties only."""

    kind: Kind[Literal["reached"]] = "reached"
    reached: Id


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
