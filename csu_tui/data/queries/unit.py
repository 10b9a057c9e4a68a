"""The unit's own lists and settings."""

import json
import sqlite3
from typing import Any

from csu_tui.domain.ids import AgencyId, CategoryId, KindId, OfficerId, PhraseId
from csu_tui.domain.unit import Agency, Category, Kind, Officer, Phrase, Unit, UnitSetting
from csu_tui.domain.words import Family


def agencies(connection: sqlite3.Connection, *, retired: bool = False) -> tuple[Agency, ...]:
    """Return the agencies, digits first, then by name."""
    rows = connection.execute(
        "SELECT id, name, short, digit, own, retired, version FROM agency WHERE retired <= ?"
        " ORDER BY digit IS NULL, digit, name, id",
        (int(retired),),
    )
    return tuple(Agency(AgencyId(r[0]), r[1], r[2], r[3], bool(r[4]), bool(r[5]), r[6]) for r in rows)


def officers(
    connection: sqlite3.Connection, agency_id: int | None = None, *, retired: bool = False
) -> tuple[Officer, ...]:
    """Return the officers, of one agency or of all, by name."""
    rows = connection.execute(
        "SELECT officer.id, agency_id, agency.short, officer.name, login, officer.retired, officer.version"
        " FROM officer JOIN agency ON agency.id = agency_id WHERE officer.retired <= ?"
        " AND agency_id = ifnull(?, agency_id)"
        " ORDER BY officer.name, officer.id",
        (int(retired), agency_id),
    )
    return tuple(Officer(OfficerId(r[0]), AgencyId(r[1]), r[2], r[3], r[4], bool(r[5]), r[6]) for r in rows)


def kinds(connection: sqlite3.Connection) -> tuple[Kind, ...]:
    """Return the kinds of action in their own order."""
    rows = connection.execute(
        "SELECT id, name, family, topic, usual, version FROM kind WHERE retired = 0 ORDER BY position, id"
    )
    return tuple(Kind(KindId(r[0]), r[1], Family(r[2]), r[3], bool(r[4]), r[5]) for r in rows)


def categories(connection: sqlite3.Connection) -> tuple[Category, ...]:
    """Return the categories in their own order."""
    rows = connection.execute(
        "SELECT id, name, asb, sensitive, version FROM category WHERE retired = 0 ORDER BY position, id"
    )
    return tuple(Category(CategoryId(r[0]), r[1], bool(r[2]), bool(r[3]), r[4]) for r in rows)


def sent_categories(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the category that each name in a source's file means, by case-folded name.

    A standard name goes on meaning its category however the unit calls it now (its position stays). A retired one is
    meant no more, unless it is sensitive: what partners send must never lose its protection.
    """
    from csu_tui.domain.standard import CATEGORIES

    rows = connection.execute("SELECT id, name, position FROM category WHERE retired = 0 OR sensitive = 1").fetchall()
    found = {CATEGORIES[position].name.casefold(): number for number, _, position in rows if position < len(CATEGORIES)}
    return found | {name.casefold(): number for number, name, _ in rows}


def category_names(connection: sqlite3.Connection) -> dict[str, tuple[int, bool, bool]]:
    """Return by case-folded name every category's number, whether it is retired and whether it is sensitive."""
    rows = connection.execute("SELECT name, id, retired, sensitive FROM category")
    return {name.casefold(): (number, bool(retired), bool(sensitive)) for name, number, retired, sensitive in rows}


def phrases(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Return the frequent phrases of one dialog's list."""
    rows = connection.execute("SELECT text FROM phrase WHERE list = ? AND retired = 0 ORDER BY position, id", (name,))
    return tuple(r[0] for r in rows)


def phrase_rows(connection: sqlite3.Connection, name: str) -> tuple[Phrase, ...]:
    """Return the phrases of one list with the versions that a person sees."""
    rows = connection.execute(
        "SELECT id, list, text, version FROM phrase WHERE list = ? AND retired = 0 ORDER BY position, id", (name,)
    )
    return tuple(Phrase(PhraseId(r[0]), r[1], r[2], r[3]) for r in rows)


def setting_rows(connection: sqlite3.Connection) -> tuple[UnitSetting, ...]:
    """Return the settings with the versions that a person sees."""
    rows = connection.execute("SELECT key, value, version FROM setting ORDER BY rowid")
    return tuple(UnitSetting(r[0], json.loads(r[1]), r[2]) for r in rows)


def sources(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the sources that have sent anything lately, the most frequent first; who sent history only comes last."""
    rows = connection.execute(
        "SELECT source FROM (SELECT source, history FROM report ORDER BY id DESC LIMIT 500)"
        " GROUP BY source ORDER BY sum(history = 0) DESC, count(*) DESC, source"
    )
    return tuple(r[0] for r in rows)


def open_actions(connection: sqlite3.Connection, owner: str, number: int) -> int:
    """Return how many open actions an `agency` or an `officer` has."""
    column = {"agency": "agency_id", "officer": "officer_id"}[owner]
    sql = f"SELECT count(*) FROM action WHERE {column} = ? AND status = 'open' AND withdrawn = 0"
    return int(connection.execute(sql, (number,)).fetchone()[0])


def settings(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return every setting of the unit by its key."""
    return {key: json.loads(value) for key, value in connection.execute("SELECT key, value FROM setting")}


def unit(connection: sqlite3.Connection) -> Unit:
    """Return what the unit calls itself and prints on its papers."""
    found = settings(connection)
    return Unit(
        unit=str(found["unit"]),
        marking=str(found["marking"]),
        redacted_marking=str(found["redacted_marking"]),
        confidentiality=str(found["confidentiality"]),
        minutes_folder=str(found["minutes_folder"]),
    )
