"""Who is at this computer: the one answer for each database, kept by names in the person's preferences file."""

import os
import secrets
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from csu_tui import settings
from csu_tui.domain.errors import RuleError
from csu_tui.domain.preference import MyName, Preferences, matched

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk
    from csu_tui.domain.ids import AgencyId, OfficerId

HEAD = "# Your own preferences of csu-tui: theme, [keys], [me]. What is wrong here is named when csu-tui starts.\n\n"
"""How a new file begins."""


class Person:
    """Keeps agency and officer by the database they were chosen in, and everything else in the file as it is."""

    def __init__(self, database: Path, file: Path, preferences: Preferences) -> None:
        self._database = str(database.resolve())
        self._file = file
        self._answer = dict(preferences.me).get(self._database)

    def read(self) -> MyName | None:
        """Return the names; None where there is no answer yet."""
        return self._answer

    def keep(self, agency: str, officer: str) -> None:
        """Keep the answer; raises RuleError where it is remembered for this sitting only, and why."""
        self._answer = MyName(agency, officer, self._file.name, self._file.name)
        try:
            self._write(agency, officer)
        except (OSError, UnicodeDecodeError) as error:
            why = (error.strerror or str(error)) if isinstance(error, OSError) else "it is not UTF-8 text"
            raise RuleError(_only_now(f"{self._file.name} could not be written: {why}.")) from error

    def _write(self, agency: str, officer: str) -> None:
        file = self._file.resolve()  # a link stays one
        old = file.read_bytes().decode("utf-8") if file.exists() else ""
        try:
            before = tomllib.loads(old)
        except tomllib.TOMLDecodeError as error:
            raise RuleError(_only_now(f"{self._file.name} is not TOML and was left alone: {error}.")) from error
        names = {"agency": agency} | ({"officer": officer} if officer else {})
        others = before.get("me", {})
        if not isinstance(others, dict) or not isinstance(others.get(self._database, {}), dict):
            raise RuleError(_only_now(f"{self._file.name} was left alone: {settings.WHO_I_AM}"))
        new = _with_names(old or HEAD, self._database, names)
        if tomllib.loads(new) != before | {"me": others | {self._database: names}}:
            raise RuleError(_only_now(f"{self._file.name} was left alone: csu-tui cannot keep the way it is written."))
        _replace(file, new.encode("utf-8"))


def _only_now(why: str) -> str:
    return f"Who you are is remembered for this sitting only. {why}"


def _with_names(text: str, database: str, names: Mapping[str, str]) -> str:
    """Return a preferences file with who somebody is in one database; comments, order and layout stay."""
    import tomlkit
    from tomlkit.items import Table

    document = tomlkit.parse(text)
    if "me" not in document:
        document["me"] = tomlkit.table(is_super_table=True)
    me: Any = document["me"]
    if database not in me:
        me[database] = tomlkit.table() if isinstance(me, Table) else tomlkit.inline_table()
    mine = me[database]
    for key, value in names.items():
        if mine.get(key) != value:
            mine[key] = value
    for key in [key for key in mine if key not in names]:
        del mine[key]
    return tomlkit.dumps(document)


def _replace(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only where it is new."""
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o600
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        fresh.chmod(mode)
        fresh.replace(file)
    finally:
        with suppress(OSError):
            fresh.unlink()


def mine(desk: "Desk") -> "tuple[AgencyId | None, OfficerId | None]":
    """Return whose actions are mine: by the operating-system user, else by the answer in the preferences file.

    Raises RuleError where neither says it.
    """
    try:
        return None, desk.me().id
    except RuleError as unknown:
        file = settings.preferences_path()
        name = Person(desk.path, file, settings.preferences(file)).read()
        if name is None:
            raise RuleError(f"{unknown} Or F3 on the screens asks who you are.") from unknown
    agency, officer = matched(name, desk.agencies(), desk.officers())
    return agency.id, officer.id if officer else None
