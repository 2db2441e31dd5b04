"""The rule language read straight from its manual, with sets and loops: what the compiled tests must agree with."""

from typing import Any

from tests.core.little import CLUSTERS, GROUPS, Tree


def picks(parts: Tree, where: Tree) -> set[str]:
    """The ids that a choice of indicators picks."""
    return {each["id"] for each in parts["indicators"] if _picked(parts, where, each)}


def _picked(parts: Tree, where: Tree, each: Tree) -> bool:
    for key, wanted in where.items():
        names = [wanted] if isinstance(wanted, str) else wanted
        match key:
            case _ if wanted is None:
                fits = True
            case "ids":
                fits = each["id"] in names
            case "forms":
                fits = any(form in names for form in each["forms"])
            case "set":
                fits = any(_picked(parts, parts["sets"][name], each) for name in names)
            case "not":
                fits = not _picked(parts, wanted, each)
            case _:
                fits = each[key] in names
        if not fits:
            return False
    return True


def holds(  # noqa: PLR0911 - one arm a construct
    parts: Tree, condition: Tree, present: set[str], at: dict[str, Any]
) -> bool:
    """Whether a condition holds. `at`: each fact's value; and whether `passed`, and which facts are `unreasoned`."""
    match condition:
        case {"indicator": name}:
            return name in present
        case {"fact": fact, "from": least}:
            values = next(each["values"] for each in parts["facts"] if each["id"] == fact)
            silent = condition.get("or_no_reason") == "yes" and fact in at["unreasoned"]
            return silent or bool(values.index(at[fact]) >= values.index(least))
        case {"fact": fact, "is": wanted}:
            return at[fact] in wanted
        case {"all": several}:
            return all(holds(parts, each, present, at) for each in several)
        case {"any": several}:
            return any(holds(parts, each, present, at) for each in several)
        case {"condition": name}:
            return holds(parts, parts["conditions"][name], present, at)
        case {"points": lines, "at_least": least}:
            return sum(_points(parts, line, present, at) for line in lines) >= int(least)
        case {"passed": _}:
            return bool(at["passed"])
        case {"of": list(several), "at_least": least}:
            return sum(holds(parts, each, present, at) for each in several) >= int(least)
        case {"of": what, "at_least": least}:
            return _count(parts, what, present & picks(parts, condition.get("where", {}))) >= int(least)
    raise AssertionError(condition)


def _points(parts: Tree, line: Tree, present: set[str], at: dict[str, Any]) -> int:
    if "each" in line:
        return len(present & picks(parts, line["each"])) * int(line["worth"])
    return int(line["worth"].get(at[line["fact"]], 0))


def _count(parts: Tree, what: str, hits: set[str]) -> int:
    if what == "indicators":
        return len(hits)
    key = what.removesuffix("s")
    named = {each["id"]: each[key] or each["id"] for each in parts["indicators"]}
    assert set(named.values()) <= {*GROUPS, *CLUSTERS, *named}
    return len({named[each] for each in hits})
