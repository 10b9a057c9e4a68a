"""Where things live, who is at the keyboard, and what the clock was set to; nothing is read at import."""

import os
import re
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from csu_tui.domain.errors import RuleError
from csu_tui.domain.preference import KeyChoice, Preferences

THEMES = ("dark", "light")
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
    return Path(chosen).expanduser() if chosen else data_folder() / "csu.db"


def preferences_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file of a person's preferences: `CSU_TUI_CONFIG`, else one in the platform's configuration folder."""
    if chosen := environment.get("CSU_TUI_CONFIG"):
        return Path(chosen).expanduser()
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
    theme, keys, complaints = "dark", list[KeyChoice](), list[str]()

    def where(name: str) -> str:
        wanted = re.compile(rf"\s*(keys\s*\.\s*)?[\"']?{re.escape(name)}[\"']?\s*[=\]]|\s*\[\s*{re.escape(name)}\b")
        line = next((at for at, line in enumerate(lines, 1) if wanted.match(line)), None)
        return f"{file}, line {line}, {name}" if line else f"{file}, {name}"

    for name, value in found.items():
        if name == "theme" and value in THEMES:
            theme = value
        elif name == "theme":
            complaints.append(f'{where(name)}: a theme is "dark" or "light".')
        elif name != "keys":
            complaints.append(f"{where(name)}: there is no such preference, only theme and [keys].")
        elif not isinstance(value, dict):
            complaints.append(f'{where(name)}: keys are written below [keys], like next = "j".')
        else:
            for action, key in value.items():
                if isinstance(key, str):
                    keys.append(KeyChoice(action, key, where(action)))
                else:
                    complaints.append(f'{where(action)}: a key is written in quotes, like next = "j".')
    return Preferences(theme, tuple(keys), tuple(complaints))


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
