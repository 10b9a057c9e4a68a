"""TASK AND FINISH GROUPS: those that reported back, were started, or took reports."""

from csu_tui.domain.snapshot import GroupEntry, GroupWords, Snapshot
from csu_tui.domain.words import Review
from csu_tui.files.minutes.page import Page, name, words
from csu_tui.files.minutes.saying import Calendar, count, sentence


def write_groups(page: Page, snapshot: Snapshot) -> None:
    """Write one block for each group; nothing where the meeting had none."""
    groups = snapshot.get("groups", [])
    if not groups:
        return
    page.heading("TASK AND FINISH GROUPS")
    calendar = Calendar(snapshot)
    for at, group in enumerate(groups):
        if at:
            page.blank()
        _write(page, group, calendar)


def _write(page: Page, group: GroupEntry, calendar: Calendar) -> None:
    free: GroupWords = group.get("free", {})
    number = f"{name(group['group'])}  "
    page.columns(number, len(number), name(free.get("name", "")) or "Task and Finish Group")
    page.row("Lead", _lead(group), 2)
    page.row("Members", ", ".join(map(name, group.get("members", ()))), 2)
    page.row("Concern", words(free.get("concern", "")), 2)
    page.row("Started", "In this meeting" if group["started"] else "", 2)
    page.row("Reports", _reports(group), 2)
    page.row("Due", _due(group, calendar), 2)
    page.row("Heard", _heard(group, free), 2)
    page.row("Outcome", words(free.get("outcome", "")), 2)
    page.row("Next", _next(group, calendar), 2)
    page.row("Comment", words(free.get("comment", "")), 2)


def _lead(group: GroupEntry) -> str:
    lead, now = name(group["lead"]), name(group["lead_now"])
    return lead if lead == now else f"{now}, handed over from {lead}"


def _reports(group: GroupEntry) -> str:
    added = ", ".join(map(name, group["added"]))
    if not added or group["added"] == group["reports"]:
        return added or count(group["count"], "report")
    return f"{count(group['count'], 'report')}, put in by this meeting: {added}"


def _due(group: GroupEntry, calendar: Calendar) -> str:
    if not group["on_agenda"] or not group["due"]:
        return ""
    notes = [calendar.day(group["due"])]
    if group["overdue"]:
        notes.append("overdue")
    if times := group["carried_over"]:
        notes.append(f"carried over {'once' if times == 1 else count(times, 'time')}")
    return ", ".join(notes)


def _heard(group: GroupEntry, free: GroupWords) -> str:
    if not group["on_agenda"]:
        return "Closed" if group["closed"] else ""
    if group["review"] is None:
        return "Closed outside the meeting" if group["closed"] else "Not heard; it stays due"
    told = words(free.get("heard", ""))
    said = "Reported back and closed" if told and group["review"] == Review.CLOSED else sentence(name(group["review"]))
    return f"{said}: {told}" if told else said


def _next(group: GroupEntry, calendar: Calendar) -> str:
    if group["closed"] or (group["on_agenda"] and group["review"] is None):
        return ""
    if group["report_back"] is None:
        return "No further report-back date"
    return f"Reports back by {calendar.day(group['report_back'])}"
