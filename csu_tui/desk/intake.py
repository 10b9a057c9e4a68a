"""Files taken in: read first, locked late, one transaction a file (SPEC 7)."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from csu_tui.data.connection import Connection
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import unit as units
from csu_tui.data.rekeying import rekey_reporter
from csu_tui.desk.raising import PLACE, place_columns
from csu_tui.desk.undoing import Undoing
from csu_tui.domain.errors import RuleError
from csu_tui.domain.feedback import planned
from csu_tui.domain.ids import ReportId
from csu_tui.domain.incoming import Incoming, IncomingFile
from csu_tui.domain.moment import utc_text
from csu_tui.domain.order import Waiting
from csu_tui.domain.people import reporter_keys
from csu_tui.domain.place import Place
from csu_tui.domain.reference import import_ref, report_ref
from csu_tui.domain.words import FeedbackState, Precision, ReporterKind, Risk

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing
    from csu_tui.files.intake import FieldMap

Progress = Callable[[int, int], None]
SLICE = 500
"""Identities looked up at once."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file; `import_id` is None in a dry run, `error` is why a file was refused whole."""

    file: str
    incoming: IncomingFile | None = None
    import_id: int | None = None
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicts: tuple[str, ...] = ()
    joined: int = 0
    """How many joined the open meeting's agenda."""
    refused_file: Path | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """How to read the files."""

    source: str | None = None
    map: "FieldMap | None" = None
    date_order: Literal["dmy", "mdy"] | None = None
    history: bool = False
    dry_run: bool = False


class Intake(Undoing):
    """Take reports in."""

    def saved_maps(self) -> Mapping[str, "FieldMap"]:
        """Return the corrected maps that the unit keeps, by source."""
        from csu_tui.files.intake.map_file import parse_map

        with self._db.read() as connection:
            rows = connection.execute("SELECT name, toml FROM fieldmap ORDER BY name").fetchall()
        return {name: parse_map(toml, f"The saved map {name}", name) for name, toml in rows}

    def take_in(self, path: Path, options: IntakeOptions, progress: Progress | None = None) -> Taken:
        """Take one file in, whole or not at all; a file refused whole comes back with its sentence in `error`."""
        from csu_tui.files.intake import read_file

        try:
            incoming = read_file(
                path,
                source=options.source,
                map_=options.map,
                date_order=options.date_order,
                saved=self.saved_maps(),
                now=self.now(),
                progress=progress,
            )
        except RuleError as error:
            return Taken(path.name, error=str(error))
        with self._db.read() as connection:
            standing = _standing(connection, incoming.rows)
        if options.dry_run:
            return _counted(Taken(path.name, incoming), incoming.rows, standing)
        taken = self._keep_file(path, incoming, options)
        if incoming.refused:
            taken = replace(taken, refused_file=self._keep_refused(incoming, path))
        return taken

    def _keep_refused(self, incoming: IncomingFile, path: Path) -> Path:
        """Write the refused rows beside their file, or beside the database where that folder is read-only."""
        from csu_tui.files.intake import refused_name, write_refused

        try:
            return write_refused(incoming, refused_name(path))
        except RuleError:
            return write_refused(incoming, self.path.parent / refused_name(path).name)

    def _keep_file(self, path: Path, incoming: IncomingFile, options: IntakeOptions) -> Taken:
        with self._writing() as writing:
            connection = writing.connection
            connection.execute("PRAGMA cache_spill=OFF")
            standing = _standing(connection, incoming.rows)
            import_id = writing.add(
                "import",
                started=utc_text(self.now()),
                who=self.login,
                file=path.name,
                digest=incoming.digest,
                source=incoming.source,
                format=incoming.format,
                map=incoming.map,
                encoding=incoming.encoding,
                date_order=incoming.date_order,
                history=int(options.history),
                read=len(incoming.rows) + len(incoming.refused),
                refused=len(incoming.refused),
            )
            fresh = [row for row in _once(incoming.rows) if row.identity not in standing]
            joining = self._insert(writing, import_id, fresh, history=options.history)
            conflicts: list[str] = []
            updated = 0
            for row in _once(incoming.rows):
                if row.identity in standing and standing[row.identity][1] != row.content:
                    conflicts += self._update(writing, import_id, standing[row.identity][0], row)
                    updated += 1
            meeting = meetings.open_meeting(connection)
            if meeting is not None and self._takes_new(meeting):
                self._join(writing, meeting, joining)
            else:
                joining = []
            taken = Taken(
                path.name,
                incoming,
                import_id,
                len(fresh),
                updated,
                len(incoming.rows) - len(fresh) - updated,
                tuple(conflicts),
                len(joining),
            )
            writing.change(
                "import",
                import_id,
                added=taken.added,
                updated=taken.updated,
                unchanged=taken.unchanged,
                conflicts=len(conflicts),
            )
            writing.record(f"import: {taken.added} added, {updated} updated", import_ref(import_id))
        return taken

    def _insert(self, writing: "Writing", import_id: int, rows: list[Incoming], *, history: bool) -> list[Waiting]:
        """Insert new reports in bulk and return those that wait for a meeting."""
        connection = writing.connection
        category_ids = units.sent_categories(connection)
        other = category_ids.get("other concern") or min(category_ids.values())
        created = utc_text(self.now())
        columns: list[dict[str, Any]] = []
        for row in rows:
            past = history or row.received.precision is Precision.MONTH
            columns.append(
                {
                    "version": 1,
                    "source": row.source,
                    "source_ref": row.source_ref,
                    "identity": row.identity,
                    "content": row.content,
                    "import_id": import_id,
                    "received": row.received.stored(),
                    "occurred": row.occurred.stored() if row.occurred else None,
                    "category_id": category_ids.get(row.source_category.strip().casefold())
                    or category_ids.get(row.category.casefold(), other),
                    "source_category": row.source_category,
                    "qualifier": row.qualifier.value if row.qualifier else None,
                    "risk": (row.risk or Risk.STANDARD).value,
                    "title": row.title,
                    "text": row.text,
                    **place_columns(row.place),
                    "latitude": row.latitude,
                    "longitude": row.longitude,
                    "reporter_kind": row.reporter.kind.value,
                    "name": row.reporter.name,
                    "phone": row.reporter.phone,
                    "email": row.reporter.email,
                    "feedback_wanted": None
                    if row.reporter.feedback_wanted is None
                    else int(row.reporter.feedback_wanted),
                    "route": row.reporter.route,
                    "status": row.status,
                    "history": int(past),
                    "waiting": int(not past),
                    "created": created,
                }
            )
        if not columns:
            return []
        before = connection.execute("SELECT ifnull(max(id), 0) FROM report").fetchone()[0]
        names = tuple(columns[0])
        connection.executemany(
            f"INSERT INTO report ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            (tuple(column.values()) for column in columns),
        )
        numbers = dict(connection.execute("SELECT identity, id FROM report WHERE id > ?", (before,)))
        connection.executemany(
            "INSERT INTO feedback (report_id, version, state, reason, attempts, via_done, planned)"
            " VALUES (?, 1, ?, '', 0, 0, 0)",
            ((numbers[row.identity], planned(row.reporter).value) for row in rows),
        )
        connection.executemany(
            "INSERT INTO reporter_key (report_id, key, received) VALUES (?, ?, ?)",
            (
                (numbers[row.identity], key, row.received.stored())
                for row in rows
                for key in reporter_keys(row.reporter, row.place)
            ),
        )
        return [
            Waiting(ReportId(numbers[row.identity]), row.risk or Risk.STANDARD, row.received)
            for row, column in zip(rows, columns, strict=True)
            if column["waiting"]
        ]

    def _update(self, writing: "Writing", import_id: int, report_id: int, row: Incoming) -> list[str]:
        """Take what the source owns; keep a different place or date as a conflict until a person settles it."""
        before = writing.row("report", report_id)
        if before is None:
            return []
        values: dict[str, Any] = {"content": row.content, "status": row.status, "title": row.title, "text": row.text}
        place = Place(*(before[name] for name in PLACE))
        conflicts = []
        for field, sent in _differing(before, place, row):
            conflict = field != "place" or not self._typed(writing, report_id)
            known = writing.connection.execute(
                "SELECT 1 FROM source_value WHERE report_id = ? AND field = ? AND value = ? AND settled IS NULL",
                (report_id, field, sent),
            ).fetchone()
            if known is None:
                writing.add(
                    "source_value",
                    report_id=report_id,
                    import_id=import_id,
                    field=field,
                    value=sent,
                    conflict=int(conflict),
                )
            if conflict:
                conflicts.append(f"{report_ref(report_id)}: {field} differs")
        anonymous = row.reporter.kind is ReporterKind.ANONYMOUS and before["reporter_kind"] != ReporterKind.ANONYMOUS
        unwilling = row.reporter.feedback_wanted is False and before["feedback_wanted"] != 0
        if anonymous:
            values |= {"reporter_kind": ReporterKind.ANONYMOUS.value, "name": "", "phone": "", "email": "", "route": ""}
        if unwilling:
            values["feedback_wanted"] = 0
        writing.change("report", report_id, **values)
        rekey_reporter(writing.connection, report_id)
        state = ledgers.feedback(writing.connection, report_id).state
        if anonymous and state not in (FeedbackState.ANONYMOUS, FeedbackState.GIVEN):
            writing.change("feedback", report_id, state=FeedbackState.ANONYMOUS.value, due=None)
        elif unwilling and state not in (FeedbackState.ANONYMOUS, FeedbackState.DECLINED, FeedbackState.GIVEN):
            writing.change("feedback", report_id, state=FeedbackState.DECLINED.value, due=None)
        self._after(writing, ReportId(report_id))
        writing.record("update: source sent new content", report_ref(report_id))
        return conflicts

    @staticmethod
    def _typed(writing: "Writing", report_id: int) -> bool:
        """Say whether the meeting has typed over the place, so that the source's is kept beside it."""
        rows = writing.connection.execute(
            "SELECT field FROM source_value WHERE report_id = ? AND conflict = 0 AND import_id IS NULL"
            " AND settled IS NULL",
            (report_id,),
        )
        return any(field in PLACE for (field,) in rows)


def _differing(before: dict[str, Any], place: Place, row: Incoming) -> list[tuple[str, str]]:
    """Return the fields in which a source contradicts what stands, each with what it sent (SPEC 7).

    A reporter who was anonymous or wanted no feedback, and now is named or wants it, is never taken at once.
    """
    found = []
    if before["received"] != row.received.stored():
        found.append(("received", row.received.stored()))
    if place != row.place:
        found.append(("place", json.dumps(asdict(row.place), ensure_ascii=False)))
    named = before["reporter_kind"] == ReporterKind.ANONYMOUS and row.reporter.kind not in (
        ReporterKind.ANONYMOUS,
        ReporterKind.NOT_STATED,
    )
    willing = before["feedback_wanted"] == 0 and row.reporter.feedback_wanted is True
    if named or willing:
        found.append(("reporter", json.dumps(asdict(row.reporter), ensure_ascii=False)))
    return found


def _once(rows: Iterable[Incoming]) -> list[Incoming]:
    """Keep the last of rows that share an identity, which only a repeated reference gives."""
    return list({row.identity: row for row in rows}.values())


def _standing(connection: Connection, rows: tuple[Incoming, ...]) -> dict[str, tuple[int, str]]:
    """Return the known identities with their report's number and content."""
    found: dict[str, tuple[int, str]] = {}
    identities = [row.identity for row in rows]
    for start in range(0, len(identities), SLICE):
        part = identities[start : start + SLICE]
        marks = ", ".join("?" * len(part))
        for identity, number, content in connection.execute(
            f"SELECT identity, id, content FROM report WHERE identity IN ({marks})", part
        ):
            found[identity] = (number, content)
    return found


def _counted(taken: Taken, rows: tuple[Incoming, ...], standing: dict[str, tuple[int, str]]) -> Taken:
    once = _once(rows)
    added = sum(row.identity not in standing for row in once)
    updated = sum(row.identity in standing and standing[row.identity][1] != row.content for row in once)
    return replace(taken, added=added, updated=updated, unchanged=len(rows) - added - updated)
