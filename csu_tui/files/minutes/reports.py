"""REPORTS: what the meeting made of each, in the order taken."""

from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.snapshot import PersonalEntry, ReportEntry, ReportWords, Snapshot, TaskEntry, TaskWords
from csu_tui.domain.words import ActionStatus, Decision
from csu_tui.files.minutes.amended import Amendments
from csu_tui.files.minutes.ledger import say_feedback
from csu_tui.files.minutes.page import LABEL, Page, name, padded, words
from csu_tui.files.minutes.saying import Calendar, asked, owner, place, sentence

_NOTES = (
    ("raised", "raised on the day"),
    ("held_over", "held over from an earlier meeting"),
    ("late", "late"),
    ("taken_back", "taken back by its import"),
)


def write_reports(page: Page, snapshot: Snapshot, amendments: Amendments, *, redacted: bool) -> None:
    """Write one block for each report."""
    page.heading("REPORTS")
    if not snapshot["reports"]:
        page.line("None.")
    calendar = Calendar(snapshot)
    for at, report in enumerate(snapshot["reports"]):
        if at:
            page.blank()
        _write(page, report, calendar, redacted=redacted)
        for subject in (report["report"], *(action["action"] for action in report["actions"])):
            amendments.write(page, subject)


def _write(page: Page, report: ReportEntry, calendar: Calendar, *, redacted: bool) -> None:
    free: ReportWords = report.get("free", {})
    number = f"{name(report['report'])}  "
    page.columns(number, len(number), name(report["headline"]))
    page.row("Place", place(report["place"], report.get("personal")) or "Not stated", 2)
    page.row("Source", _source(report, calendar), 2)
    if report["category"] != SENSITIVE_HEADLINE:
        page.row("Category", _category(report), 2)
    page.row("Risk", sentence(name(report["risk"])), 2)
    if not redacted:
        page.row("Reporter", _reporter(report), 2)
    title, text = words(free.get("title", "")), words(free.get("text", ""))
    page.row("Summary", text if text.startswith(title) else f"{title}: {text}" if text else title, 2)
    page.row("Note", sentence(", ".join(said for key, said in _NOTES if report.get(key))), 2)
    page.row("Decision", _decision(report), 2)
    for at, action in enumerate(report["actions"]):
        _action(page, action, calendar, "Action" if at == 0 else "")
    page.row("Feedback", say_feedback(report["feedback"], calendar), 2)
    page.row("Comment", words(free.get("comment", "")), 2)


def _source(report: ReportEntry, calendar: Calendar) -> str:
    parts = (
        name(report["source"]),
        name(report.get("source_ref", "")),
        f"received {calendar.moment(report['received'])}",
    )
    return ", ".join(part for part in parts if part)


def _category(report: ReportEntry) -> str:
    qualifier = report.get("qualifier")
    return name(report["category"]) + (f" (ASB {name(qualifier)})" if qualifier else "")


def _reporter(report: ReportEntry) -> str:
    kind = sentence(name(report.get("reporter_kind", "")))
    if "personal" not in report:
        return f"{kind}; personal details have been purged" if kind else "Personal details have been purged"
    personal: PersonalEntry = report["personal"]
    return ", ".join(part for part in (kind, name(personal.get("name", ""))) if part)


def _decision(report: ReportEntry) -> str:
    if report["decision"] is None:
        return "None: undecided" if not report["taken_back"] else "None"
    said = sentence(name(report["decision"]))
    if report["decision"] == Decision.SAME_INCIDENT and report["same_incident_as"]:
        said += f" as {name(report['same_incident_as'])}"
    if report["decision"] == Decision.GROUP and report.get("group"):
        said += f" {name(report['group'])}"
    reason = words(report.get("reason", ""))
    return f"{said}: {reason}" if reason else said


def _action(page: Page, action: TaskEntry, calendar: Calendar, label: str) -> None:
    number = f"{name(action['action'])}  "
    who, due = owner(action["agency"], action["officer"]), f"by {calendar.day(action['due'])}"
    status = "" if action["status"] == ActionStatus.OPEN else f", {name(action['status'])}"
    at = 2 + LABEL + len(number)
    page.columns(padded(label, LABEL) + number, at, f"{who}, {due}{status}", 2)
    free: TaskWords = action.get("free", {})
    if what := asked(action.get("kind", ""), free.get("text", "")):
        page.line(what, at)
