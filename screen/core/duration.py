"""Lengths of time as a rulebook writes them: `30 min`, `24 h`, `5 d`."""

from datetime import timedelta


def span(text: str) -> timedelta:
    """The length of time. The shape has already seen to it that the text is one."""
    number = int(text.rstrip("minhd "))
    if text.endswith("min"):
        return timedelta(minutes=number)
    return timedelta(hours=number) if text.endswith("h") else timedelta(days=number)
