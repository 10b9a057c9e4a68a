"""Undo: my own newest change not yet undone, from the rows that the record keeps (SPEC 3.8)."""

from typing import TYPE_CHECKING, Any

from csu_tui.data.queries import change as changes
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries.group import decided_now, group, standing, touched_since
from csu_tui.data.queries.incident import doubled
from csu_tui.data.queries.source import worked_on
from csu_tui.data.rekeying import rekey_reporter
from csu_tui.desk.raising import Raising
from csu_tui.domain.change import Change
from csu_tui.domain.errors import RuleError, StaleError
from csu_tui.domain.feedback import OWED
from csu_tui.domain.ids import ReportId, StepId
from csu_tui.domain.moment import utc_text
from csu_tui.domain.reference import group_ref, report_ref
from csu_tui.domain.stroke import Said
from csu_tui.domain.words import ReporterKind

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing

UNMADE: dict[str, dict[str, Any]] = {
    "action": {"withdrawn": 1},
    "contact": {"undone": 1},
    "incident_link": {"undone": 1},
    "case_review": {"undone": 1},
    "taskgroup": {"undone": 1},
    "group_member": {"undone": 1},
    "group_report": {"undone": 1},
    "group_note": {"undone": 1},
    "source_value": {"settled": "undone"},
    "agency": {"retired": 1, "digit": None},
    "officer": {"retired": 1, "login": None},
    "kind": {"retired": 1},
    "category": {"retired": 1},
    "phrase": {"retired": 1},
}
"""How a row that a change added is taken off every list; none is ever deleted."""

DERIVED = frozenset({"version", "waiting", "finished_on", "step", "driver", "snapshot", "why"})


class Undoing(Raising):
    """Take back one's own stroke, and say which."""

    def undo(self) -> Said:
        """Undo my newest change in the open meeting (outside one: of this sitting); names it and where to go.

        Refused, naming them, where somebody changed the same thing since.
        """
        with self._writing() as writing:
            connection = writing.connection
            meeting = meetings.open_meeting(connection)
            change = changes.to_undo(connection, self.login, meeting.id if meeting else None, self.session)
            if change is None:
                raise RuleError("There is nothing of yours left to undo here.")
            before, after = changes.images(connection, change.id)
            if not after:
                raise RuleError(
                    f"'{change.what}' on {change.subject} can no longer be undone: its details were purged."
                )
            for key, image in after.items():
                self._refuse_if_changed(writing, change, key, image)
            self._refuse_unwished(writing, change, before)
            self._refuse_worked_on(writing, change, before)
            self._refuse_in_two_groups(writing, change, before)
            reports = set[int]()
            for key, image in before.items():
                table, number = _row(key)
                self._restore(writing, table, number, image)
                row = writing.row(table, number) or {}
                reports.add(int(row.get("report_id") or (number if table == "report" else 0)))
            self._refuse_doubled(writing, change, before)
            for report_id in reports - {0}:
                self._after(writing, ReportId(report_id))
                rekey_reporter(connection, report_id)
            writing.record(f"undo: {change.what}", change.subject, meeting_id=change.meeting_id, undoes=change.id)
            return Said(f"Undone: {change.what} on {change.subject}.", self._where(writing, change, after))

    def _restore(self, writing: "Writing", table: str, number: int | str, image: dict[str, Any] | None) -> None:
        self._refuse_if_taken(writing, table, number, image or {})
        if image is not None:
            key = "key" if table == "setting" else "report_id" if table == "feedback" else "id"
            writing.change(table, number, **{k: v for k, v in image.items() if k not in DERIVED | {key}})
        elif table == "report":
            writing.change(table, number, taken_back=utc_text(self.now()), waiting=0)
        elif table in UNMADE:
            writing.change(table, number, **UNMADE[table])

    @staticmethod
    def _refuse_if_taken(writing: "Writing", table: str, number: int | str, image: dict[str, Any]) -> None:
        """Refuse to give back a digit or a login that somebody else has by now."""
        column = {"agency": "digit", "officer": "login"}.get(table)
        if column is None or image.get(column) is None:
            return
        taken = writing.connection.execute(
            f'SELECT name FROM "{table}" WHERE {column} = ? AND id <> ? AND retired = 0', (image[column], number)
        ).fetchone()
        if taken:
            raise RuleError(f"{column.capitalize()} {image[column]} is {taken[0]}'s by now: take it from them first.")

    @staticmethod
    def _refuse_if_changed(writing: "Writing", change: Change, key: str, image: dict[str, Any] | None) -> None:
        table, number = _row(key)
        row = writing.row(table, number)
        standing = {k: v for k, v in (row or {}).items() if k not in DERIVED}
        if standing == {k: v for k, v in (image or {}).items() if k not in DERIVED}:
            return
        since = changes.later(writing.connection, change.id, key)
        by = f"{since.who} has changed it since ({since.what})" if since else "it has been changed since"
        raise StaleError(f"'{change.what}' on {change.subject} cannot be undone: {by}.")

    @staticmethod
    def _refuse_unwished(writing: "Writing", change: Change, before: dict[str, Any]) -> None:
        """Refuse to owe an answer again to a reporter who has become anonymous, or declined it, since."""
        for key, image in before.items():
            table, number = _row(key)
            if table != "feedback" or image is None or image["state"] not in OWED:
                continue
            then = changes.image_after(writing.connection, change.id, f"report:{number}")
            now = writing.row("report", number)
            if then is None or now is None:
                continue
            shut = now["reporter_kind"] == ReporterKind.ANONYMOUS or now["feedback_wanted"] == 0
            if shut and any(then[name] != now[name] for name in ("reporter_kind", "feedback_wanted")):
                raise StaleError(
                    f"'{change.what}' on {change.subject} cannot be undone: since then the reporter is anonymous or"
                    " wants no feedback."
                )

    @staticmethod
    def _refuse_worked_on(writing: "Writing", change: Change, before: dict[str, Any]) -> None:
        """Refuse to take back a raised report, or a group started, that others have worked on since."""
        for key, image in before.items():
            table, number = _row(key)
            if table == "taskgroup" and image is None and touched_since(writing.connection, int(number), {*before}):
                raise StaleError(
                    f"'{change.what}' on {change.subject} cannot be undone: the group has been worked on since; close"
                    " it with its outcome instead."
                )
            if table == "report" and image is None and worked_on(writing.connection, int(number)):
                raise StaleError(
                    f"'{change.what}' on {change.subject} cannot be undone: it has been worked on since; decide it as"
                    " no further action instead."
                )

    @staticmethod
    def _refuse_in_two_groups(writing: "Writing", change: Change, before: dict[str, Any]) -> None:
        """Refuse to put a report back into a group where another one has it by now, or nothing may be done to it.

        And to take one out of which the open meeting has decided so since.
        """
        connection = writing.connection
        back: list[tuple[int, int]] = []
        for key, image in before.items():
            table, number = _row(key)
            row = writing.row(table, number) or {}
            if table == "group_report" and image is None:
                step = decided_now(connection, row["report_id"])
                if step is not None and f"agenda_step:{step}" not in before:
                    raise StaleError(
                        f"'{change.what}' on {change.subject} cannot be undone: the open meeting has decided so on"
                        f" {report_ref(row['report_id'])} since."
                    )
            elif table == "group_report" and image is not None and not image["undone"]:
                back.append((int(image["report_id"]), int(image["group_id"])))
            elif table == "taskgroup" and image is not None and image["closed"] is None:
                back += ((one.report_id, int(number)) for one in group(connection, int(number)).reports)
        for report_id, group_id in back:
            others = [g for row, g, _ in standing(connection, report_id) if f"group_report:{row}" not in before]
            if any(other != group_id for other in others):
                raise StaleError(
                    f"'{change.what}' on {change.subject} cannot be undone: {report_ref(report_id)} is in"
                    f" {group_ref(others[0])} by now; take it out there first."
                )
            if connection.execute("SELECT 1 FROM report WHERE id = ? AND taken_back NOT NULL", (report_id,)).fetchone():
                raise StaleError(
                    f"'{change.what}' on {change.subject} cannot be undone: {report_ref(report_id)} was taken"
                    " back since."
                )

    @staticmethod
    def _refuse_doubled(writing: "Writing", change: Change, before: dict[str, Any]) -> None:
        """Refuse to give a link back where one of the two has been linked otherwise since."""
        for table, number in map(_row, before):
            row = (writing.row(table, number) or {}) if table == "incident_link" else {}
            if row and any(doubled(writing.connection, row[end]) for end in ("report_id", "same_as_id")):
                raise StaleError(
                    f"'{change.what}' on {change.subject} cannot be undone: {report_ref(row['report_id'])} or"
                    f" {report_ref(row['same_as_id'])} has been linked otherwise since."
                )

    @staticmethod
    def _where(writing: "Writing", change: Change, after: dict[str, Any]) -> StepId | None:
        for key, image in after.items():
            if key.startswith("agenda_step:"):
                return StepId(int(_row(key)[1]))
            if image and change.meeting_id and (report_id := image.get("report_id")):
                found = writing.connection.execute(
                    "SELECT id FROM agenda_step WHERE meeting_id = ? AND report_id = ?", (change.meeting_id, report_id)
                ).fetchone()
                if found:
                    return StepId(found[0])
        return None


def _row(key: str) -> tuple[str, int | str]:
    table, _, number = key.partition(":")
    return table, int(number) if number.isdigit() else number
