"""The end of the minutes: held over, totals."""

from collections import Counter

from csu_tui.domain.snapshot import Snapshot
from csu_tui.domain.words import Decision
from csu_tui.files.minutes.page import Page, name, words
from csu_tui.files.minutes.saying import place, sentence

_TOTALS = {
    "reports": "Reports",
    "tasked": "  tasked",
    "no_further_action": "  no further action",
    "for_information": "  for information",
    "held_over": "  held over",
    "same_incident": "  same incident",
    "group": "  task and finish group",
    "undecided": "  undecided",
    "actions_made": "Actions made",
    "actions_reviewed": "Actions reviewed",
    "actions_done": "  done",
    "actions_not_possible": "  not possible",
    "actions_not_undertaken": "  not undertaken",
    "actions_carried_over": "  carried over",
    "actions_handed_over": "  handed over",
    "actions_not_reviewed": "Actions not reviewed",
    "feedback_due": "Feedback due",
    "groups_due": "Groups due to report back",
    "groups_heard": "  heard",
    "groups_started": "Groups started",
}
_ELSEWHERE = {Decision.HOLD_OVER.value: "held over", Decision.GROUP.value: "in a group"}


def write_held_over(page: Page, snapshot: Snapshot) -> None:
    """Write what comes back at the next meeting, and why."""
    page.heading("HELD OVER")
    if not snapshot["held_over"]:
        page.line("None.")
    reports = {report["report"]: report for report in snapshot["reports"]}
    for number in snapshot["held_over"]:
        report = reports.get(number)
        if report is None:
            page.line(name(number))
            continue
        about = ", ".join(part for part in (name(report["headline"]), place(report["place"])) if part)
        reason = words(report.get("reason", ""))
        page.columns(f"{name(number)}  ", max(len(number) + 2, 7), f"{about}: {reason}" if reason else about)


def write_totals(page: Page, snapshot: Snapshot) -> None:
    """Write the meeting in numbers."""
    page.heading("TOTALS")
    totals = snapshot["totals"]
    if not totals:
        page.line("None.")
    named = [key for key in _TOTALS if key in totals]
    for key in (*named, *(key for key in totals if key not in _TOTALS)):
        label = _TOTALS.get(key) or sentence(name(key.replace("_", " ")))
        more = _also_elsewhere(snapshot) if key == "tasked" else ""
        page.columns(label.strip(), 26, f"{totals[key]:>6}{more}", len(label) - len(label.lstrip()))


def _also_elsewhere(snapshot: Snapshot) -> str:
    """Say which of the tasked stand in another line too: a report may keep an action whatever else is decided."""
    decided = Counter(
        report["decision"] or "undecided"
        for report in snapshot["reports"]
        if report["actions"] and not report["taken_back"] and report["decision"] != Decision.TASK
    )
    said = [f"{number} {_ELSEWHERE.get(decision, name(decision))}" for decision, number in decided.items()]
    said[:1] = [one.replace(" ", " of them ", 1) for one in said[:1]]
    return f" ({', '.join(said)})" if said else ""
