"""Long lists for a desk, each one query whatever its length: actions, and the ledger."""

import sqlite3
from datetime import date, datetime
from functools import cache
from typing import Any

from csu_tui.data.queries import action as actions
from csu_tui.data.queries import ledger as ledgers
from csu_tui.domain.action import TELLING
from csu_tui.domain.ids import AgencyId
from csu_tui.domain.ledger import public_route
from csu_tui.domain.listed import Listed, ListedAction, ListedFeedback
from csu_tui.domain.moment import utc_text
from csu_tui.domain.place import Place
from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.stroke import ActionFilter

PLACE = "r.house, r.street, r.locality, r.postcode, r.unsplit"
HEADLINE = f"CASE WHEN c.sensitive THEN '{SENSITIVE_HEADLINE}' ELSE c.name END"
_REPORT = " JOIN report r ON r.id = {} JOIN category c ON c.id = r.category_id"
_TELLING = f"k.family IN ({', '.join(repr(family.value) for family in sorted(TELLING))})"
_OPEN = "r.history = 0 AND r.taken_back IS NULL"


def action_list(
    connection: sqlite3.Connection, wanted: ActionFilter, today: date, *, private: bool
) -> Listed[ListedAction]:
    """Return the actions that a filter lets through, oldest due first, found by everything that may be shown."""
    hide = "0" if private else "c.sensitive"
    columns = actions.COLUMNS.replace("k.name", f"CASE WHEN {hide} AND {_TELLING} THEN k.family ELSE k.name END")
    for name in ("a.text", "a.outcome"):
        columns = columns.replace(name, f"CASE WHEN {hide} THEN '' ELSE {name} END")
    where, values = "", list[object]()
    for column, value in (("a.agency_id", wanted.agency_id), ("a.officer_id", wanted.officer_id)):
        if value is not None:
            where, values = f"{where} AND {column} = ?", [*values, value]
    if wanted.status == "open":
        where += " AND a.status = 'open'"
    elif wanted.status != "all":
        where, values = f"{where} AND a.status = ?", [*values, wanted.status]
    if wanted.overdue:
        where, values = f"{where} AND a.status = 'open' AND a.due < ?", [*values, today.isoformat()]
    rows = connection.execute(
        f"SELECT {columns}, {HEADLINE}, {PLACE}, c.sensitive, g.name FROM action a JOIN agency g ON g.id = a.agency_id"
        f" JOIN kind k ON k.id = a.kind_id LEFT JOIN officer o ON o.id = a.officer_id{_REPORT.format('a.report_id')}"
        f" WHERE a.withdrawn = 0{where} ORDER BY a.due, a.agency_id, a.id",
        values,
    ).fetchall()

    def make(r: tuple[Any, ...]) -> ListedAction:
        return ListedAction(actions.made(r), r[17], _place(r[18:23], private=private), bool(r[23]))

    def words(r: tuple[Any, ...]) -> str:
        return f"A{r[0]} R{r[2]} {r[5]} {r[24]} {r[7]} {r[9]} {r[11]} {r[17]} {_where(r[18:23], private=private)}"

    return Listed(rows, make, words)


def ledger_list(
    connection: sqlite3.Connection,
    *,
    agency_id: AgencyId | None,
    since: datetime | None,
    private: bool,
) -> Listed[ListedFeedback]:
    """Return who is owed an answer, the earliest due first; with `since` behind them those settled.

    Owed: due, attempted, or via an organisation that is still to tell them. Nobody who is anonymous, declined, or not
    known is among those. Settled: of reports decided in a meeting since then, the newest first.
    """
    select = f"SELECT {ledgers.COLUMNS}, {HEADLINE}, {PLACE}, c.sensitive, r.route, g.name FROM feedback f"
    joined = f"{_REPORT.format('f.report_id')} LEFT JOIN agency g ON g.id = f.agency_id"
    mine, values = ("", ()) if agency_id is None else (" AND f.agency_id = ?", (agency_id,))
    rows = connection.execute(
        f"{select} INDEXED BY feedback_owed{joined} WHERE f.state IN ('due', 'attempted') AND f.due IS NOT NULL"
        f" AND {_OPEN}{mine} ORDER BY f.due, f.report_id",
        values,
    ).fetchall()
    rows += connection.execute(
        f"{select}{joined} WHERE f.state = 'via organisation' AND f.via_done = 0 AND {_OPEN}{mine}"
        f" AND EXISTS (SELECT 1{_decided('s.report_id = f.report_id')}) ORDER BY f.report_id",
        values,
    ).fetchall()
    if since is not None:
        rows += connection.execute(
            f"{select}{joined} WHERE f.report_id IN (SELECT s.report_id{_decided('m.start >= ?')}) AND {_OPEN}{mine}"
            " AND (f.state IN ('given', 'anonymous', 'declined', 'not appropriate')"
            " OR f.state = 'via organisation' AND f.via_done = 1) ORDER BY f.report_id DESC",
            (utc_text(since), *values),
        ).fetchall()

    def make(r: tuple[Any, ...]) -> ListedFeedback:
        sensitive = bool(r[17])
        line = ledgers.made(r)
        route = r[18] if private else public_route(r[18])
        return ListedFeedback(
            line if private else line.public(sensitive), r[11], _place(r[12:17], private=private), sensitive, route
        )

    def words(r: tuple[Any, ...]) -> str:
        return f"R{r[0]} {r[5]} {r[19] or ''} {r[2]} {r[11]} {_where(r[12:17], private=private)}"

    return Listed(rows, make, words)


def _decided(when: str) -> str:
    return (
        f" FROM meeting m JOIN agenda_step s ON s.meeting_id = m.id WHERE m.state != 'abandoned' AND {when}"
        " AND s.kind = 'report' AND s.decision IS NOT NULL AND s.decision != 'hold over'"
    )


def _place(parts: tuple[str, ...], *, private: bool) -> Place:
    place = Place(*parts)
    return place if private else place.public()


def _where(parts: tuple[str, ...], *, private: bool) -> str:
    """Return what of a place it is found by: no more than may be shown, without a value for each of 20,000."""
    if private:
        return " ".join(parts)
    _, street, locality, postcode, unsplit = parts
    return locality if unsplit else f"{street} {locality} {_outward(postcode)}"


@cache
def _outward(postcode: str) -> str:
    return Place(postcode=postcode).outward
