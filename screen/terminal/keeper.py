"""The keeper: what becomes of the answers while they are given, as far as the screen has to tell it."""

from typing import TYPE_CHECKING, Protocol

from screen.terminal.console import IN_MEMORY

if TYPE_CHECKING:
    from screen.core.encounter import Party


class Keeper(Protocol):
    """Whoever keeps an encounter. It tells the officer what went wrong, and stops no screening."""

    @property
    def opening(self) -> str:
        """What the officer is told before the first question."""

    @property
    def seals(self) -> bool:
        """Whether at the end the encounter is sealed, or another place for it asked for."""

    @property
    def holds(self) -> bool:
        """Whether all that was answered so far is on the disk."""

    @property
    def words(self) -> str:
        """What is told of that at a pause, and to an officer who leaves."""

    def keep(self, party: "Party") -> None:
        """Keep the encounter as it stands, before the next question is put."""

    def seal(self, party: "Party") -> None:
        """End the encounter: what was kept of it is sealed."""


class Memory:
    """Keeps nothing: what was answered is gone with the program."""

    opening = "Memory only: nothing is kept on this laptop. h hides the screen."
    seals = holds = False
    words = IN_MEMORY

    def keep(self, party: "Party") -> None:
        """Nothing."""

    def seal(self, party: "Party") -> None:
        """Nothing."""
