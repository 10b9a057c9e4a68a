"""Where things live, who is at the keyboard, and what the clock was set to; nothing is read at import."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from csu_tui.domain.errors import RuleError
from csu_tui.domain.preference import KeyChoice, MyName, Preferences

THEMES = ("dark", "light")
WHO_I_AM = 'who you are is written below [me."path of the database"]: agency = "…" and officer = "…".'
"""What is said where it is written otherwise."""
SAMPLE_MORNING = "2022-04-01T09:00:00+01:00"
"""The morning on which the demonstration opens."""


def data_folder() -> Path:
    """Return the platform's folder for a user's data of this program."""
    from platformdirs import user_data_path

    return user_data_path("csu-tui", appauthor=False)


def log_folder() -> Path:
    """Return the platform's folder for logs of this program."""
    from platformdirs import user_log_path

    return user_log_path("csu-tui", appauthor=False)


def database_path(named: str | None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the database: the one named, else `CSU_TUI_DB`, else the one in the user's data folder."""
    chosen = named or environment.get("CSU_TUI_DB")
    return Path(os.path.expanduser(chosen)) if chosen else data_folder() / "csu.db"


def preferences_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file of a person's preferences: `CSU_TUI_CONFIG`, else one in the platform's configuration folder."""
    if chosen := environment.get("CSU_TUI_CONFIG"):
        return Path(os.path.expanduser(chosen))
    from platformdirs import user_config_path

    return user_config_path("csu-tui", appauthor=False) / "preferences.toml"


def preferences(path: Path) -> Preferences:
    """Read a person's preferences; what is wrong in them is named, with file and line, and does no harm."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Preferences()
    except OSError as error:
        return Preferences(complaints=(f"{path.name} cannot be read: {error.strerror}.",))
    except UnicodeDecodeError:
        return Preferences(complaints=(f"{path.name} is not UTF-8 text: nothing of it was taken.",))
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Preferences(complaints=(f"{path.name} is not TOML, so nothing of it was taken: {error}.",))
    return _checked(found, path.name, text.splitlines())


def _checked(found: dict[str, Any], file: str, lines: list[str]) -> Preferences:
    theme, keys, me, complaints = "dark", list[KeyChoice](), list[tuple[str, MyName]](), list[str]()
    for name, value in found.items():
        where = _where(file, lines, name)
        if name == "theme" and value in THEMES:
            theme = value
        elif name == "theme":
            complaints.append(f'{where}: a theme is "dark" or "light".')
        elif name not in ("keys", "me"):
            complaints.append(f"{where}: there is no such preference, only theme, [keys] and [me].")
        elif not isinstance(value, dict):
            said = 'keys are written below [keys], like next = "j".'
            complaints.append(f"{where}: {said if name == 'keys' else WHO_I_AM}")
        elif name == "keys":
            for action, key in value.items():
                if isinstance(key, str):
                    keys.append(KeyChoice(action, key, _where(file, lines, name, action)))
                else:
                    complaints.append(
                        f'{_where(file, lines, name, action)}: a key is written in quotes, like next = "j".'
                    )
        else:
            for database, names in value.items():
                if (mine := _my_name(names, partial(_where, file, lines, name, database), complaints)) is not None:
                    me.append((database, mine))
    return Preferences(theme, tuple(keys), tuple(complaints), tuple(me))


def _my_name(names: object, where: Callable[..., str], complaints: list[str]) -> MyName | None:
    """Read who somebody is in one database; a wrong entry is named, and then nothing of it is taken."""
    if not isinstance(names, dict) or "agency" not in names:
        complaints.append(f"{where()}: {WHO_I_AM}")
        return None
    wrong = [key for key, value in names.items() if key not in ("agency", "officer") or not isinstance(value, str)]
    complaints += [f"{where(key)}: {WHO_I_AM}" for key in wrong]
    if wrong:
        return None
    return MyName(names["agency"], names.get("officer", ""), where("agency"), where("officer"))


def _where(file: str, lines: list[str], *path: str) -> str:
    """Name an entry by file, line and key; its line is its own, else that of the table it is in."""
    line = next((found for end in range(len(path), 0, -1) if (found := _line(lines, path[:end]))), None)
    return f"{file}, line {line}, {path[-1]}" if line else f"{file}, {path[-1]}"


def _line(lines: list[str], path: tuple[str, ...]) -> int | None:
    import tomllib

    table: tuple[str, ...] = ()
    for at, text in enumerate(lines, 1):
        head = text.strip()
        try:
            names = _names(tomllib.loads(head if head.startswith("[") else head.partition("=")[0] + "=0"))
        except tomllib.TOMLDecodeError:  # a comment, a blank, or what a value of several lines goes on with
            continue
        if head.startswith("["):
            table = names
        if (table if head.startswith("[") else (*table, *names))[: len(path)] == path:
            return at
    return None


def _names(found: object) -> tuple[str, ...]:
    """Return the keys down to the first value."""
    names = []
    while isinstance(found, dict) and found:
        name, found = next(iter(found.items()))
        names.append(name)
        found = found[0] if isinstance(found, list) and found else found
    return tuple(names)


def set_clock(environment: Mapping[str, str] = os.environ) -> datetime | None:
    """Return the time that `CSU_TUI_NOW` sets, or None; raises RuleError where it is not ISO 8601 with an offset."""
    text = environment.get("CSU_TUI_NOW", "").strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise RuleError(f"CSU_TUI_NOW is not a time with an offset: write it like {SAMPLE_MORNING}.")
    return found


def login() -> str:
    """Return the operating-system user; not what an environment variable claims."""
    if sys.platform == "win32":
        import getpass

        return getpass.getuser()
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"user {os.getuid()}"


def sample_path() -> Path:
    """Return the sample database: in the installed package, else beside a checkout's."""
    package = Path(__file__).parent
    for found in (package / "sample.db", package.parent / "sample.db"):
        if found.is_file():
            return found
    raise RuleError("The sample database is missing from this installation: install csu-tui again.")
