"""The JSON contracts of Task and Finish Groups."""

from datetime import date

from csu_tui.cli.shapes import Shape, place
from csu_tui.domain.group import Group, GroupReport, InGroup, called
from csu_tui.domain.moment import iso
from csu_tui.domain.reference import group_ref, report_ref


def group(found: Group, today: date) -> Shape:
    """Return a group; what it is called and says is absent, not blanked, where it was left out."""
    shape: Shape = {
        "group": group_ref(found.id),
        "about": found.about.value,
        "sensitive": found.hidden,
        "lead": found.lead,
        "report_back": found.report_back.isoformat() if found.report_back else None,
        "due": found.due(today),
        "carried_over": found.carried_over,
        "opened": iso(found.opened),
        "closed": iso(found.closed) if found.closed else None,
        "count": found.count,
    }
    return shape | {"name": found.name, "concern": found.concern, "outcome": found.outcome} if found.shown else shape


def whole(found: Group, today: date) -> Shape:
    """Return a group with its reports; of a hidden one their references only, and neither members nor notes."""
    shape = group(found, today)
    if not found.shown:
        return shape | {"reports": [{"report": report_ref(one.report_id)} for one in found.reports]}
    return shape | {
        "reports": [_report(one) for one in found.reports],
        "members": [{"agency": one.agency or None, "name": one.name or None} for one in found.members],
        "notes": [{"at": iso(note.at), "who": note.who, "text": note.text} for note in found.notes],
    }


def _report(found: GroupReport) -> Shape:
    return {
        "report": report_ref(found.report_id),
        "received": found.received.iso(),
        "headline": found.headline,
        "place": place(found.place),
        "decision": found.decision.value if found.decision else None,
        "open_actions": found.open_actions,
        "feedback": found.feedback.value,
    }


def in_group(found: InGroup) -> Shape:
    """Return the group that a report is in."""
    shape: Shape = {
        "group": group_ref(found.group_id),
        "lead": found.lead,
        "report_back": found.report_back.isoformat() if found.report_back else None,
        "closed": found.closed,
    }
    return shape | {"name": found.name} if found.name != called(found.group_id) else shape
