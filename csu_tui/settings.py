"""Where things live, who is at the keyboard, and what the clock was set to; nothing is read at import."""

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from csu_tui.domain.errors import RuleError

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
