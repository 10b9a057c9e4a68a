"""The JSON contracts of SPEC section 5: words in snake_case, references as strings, times with offset."""

from typing import Any

from csu_tui.domain.action import Action, Contact
from csu_tui.domain.agenda import Agenda, Step
from csu_tui.domain.case_review import CaseReview, CaseReviewFlag
from csu_tui.domain.change import Change
from csu_tui.domain.hotspot import Hotspot
from csu_tui.domain.ids import ReportId
from csu_tui.domain.item import Earlier, Item
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.meeting import Attendee, Meeting
from csu_tui.domain.moment import iso
from csu_tui.domain.place import Place
from csu_tui.domain.reference import action_ref, case_review_ref, group_ref, meeting_ref, report_ref
from csu_tui.domain.report import Report
from csu_tui.domain.words import StepKind

Shape = dict[str, Any]


def action(found: Action, headline: str, overdue: bool) -> Shape:
    """Return an action."""
    return {
        "action": action_ref(found.id),
        "report": report_ref(found.report_id),
        "headline": headline,
        "agency": found.agency,
        "officer": found.officer or None,
        "kind": found.kind,
        "text": found.text,
        "due": found.due.isoformat(),
        "overdue": overdue,
        "status": found.status.value,
        "outcome": found.outcome,
        "carried_over": found.carried_over,
    }


def meeting(found: Meeting) -> Shape:
    """Return a meeting's head."""
    return {
        "meeting": meeting_ref(found.id),
        "state": found.state.value,
        "chair": found.chair,
        "start": iso(found.start),
        "end": iso(found.end) if found.end else None,
        "step": found.step,
        "present": [attendee(a) for a in found.present],
        "apologies": [attendee(a) for a in found.apologies],
    }


def attendee(found: Attendee) -> Shape:
    """Return one line of the roll."""
    return {"agency": found.agency, "name": found.name}


def agenda(found: Agenda, items: dict[ReportId, Item], actions: dict[ReportId, list[Shape]]) -> Shape:
    """Return an agenda; `items` and `actions` are by report."""
    return {
        "meeting": meeting(found.meeting) if found.meeting else None,
        "window": {"start": iso(found.window.start), "end": iso(found.window.end)},
        "steps": [
            group_step(s) if s.kind is StepKind.GROUP else step(s, items[s.report_id], actions[s.report_id])
            for s in found.steps
        ],
    }


def step(found: Step, item: Item, actions: list[Shape]) -> Shape:
    """Return one step."""
    own = [a for a in actions if found.action_id is None or a["action"] == action_ref(found.action_id)]
    return {
        "step": found.number,
        "kind": found.kind.value,
        "report": report_ref(found.report_id),
        "action": action_ref(found.action_id) if found.action_id else None,
        "group": None,
        "headline": found.headline,
        "place": place(found.place),
        "category": item.report.category,
        "risk": found.risk.value,
        "sensitive": found.sensitive,
        "late": found.late,
        "decision": found.decision.value if found.decision else None,
        "reason": found.reason,
        "review": found.review.value if found.review else None,
        "actions": own,
        "feedback": {
            "state": item.feedback.state.value,
            "due": item.feedback.due.isoformat() if item.feedback.due else None,
            "agency": item.feedback.agency or None,
        },
    }


def group_step(found: Step) -> Shape:
    """Return a step on a group that reports back: it has no report, and so neither place nor feedback."""
    return {
        "step": found.number,
        "kind": found.kind.value,
        "report": None,
        "action": None,
        "group": group_ref(found.group_id or 0),
        "headline": found.headline,
        "place": place(found.place),
        "category": "",
        "risk": found.risk.value,
        "sensitive": found.sensitive,
        "late": False,
        "decision": None,
        "reason": "",
        "review": found.review.value if found.review else None,
        "actions": [],
        "feedback": {"state": None, "due": None, "agency": None},
    }


def place(found: Place) -> Shape:
    """Return a place; a house or a full postcode is absent where it was left out."""
    parts = {"street": found.street, "locality": found.locality, "postcode": found.postcode}
    return parts | {k: v for k, v in (("house", found.house), ("unsplit", found.unsplit)) if v}


def report(found: Report) -> Shape:
    """Return a report; personal fields are absent, not blanked, where they were left out."""
    shape: Shape = {
        "report": report_ref(found.id),
        "source": found.source,
        "source_ref": found.source_ref,
        "received": found.received.iso(),
        "occurred": found.occurred.iso() if found.occurred else None,
        "headline": found.headline,
        "category": found.category,
        "qualifier": found.qualifier.value if found.qualifier else None,
        "risk": found.risk.value,
        "sensitive": found.sensitive,
        "place": place(found.place),
        "reporter": {"kind": found.reporter.kind.value, "feedback_wanted": found.reporter.feedback_wanted},
        "history": found.history,
    }
    if found.shown or not found.sensitive:
        shape |= {"title": found.title, "text": found.text, "status": found.status}
    if found.shown:
        who = found.reporter
        shape["reporter"] |= {"name": who.name, "phone": who.phone, "email": who.email, "route": who.route}
    return shape


def contact(found: Contact) -> Shape:
    """Return a contact."""
    return {
        "at": iso(found.at),
        "agency": found.agency,
        "officer": found.officer or None,
        "means": found.means.value,
        "reached": found.reached,
        "note": found.note,
        "action": action_ref(found.action_id) if found.action_id else None,
    }


def feedback(found: Feedback) -> Shape:
    """Return the ledger's line."""
    return {
        "state": found.state.value,
        "due": found.due.isoformat() if found.due else None,
        "agency": found.agency or None,
        "attempts": found.attempts,
        "told": iso(found.told) if found.told else None,
        "means": found.means.value if found.means else None,
        "reason": found.reason,
        "done": found.via_done,
    }


def seen_before(item: Item) -> Shape:
    """Return what was seen before."""
    seen = item.seen_before
    return {
        "place_28_days": seen.place_28_days,
        "place_6_months": seen.place_6_months,
        "reporter_6_months": seen.reporter_6_months,
        "sensitive": seen.sensitive,
        "open_actions": seen.open_actions,
        "same_incident": [report_ref(number) for number in seen.incident],
        "case_review": case_review_flag(seen.case_review, private=item.report.shown),
        "earlier": [earlier(e) for e in seen.earlier],
    }


def hotspot(found: Hotspot) -> Shape:
    """Return a place over the threshold; `newest` are its reports that are not sensitive."""
    return {
        "place": place(found.place),
        "reports": found.reports,
        "before": found.before,
        "trend": found.trend.value,
        "days": found.days,
        "sensitive": found.sensitive,
        "newest": [report_ref(number) for number in found.listed],
    }


def case_review_flag(found: CaseReviewFlag, *, private: bool) -> Shape:
    """Return how near a report's reporter and its problem are to a case review, and the reviews there are."""
    unit = found.thresholds
    return {
        "qualifying": found.qualifying,
        "explain_at": unit.explain,
        "threshold": unit.met,
        "by_date_received": found.by_received,
        "people": found.people,
        "people_threshold": unit.people,
        "due": found.due or None,
        "reports": [report_ref(number) for number in found.reports],
        "reviews": [case_review(one, private=private) for one in found.reviews],
        "open_here": [case_review_ref(one.id) for one in found.others],
    }


def case_review(found: CaseReview, *, private: bool) -> Shape:
    """Return one case review's record; free words about a sensitive report are absent unless private."""
    shape: Shape = {
        "case_review": case_review_ref(found.id),
        "report": report_ref(found.report_id),
        "headline": found.headline,
        "place": place(found.place),
        "raised": found.raised.isoformat(),
        "threshold_met": found.threshold_met,
        "taken_forward": found.taken_forward,
        "decided": found.decided.isoformat() if found.decided else None,
        "closed": found.closed.isoformat() if found.closed else None,
    }
    return shape | ({"reason": found.why, "outcome": found.outcome} if private or not found.sensitive else {})


def earlier(found: Earlier) -> Shape:
    """Return one earlier report, with what was done about it and what came of it."""
    return {
        "report": report_ref(found.report_id),
        "received": found.received.iso(),
        "headline": found.headline,
        "same_place": found.same_place,
        "same_reporter": found.same_reporter,
        "same_incident_as": report_ref(found.incident) if found.incident else None,
        "near": found.near or None,
        "decision": found.decision.value if found.decision else None,
        "reason": found.reason,
        "feedback": found.feedback.value if found.feedback else None,
        "actions": [
            {"action": action_ref(a.id), "agency": a.agency, "status": a.status.value, "outcome": a.outcome}
            for a in found.actions
        ],
    }


def change(found: Change) -> Shape:
    """Return one entry of the record."""
    why = {"why": found.why} if found.why else {}
    return {
        "change": found.id,
        "at": iso(found.at),
        "who": found.who,
        "what": found.what,
        "subject": found.subject,
    } | why
