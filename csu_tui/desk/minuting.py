"""The structured snapshot of a meeting, from which alone its minutes are rendered."""

from dataclasses import replace
from datetime import date

from csu_tui.data.connection import Connection
from csu_tui.data.queries import action as actions
from csu_tui.data.queries import agenda as agendas
from csu_tui.data.queries import change as changes
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import report as reports
from csu_tui.data.queries import unit as units
from csu_tui.desk.minuting_flags import take_flags
from csu_tui.desk.minuting_groups import group_of, take_groups
from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Step
from csu_tui.domain.meeting import Attendee, Meeting
from csu_tui.domain.moment import iso, local
from csu_tui.domain.reference import action_ref, meeting_ref, report_ref
from csu_tui.domain.snapshot import (
    ActionReviewed,
    AttendeeEntry,
    GroupEntry,
    PlaceEntry,
    ReportEntry,
    Snapshot,
    TaskEntry,
)
from csu_tui.domain.words import NOT_REVIEWED, OF_ACTIONS, ActionStatus, Decision, FeedbackState, Review, StepKind


def take_snapshot(connection: Connection, meeting: Meeting) -> Snapshot:
    """Return everything that the minutes of a meeting will ever say, as it stands now."""
    unit = units.unit(connection)
    steps = agendas.steps(connection, meeting.id)
    reviewed = [_reviewed(connection, meeting, s) for s in steps if s.kind is StepKind.ACTION]
    taken = [_report(connection, meeting, s) for s in steps if s.kind is StepKind.REPORT and not s.history]
    groups = take_groups(connection, meeting, steps)
    history = sum(step.history for step in steps)
    return {
        "format": 1,
        "meeting": {
            "meeting": meeting_ref(meeting.id),
            "state": meeting.state.value,
            "unit": unit.unit,
            "marking": unit.marking,
            "redacted_marking": unit.redacted_marking,
            "confidentiality": unit.confidentiality,
            "start": iso(meeting.start),
            "end": iso(meeting.end) if meeting.end else None,
        },
        "window": {"start": iso(meeting.window.start), "end": iso(meeting.window.end)},
        "chair": meeting.chair,
        "present": _roll(meeting.present),
        "apologies": _roll(meeting.apologies),
        "actions_reviewed": reviewed,
        "reports": taken,
        "groups": groups,
        "held_over": [r["report"] for r in taken if r["decision"] == Decision.HOLD_OVER],
        "flags": take_flags(connection, meeting, steps),
        "totals": _totals(reviewed, taken) | _more_totals(groups, history),
        "amendments": [],
    }


def _roll(attendees: tuple[Attendee, ...]) -> list[AttendeeEntry]:
    return [{"agency": a.agency, "name": a.name} for a in attendees]


def _place(step: Step) -> PlaceEntry:
    return {"street": step.place.street, "locality": step.place.locality, "outward": step.place.postcode}


def _reviewed(connection: Connection, meeting: Meeting, step: Step) -> ActionReviewed:
    action = actions.action(connection, step.action_id or 0)
    found = _as_opened(connection, meeting, action)
    row = connection.execute("SELECT review_note FROM agenda_step WHERE id = ?", (step.id,)).fetchone()
    note = "" if step.review is None and row[0] == NOT_REVIEWED else str(row[0])
    return {
        "action": action_ref(action.id),
        "report": report_ref(action.report_id),
        "headline": step.headline,
        "place": _place(step),
        "agency": found.agency,
        "officer": found.officer,
        "kind": action.kind,
        "due": found.due.isoformat(),
        "overdue": found.overdue(local(meeting.start).date()),
        "carried_over": action.carried_over,
        "sensitive": step.sensitive,
        "status": action.status.value,
        "review": step.review.value if step.review else None,
        "new_due": action.due.isoformat() if step.review is Review.CARRIED_OVER else None,
        "handed_to": action.agency if step.review is Review.HANDED_OVER else None,
        "handed_to_officer": action.officer if step.review is Review.HANDED_OVER else "",
        "free": {"text": action.text, "outcome": action.outcome or note, "comment": step.comment},
    }


def _as_opened(connection: Connection, meeting: Meeting, action: Action) -> Action:
    """Return the action as the meeting found it: whose it was, and due when, before it was reviewed."""
    row = changes.as_opened(connection, meeting.id, f"action:{action.id}")
    if row is None:
        return action
    agency = next((a.short for a in units.agencies(connection, retired=True) if a.id == row["agency_id"]), "")
    officer = next((o.name for o in units.officers(connection, retired=True) if o.id == row["officer_id"]), "")
    due, status = date.fromisoformat(row["due"]), ActionStatus(row["status"])
    return replace(action, agency=agency or action.agency, officer=officer, due=due, status=status)


def _report(connection: Connection, meeting: Meeting, step: Step) -> ReportEntry:
    report = reports.report(connection, step.report_id)
    feedback = ledgers.feedback(connection, report.id)
    standard = units.phrases(connection, step.decision.value) if step.decision else ()
    made = [a for a in actions.of_report(connection, report.id) if a.meeting_id == meeting.id]
    entry: ReportEntry = {
        "report": report_ref(report.id),
        "source": report.source,
        "source_ref": report.source_ref,
        "received": report.received.iso(),
        "late": step.late,
        "held_over": step.held_over,
        "raised": step.raised,
        "taken_back": step.taken_back,
        "headline": report.headline,
        "category": report.category,
        "place": _place(step),
        "risk": report.risk.value,
        "qualifier": report.qualifier.value if report.qualifier else None,
        "sensitive": report.sensitive,
        "decision": step.decision.value if step.decision else None,
        "reason": step.reason,
        "reason_standard": step.reason in standard,
        "same_incident_as": report_ref(step.linked_id) if step.linked_id else None,
        "actions": [_task(action) for action in made],
        "feedback": {
            "state": feedback.state.value,
            "due": feedback.due.isoformat() if feedback.due else None,
            "agency": feedback.agency or None,
            "attempts": feedback.attempts,
            "free": {"reason": feedback.reason},
        },
        "reporter_kind": report.reporter.kind.value,
        "free": {"title": report.called, "text": report.text, "comment": step.comment},
        "personal": {
            "name": report.reporter.name,
            "house": report.place.house,
            "postcode": report.place.postcode,
            "unsplit": report.place.unsplit,
        },
    }
    if step.decision is Decision.GROUP and (group := group_of(connection, report.id)):
        entry["group"] = group
    return entry


def _task(action: Action) -> TaskEntry:
    return {
        "action": action_ref(action.id),
        "agency": action.agency,
        "officer": action.officer,
        "kind": action.kind,
        "due": action.due.isoformat(),
        "status": action.status.value,
        "free": {"text": action.text},
    }


def _more_totals(groups: list[GroupEntry], history: int) -> dict[str, int]:
    """Count what few meetings have, only where there is any."""
    counted = {
        "groups_due": sum(group["on_agenda"] for group in groups),
        "groups_heard": sum(group["on_agenda"] and group["review"] is not None for group in groups),
        "groups_started": sum(group["started"] for group in groups),
        "made_history": history,
    }
    return {name: count for name, count in counted.items() if count}


def _totals(reviewed: list[ActionReviewed], taken: list[ReportEntry]) -> dict[str, int]:
    standing = [r for r in taken if not r["taken_back"]]
    decided = {decision: sum(r["decision"] == decision for r in standing) for decision in Decision}
    return {
        "reports": len(standing),
        "tasked": sum(bool(r["actions"]) for r in standing),
        "no_further_action": decided[Decision.NO_FURTHER_ACTION],
        "for_information": decided[Decision.FOR_INFORMATION],
        "held_over": decided[Decision.HOLD_OVER],
        "same_incident": decided[Decision.SAME_INCIDENT],
        "group": decided[Decision.GROUP],
        "undecided": sum(r["decision"] is None for r in standing),
        "actions_made": sum(len(r["actions"]) for r in standing),
        "actions_reviewed": sum(a["review"] is not None for a in reviewed),
        **{
            f"actions_{review.replace(' ', '_')}": sum(a["review"] == review for a in reviewed) for review in OF_ACTIONS
        },
        "actions_not_reviewed": sum(a["review"] is None for a in reviewed),
        "feedback_due": sum(r["feedback"]["state"] == FeedbackState.DUE for r in standing),
    }
