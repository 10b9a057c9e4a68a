"""A meeting closed, its snapshot kept, its minutes written."""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from csu_tui.data.queries import meeting as meetings
from csu_tui.data.record import append
from csu_tui.desk.minuting import take_snapshot
from csu_tui.desk.sourcing import Sourcing
from csu_tui.domain.agenda import Checklist
from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group
from csu_tui.domain.ids import GroupId, MeetingId, ReportId, StepId
from csu_tui.domain.item import Item
from csu_tui.domain.moment import utc_text
from csu_tui.domain.reference import group_ref, meeting_ref, report_ref
from csu_tui.domain.stroke import Closed
from csu_tui.domain.words import Decision, MeetingState, StepKind

if TYPE_CHECKING:
    from csu_tui.domain.snapshot import Snapshot


class Closing(Sourcing):
    """The closing checklist, the snapshot and the looks (SPEC 3.7, 3.8)."""

    def close_meeting(self) -> Closed:
        """Close the open meeting and write its minutes; refused while the checklist is not clear."""
        with self._writing() as writing:
            connection = writing.connection
            meeting = self._driven(connection)
            _refuse_unclear(self._checklist(connection))
            ended = replace(meeting, state=MeetingState.CLOSED, end=self.now())
            snapshot = take_snapshot(connection, ended)
            writing.change(
                "meeting",
                meeting.id,
                state=MeetingState.CLOSED.value,
                end=utc_text(self.now()),
                snapshot=json.dumps(snapshot, ensure_ascii=False),
            )
            held = connection.execute(
                "SELECT report_id FROM agenda_step WHERE meeting_id = ? AND kind = ? AND decision = ?",
                (meeting.id, StepKind.REPORT.value, Decision.HOLD_OVER.value),
            ).fetchall()
            for (report_id,) in held:
                writing.unseen("report", report_id, waiting=1)
            writing.unseen("meeting", meeting.id, driver="")
            writing.record("close meeting", meeting_ref(meeting.id), meeting_id=meeting.id)
        path, problem = self._write_minutes(snapshot)
        return Closed(meeting.id, path, problem)

    def snapshot(self, meeting_id: MeetingId | None = None) -> "Snapshot":
        """Return a meeting's snapshot: of a closed one as stored, of the open one as it stands.

        Without a number: the open meeting, else the latest closed one.
        """
        with self._db.read() as connection:
            if meeting_id is None:
                found = meetings.open_meeting(connection) or meetings.last_held(connection)
                if found is None:
                    raise RuleError("No meeting has been held yet.")
                meeting_id = found.id
            meeting = meetings.meeting(connection, meeting_id)
            if meeting.state is MeetingState.ABANDONED:
                raise RuleError(f"{meeting_ref(meeting_id)} was abandoned: it has no minutes.")
            stored = meetings.snapshot(connection, meeting_id)
            return json.loads(stored) if stored else take_snapshot(connection, meeting)

    def minutes_text(self, meeting_id: MeetingId | None = None, *, redacted: bool) -> str:
        """Return a meeting's minutes; the full ones are a look, recorded before they are shown."""
        from csu_tui.files.minutes import render

        snapshot = self.snapshot(meeting_id)
        if not redacted:
            self.record_look("export: full minutes", snapshot["meeting"]["meeting"])
        return render(snapshot, redacted=redacted)

    def export_minutes(self, meeting_id: MeetingId, *, redacted: bool) -> Path:
        """Write a meeting's minutes to the minutes folder under a free name; the full ones are recorded before.

        Raises RuleError where no folder is set or it cannot be written to.
        """
        from csu_tui.files.minutes import file_name, write_free

        folder = self.minutes_folder()
        if folder is None:
            raise RuleError(f"No folder for minutes is set: {self.command} minutes -o FILE writes them where you say.")
        text = self.minutes_text(meeting_id, redacted=redacted)
        return write_free(folder, file_name(self.snapshot(meeting_id), redacted=redacted), text)

    def reveal(self, report_id: ReportId, step: StepId | None = None) -> Item:
        """Return a report with its personal details, once the look is recorded; so is that at its hidden groups.

        With a step of a meeting on it, that step's reason and comment too.
        """
        self.record_look("look: details", report_ref(report_id))
        item = self.report(report_id, private=True) if step is None else self.item(step, private=True)
        for one in item.groups:
            if one.hidden:
                self.record_look("look: group", group_ref(one.group_id))
        return item

    def reveal_group(self, group_id: GroupId) -> Group:
        """Return a group with what a room may not read of it, once the look is recorded."""
        self.group(group_id)
        self.record_look("look: group", group_ref(group_id))
        return self.group(group_id, private=True)

    def record_look(self, what: str, subject: str, seen: Iterable[str] = ()) -> None:
        """Record a look or an export before it is shown; refused where nothing can be recorded.

        `seen` are the references of what a list shows: they lie beside the row, salted, as the values of a change do.
        """
        after = {"look": {"seen": [*seen]}}
        with self._db.append() as connection:
            meeting = meetings.open_meeting(connection)
            append(
                connection,
                self._author(),
                what,
                subject,
                meeting_id=meeting.id if meeting else None,
                after=after if after["look"]["seen"] else None,
            )

    def minutes_folder(self) -> Path | None:
        """Return where minutes are written: the unit's setting, else the folder given at the start."""
        named = self.unit().minutes_folder
        return Path(os.path.expanduser(named)) if named else self._folder

    def _write_minutes(self, snapshot: "Snapshot") -> tuple[Path | None, str]:
        from csu_tui.files.minutes import file_name, render, write_free

        again = f"write them with: {self.command} minutes {snapshot['meeting']['meeting']} -o FILE"
        folder = self.minutes_folder()
        if folder is None:
            return None, f"No folder for minutes is set; {again}"
        try:
            return write_free(folder, file_name(snapshot), render(snapshot, redacted=False)), ""
        except RuleError as error:
            return None, f"{error} The meeting is closed; {again}"


def _refuse_unclear(rest: Checklist) -> None:
    groups = sum(step.kind is StepKind.GROUP for step in rest.unreviewed)
    parts = (
        (len(rest.undecided), "report is undecided", "reports are undecided"),
        (len(rest.unreviewed) - groups, "due action is not reviewed", "due actions are not reviewed"),
        (groups, "group is not heard", "groups are not heard"),
        (len(rest.unplanned), "report has no plan for its feedback", "reports have no plan for their feedback"),
    )
    left = [f"{number} {one if number == 1 else many}" for number, one, many in parts if number]
    if left:
        raise RuleError(f"The meeting cannot end yet: {'; '.join(left)}.")
