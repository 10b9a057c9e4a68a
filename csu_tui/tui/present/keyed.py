"""Sentences that name keys, each of which a person may have chosen otherwise."""

import re
from collections.abc import Callable

Sign = Callable[[str], str]
"""Returns how people read a key that is written as ours: `E`, `+`, `F7`; one of another screen as `MeetingScreen.g`."""
_KEY = re.compile(r"\{([^{}\s]+)\}")


def ours(key: str) -> str:
    """Return a key as it is where nobody chose another."""
    return key.rpartition(".")[2]


def keyed(sentence: str, sign: Sign = ours) -> str:
    """Put the keys into a sentence of ours: `{E} ends the meeting`. Nothing that people typed belongs into it."""
    return _KEY.sub(lambda found: sign(found[1]), sentence)
