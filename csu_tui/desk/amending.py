"""A closed meeting corrected: the old line stays, the correction stands under it (SPEC 3.7)."""

import json
from typing import TYPE_CHECKING, Any, cast

from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import unit as units
from csu_tui.desk.closing import Closing
from csu_tui.desk.minuting import take_snapshot
from csu_tui.domain.dates import read_due
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import MeetingId, ReportId
from csu_tui.domain.moment import iso
from csu_tui.domain.reference import meeting_ref
from csu_tui.domain.stroke import Said
from csu_tui.domain.words import ActionStatus, Decision, MeetingState

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing
    from csu_tui.domain.snapshot import AmendmentEntry, Snapshot

FIELDS = {
    "R": ("decision", "reason", "comment"),
    "A": ("owner", "due", "words"),
    "M": ("chair", "attendance"),
}
"""What may be amended, by the letter of what it belongs to."""


class Amending(Closing):
    """Amend the minutes."""

    def amend(self, meeting_id: MeetingId, subject: str, field: str, value: str, reason: str) -> Said:
        """Correct one field of a closed meeting's minutes, and an action still open as they had it with them.

        What an officer changed of it since stays, and is said.

        `subject` is "R1042", "A2214" or the meeting's own "M57"; raises RuleError for anything not in its minutes.
        """
        subject, field, value = subject.strip().upper(), field.strip().lower(), value.strip()
        if not reason.strip():
            raise RuleError("An amendment needs a reason.")
        allowed = FIELDS.get(subject[:1], ())
        if field not in allowed:
            raise RuleError(f"Of {subject} can be amended: {', '.join(allowed) or 'nothing'}.")
        if not value:
            raise RuleError("Say what it should be.")
        with self._writing() as writing:
            connection = writing.connection
            meeting = meetings.meeting(connection, meeting_id)
            stored = meetings.snapshot(connection, meeting_id)
            if meeting.state is not MeetingState.CLOSED:
                raise RuleError(f"{meeting_ref(meeting_id)} is {meeting.state}: only closed meetings are amended.")
            # One carried over from before this program has none yet: from its first amendment on its minutes stand.
            snapshot = cast("Snapshot", json.loads(stored)) if stored else take_snapshot(connection, meeting)
            before = _standing(snapshot, subject, field)
            after = self._checked(writing, field, value, before)
            if after == before:
                raise RuleError(f"The {field} of {subject} is '{after}' already.")
            entry: AmendmentEntry = {
                "subject": subject,
                "field": field,
                "before": before,
                "after": after,
                "at": iso(self.now()),
                "by": self._name(writing),
                "free": {"reason": reason.strip()},
            }
            snapshot["amendments"].append(entry)
            writing.change("meeting", meeting_id, snapshot=json.dumps(snapshot, ensure_ascii=False))
            stays = self._follow(writing, meeting_id, subject, field, (before, after))
            writing.record(f"amend: {field} of {subject}", meeting_ref(meeting_id))
        return Said(f"{meeting_ref(meeting_id)}: {field} of {subject} amended.{stays}")

    def _checked(self, writing: "Writing", field: str, value: str, before: str) -> str:
        if field == "decision":
            known = [d.value for d in Decision]
            if value.lower() not in known:
                raise RuleError(f"A decision is one of: {', '.join(known)}.")
            if Decision.HOLD_OVER in (value.lower(), before):
                raise RuleError("What is held over is decided at the next meeting, not amended.")
            return value.lower()
        if field == "due":
            return read_due(value, self.today()).day.isoformat()
        if field == "owner":
            wanted = value.casefold()
            found = [a for a in units.agencies(writing.connection) if wanted in (a.name.casefold(), a.short.casefold())]
            if not found:
                raise RuleError(f"There is no agency '{value}'.")
            return found[0].short
        return value

    def _follow(
        self, writing: "Writing", meeting_id: MeetingId, subject: str, field: str, values: tuple[str, str]
    ) -> str:
        """Correct what still stands by the amended line, from and to: the step, or an action still open.

        Returns the sentence that an action changed since stays as it is; else nothing.
        """
        connection, number = writing.connection, int(subject[1:])
        before, value = values
        if subject.startswith("R") and field in ("decision", "reason", "comment"):
            step = connection.execute(
                "SELECT id FROM agenda_step WHERE meeting_id = ? AND report_id = ? AND kind = 'report'",
                (meeting_id, number),
            ).fetchone()
            if step:
                linked = {"linked_id": None} if field == "decision" and value != Decision.SAME_INCIDENT else {}
                if linked:
                    self._unlink(writing, ReportId(number), keep=None)
                writing.change("agenda_step", step[0], **{field: value}, **linked)
        elif subject.startswith("A"):
            row: dict[str, Any] | None = writing.row("action", number)
            if row is None or row["status"] != ActionStatus.OPEN or row["withdrawn"]:
                return ""
            owner = next(a.short for a in units.agencies(connection, retired=True) if a.id == row["agency_id"])
            if {"owner": owner, "due": row["due"], "words": row["text"]}[field] != before:
                return f" {subject} itself was changed since, and stays so."
            if field == "owner":
                agency = next(a for a in units.agencies(connection) if a.short == value)
                writing.change("action", number, agency_id=agency.id, officer_id=None, touched=1)
            else:
                writing.change("action", number, **{"text" if field == "words" else "due": value}, touched=1)
        return ""

    def _name(self, writing: "Writing") -> str:
        known = units.officers(writing.connection, retired=True)
        return next((o.name for o in known if o.id == self._officer_id), self.login)


def _standing(snapshot: "Snapshot", subject: str, field: str) -> str:
    """Return what the minutes say now, the latest amendment counting."""
    for amendment in reversed(snapshot["amendments"]):
        if (amendment["subject"], amendment["field"]) == (subject, field):
            return amendment.get("after", "")
    for report in snapshot["reports"]:
        if report["report"] == subject:
            free = report.get("free", {})
            found = {"decision": report["decision"], "reason": report.get("reason"), "comment": free.get("comment")}
            return str(found[field] or "")
        for action in report["actions"]:
            if action["action"] == subject:
                words = action.get("free", {}).get("text")
                return str({"owner": action["agency"], "due": action["due"], "words": words}[field] or "")
    for reviewed in snapshot["actions_reviewed"]:
        if reviewed["action"] == subject:
            words = reviewed.get("free", {}).get("text")
            return str({"owner": reviewed["agency"], "due": reviewed["due"], "words": words}[field] or "")
    if subject == snapshot["meeting"]["meeting"]:
        roll = ", ".join(f"{a['agency']} {a['name']}".strip() for a in snapshot["present"])
        return snapshot["chair"] if field == "chair" else roll
    raise RuleError(f"{subject} is not in the minutes of {snapshot['meeting']['meeting']}.")
