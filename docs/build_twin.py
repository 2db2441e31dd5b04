"""Build hook: a wheel carries the compiled rulebook beside its YAML, so that every start is a quick one."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TwinHook(BuildHookInterface):  # type: ignore[type-arg] - hatchling leaves the parameter to its own plugins
    """Checks the rulebook and adds `screen/data/rulebook.json`. A faulty rulebook stops the build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the rulebook of this source tree into the build folder. Not for an editable install."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from screen.core.checks import check_book  # noqa: PLC0415 - importable only now
        from screen.storage.twin import twin_of  # noqa: PLC0415

        twin = Path(self.directory) / "rulebook.json"
        twin.parent.mkdir(parents=True, exist_ok=True)
        twin.write_text(twin_of(root, lambda: check_book), encoding="utf-8", newline="\n")
        build_data["force_include"][str(twin)] = "screen/data/rulebook.json"
