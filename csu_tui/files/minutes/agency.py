"""The extract of one agency: its actions reviewed, its new actions, each with its report as a room may read it."""

from csu_tui.domain.extract import extract
from csu_tui.domain.report import SENSITIVE_HEADLINE
from csu_tui.domain.snapshot import ReportEntry, Snapshot, TaskEntry, TaskWords
from csu_tui.domain.snapshot import redacted as public
from csu_tui.domain.words import ActionStatus
from csu_tui.files.minutes.amended import Amendments
from csu_tui.files.minutes.groups import write_groups
from csu_tui.files.minutes.ledger import say_feedback
from csu_tui.files.minutes.markdown import MarkdownPage
from csu_tui.files.minutes.opening import said_when
from csu_tui.files.minutes.page import Page, name, words
from csu_tui.files.minutes.render import mark_first, mark_last
from csu_tui.files.minutes.reviewed import write_reviewed
from csu_tui.files.minutes.saying import Calendar, asked, place, sentence


def render_agency(snapshot: Snapshot, agency: str, *, redacted: bool, markdown: bool = False) -> str:
    """Render what one agency takes away from a meeting, as plain text or Markdown; `agency` as the snapshot names it.

    No reporter, house or narrative in either form; redacted, no free word at all. It carries the full marking unless
    redacted.
    """
    shown = extract(snapshot, agency)
    shown = public(shown) if redacted else shown
    page = MarkdownPage() if markdown else Page()
    amendments = Amendments(shown)
    mark_first(page, shown, redacted=redacted)
    page.line(name(shown["meeting"]["unit"]))
    page.title(f"Daily tasking meeting {name(shown['meeting']['meeting'])}: actions of {name(agency)}")
    page.line(said_when(shown))
    if redacted:
        page.blank()
        page.line("Redacted: personal details, narrative and free words are left out.")
    write_reviewed(page, shown, amendments)
    _write_made(page, shown, amendments)
    write_groups(page, shown)
    mark_last(page, shown, redacted=redacted)
    return page.text()


def _write_made(page: Page, snapshot: Snapshot, amendments: Amendments) -> None:
    page.heading("NEW ACTIONS")
    if not snapshot["reports"]:
        page.line("None.")
    calendar = Calendar(snapshot)
    for report in snapshot["reports"]:
        for action in report["actions"]:
            page.blank()
            _write(page, action, report, calendar)
            amendments.write(page, action["action"])
        amendments.write(page, report["report"])


def _write(page: Page, action: TaskEntry, report: ReportEntry, calendar: Calendar) -> None:
    number = f"{name(action['action'])}  "
    officer = f", {name(action['officer'])}" if action["officer"] else ""
    status = "" if action["status"] == ActionStatus.OPEN else f", {name(action['status'])}"
    page.columns(number, len(number), f"by {calendar.day(action['due'])}{officer}{status}")
    free: TaskWords = action.get("free", {})
    page.row("Asked", asked(action.get("kind", ""), free.get("text", "")), 2)
    about = ", ".join(part for part in (name(report["headline"]), place(report["place"])) if part)
    page.row("Report", f"{name(report['report'])} {about}", 2)
    if report["category"] not in (SENSITIVE_HEADLINE, report["headline"]):
        page.row("Category", name(report["category"]), 2)
    page.row("Received", calendar.moment(report["received"]), 2)
    page.row("Risk", sentence(name(report["risk"])), 2)
    reason = words(report.get("reason", ""))
    if report["decision"]:
        page.row("Decision", sentence(name(report["decision"])) + (f": {reason}" if reason else ""), 2)
    page.row("Feedback", say_feedback(report["feedback"], calendar), 2)
