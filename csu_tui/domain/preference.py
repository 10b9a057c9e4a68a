"""What one person prefers on this computer: a theme, and other keys."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """Another key for an action; `where` says which line of which file asks for it."""

    action: str
    key: str
    where: str


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the file says; `complaints` are sentences about entries that were left out, each naming file and line."""

    theme: str = "dark"
    keys: tuple[KeyChoice, ...] = ()
    complaints: tuple[str, ...] = ()
