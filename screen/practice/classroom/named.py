"""Named: the classes that attempts were played in, whatever the case and the blanks in which each laptop had them."""

from collections.abc import Mapping
from typing import NamedTuple


class Named(NamedTuple):
    """A class as most attempts write it, and every way in which it is written; "": the laptops were told none."""

    name: str
    spellings: tuple[str, ...]


def folded(group: str) -> str:
    """What is the same for names that differ by case or blanks alone."""
    return " ".join(group.casefold().split())


def classes_of(groups: Mapping[str, int]) -> tuple[Named, ...]:
    """The classes by their names, from how many attempts write each name."""
    spellings = dict[str, list[str]]()
    for group in sorted(groups, key=lambda each: (-groups[each], each)):
        spellings.setdefault(folded(group), []).append(group)
    told = sorted(spellings.items(), key=lambda each: (not each[0], each[0]))
    return tuple(Named(all_[0].strip(), tuple(all_) if key else ("",)) for key, all_ in told)
