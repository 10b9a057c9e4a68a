"""One agency's open actions as a paper that a partner without access fills in and sends back."""

import re

from csu_tui.domain.dates import say_day, say_moment
from csu_tui.domain.moment import local
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.report import SENSITIVE_HEADLINE, Report
from csu_tui.domain.sheet import Sheet, SheetEntry
from csu_tui.domain.words import FeedbackState
from csu_tui.files.minutes.page import Page, name, words
from csu_tui.files.minutes.saying import asked, count, sentence

END = "== end of the sheet =="
HOW = (
    "Fill in what stands below each action, and send the whole back by e-mail. Leave an action empty that is still"
    " open. Leave the lines with == as they are."
)
PRIVATE = "This sheet carries personal details: for those who do these actions, and nobody else."
LABELS = (
    ("Outcome", "done, or not possible (circumstances changed), or not undertaken"),
    ("Words", "what was done or found, or why not: needed with an outcome"),
    (
        "Contact",
        "if you tried to reach the reporter: visit, call, letter or e-mail; reached y or n; the date."
        " Add “told” if they were told what is done about it. For example: call, y, 14 Mar, told",
    ),
)
_LIKE_OURS = re.compile(r"\b(outcome|words|contact)(\W*?):", re.IGNORECASE)


def render_sheet(sheet: Sheet, *, redacted: bool = False) -> str:
    """Render a sheet as UTF-8 text of at most 80 columns; redacted, without a free word, under its own marking."""
    page = Page()
    marking = name(sheet.unit.redacted_marking if redacted else sheet.unit.marking)
    at = local(sheet.at)
    page.line(marking)
    page.blank()
    page.line(name(sheet.unit.unit))
    page.line(f"Action sheet for {name(sheet.agency)}: {count(len(sheet.entries), 'open action')}")
    page.line(f"{say_day(at.date(), at.date())} {at:%Y %H:%M}")
    if sheet.private:
        page.blank()
        page.line(PRIVATE)
    page.blank()
    page.line(HOW)
    page.blank()
    for label, meaning in LABELS:
        page.row(label, meaning, 2)
    for entry in sheet.entries:
        _write(page, sheet, entry, redacted=redacted)
    page.blank()
    page.line(END)
    page.blank()
    page.line(marking)
    return page.text()


def _write(page: Page, sheet: Sheet, entry: SheetEntry, *, redacted: bool) -> None:
    action, report, today = entry.action, entry.report, local(sheet.at).date()
    page.blank()
    page.line(f"== {action_ref(action.id)} {entry.sign} ==")
    row = _Rows(page)
    row("Asked", asked(action.kind, "" if redacted else action.text))
    carried = f", carried over {count(action.carried_over, 'time')}" if action.carried_over else ""
    late = ", overdue" if action.overdue(today) else ""
    row("Due", say_day(action.due, today) + late + carried)
    row("Officer", name(action.officer))
    about = name(report.headline)
    if report.shown and report.headline == SENSITIVE_HEADLINE:
        about += f" ({name(report.category)})"
    row("Report", ", ".join(part for part in (f"{report_ref(report.id)} {about}", name(report.place.line())) if part))
    row("Received", f"{say_moment(report.received, today)}, risk {report.risk}")
    _write_reporter(row, report)
    row("Feedback", _owed(entry, sheet))
    page.blank()
    for label, _ in LABELS:
        page.line(f"{label}:")


def _write_reporter(row: "_Rows", report: Report) -> None:
    """Write who reported it and what they said, as far as they were not left out."""
    who = report.reporter
    row("Reporter", ", ".join(name(part) for part in (who.name, who.phone, who.email) if part))
    row("Wants", name(who.route))
    if report.shown:
        row("Said", " / ".join(part for part in (words(report.called), words(report.text)) if part))


def _owed(entry: SheetEntry, sheet: Sheet) -> str:
    feedback = entry.feedback
    if feedback.state is FeedbackState.ANONYMOUS:
        return "none: reported anonymously"
    if feedback.state is FeedbackState.DECLINED:
        return "none: the reporter does not want any"
    if feedback.state not in (FeedbackState.DUE, FeedbackState.ATTEMPTED):
        return ""
    by = f" by {say_day(feedback.due, local(sheet.at).date())}" if feedback.due else ""
    return f"the reporter is owed an answer{by}" + (f", from {name(feedback.agency)}" if feedback.agency else "")


class _Rows:
    """Rows of a page in which no typed word can be read back as an answer or as a block."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(self, label: str, text: str) -> None:
        harmless = re.sub(r"={2,}", "=", _LIKE_OURS.sub(r"\1\2 –", text))
        self._page.row(label, sentence(harmless), 2)
