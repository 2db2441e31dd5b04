"""Where the shipped rulebook stands: inside the package in a wheel, beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


def shipped_folder() -> Path:
    """The folder of rules.yaml, indicators/ and scenarios/."""
    inside = _PACKAGE / "data"
    return inside if (inside / "rules.yaml").is_file() else _PACKAGE.parent
