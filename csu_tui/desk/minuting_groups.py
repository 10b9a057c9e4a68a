"""What the minutes say of Task and Finish Groups: those heard, started, or given reports by a meeting."""

from datetime import date
from typing import Any

from csu_tui.data.connection import Connection
from csu_tui.data.queries import change as changes
from csu_tui.data.queries import group as grouped
from csu_tui.data.queries import unit as units
from csu_tui.domain.agenda import Step
from csu_tui.domain.group import Group
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.moment import local
from csu_tui.domain.reference import group_ref, report_ref
from csu_tui.domain.snapshot import GroupEntry
from csu_tui.domain.words import Review


def take_groups(connection: Connection, meeting: Meeting, steps: tuple[Step, ...]) -> list[GroupEntry]:
    """Return the groups of a meeting: what it heard in the agenda's order, then the others."""
    on_agenda = {step.group_id: step for step in steps if step.group_id is not None}
    others = [number for number in grouped.of_meeting(connection, meeting.id) if number not in on_agenda]
    return [
        _entry(connection, meeting, grouped.group(connection, number), on_agenda.get(number))
        for number in (*on_agenda, *others)
    ]


def group_of(connection: Connection, report_id: int) -> str:
    """Return the group that a report is in, an open one first; empty where it is in none."""
    found = grouped.of_report(connection, report_id)
    return group_ref(found[0].group_id) if found else ""


def _entry(connection: Connection, meeting: Meeting, group: Group, step: Step | None) -> GroupEntry:
    lead, due = _as_opened(connection, meeting, group) if step else (group.lead, None)
    started = group.meeting_id == meeting.id
    added = [r.report_id for r in group.reports] if started else grouped.added_in(connection, meeting.id, group.id)
    closed = group.closed is not None
    return {
        "group": group_ref(group.id),
        "lead": lead,
        "lead_now": group.lead,
        "due": due.isoformat() if due else None,
        "overdue": due is not None and due < local(meeting.start).date(),
        "report_back": group.report_back.isoformat() if group.report_back and not closed else None,
        "carried_over": group.carried_over,
        "sensitive": group.hidden,
        "on_agenda": step is not None,
        "started": started,
        "closed": closed,
        "review": step.review.value if step and step.review else None,
        "reports": [report_ref(report.report_id) for report in group.reports],
        "added": [report_ref(number) for number in added],
        "count": group.count,
        "members": list(dict.fromkeys(m.agency for m in group.members if m.agency and m.agency != group.lead)),
        "free": {
            "name": group.name,
            "concern": group.concern,
            "heard": _heard(connection, meeting, group, step),
            "outcome": group.outcome if closed else "",
            "comment": step.comment if step else "",
        },
    }


def _heard(connection: Connection, meeting: Meeting, group: Group, step: Step | None) -> str:
    """Return what the group said; of a closed one, whose outcome stands by itself, what it said in this meeting."""
    if step is None or step.review is None:
        return ""
    if step.review is Review.CLOSED:
        return "; ".join(note.text for note in group.notes if note.at >= meeting.start)
    return str(connection.execute("SELECT review_note FROM agenda_step WHERE id = ?", (step.id,)).fetchone()[0])


def _as_opened(connection: Connection, meeting: Meeting, group: Group) -> tuple[str, date | None]:
    """Return who led the group and when it was due as the meeting found it."""
    row: dict[str, Any] | None = changes.as_opened(connection, meeting.id, f"taskgroup:{group.id}")
    if row is None:
        return group.lead, group.report_back
    lead = next((a.short for a in units.agencies(connection, retired=True) if a.id == row["lead_agency_id"]), "")
    return lead or group.lead, date.fromisoformat(row["report_back"]) if row["report_back"] else None
