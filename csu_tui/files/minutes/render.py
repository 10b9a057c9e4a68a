"""Minutes from a snapshot alone, the same text whenever they are rendered (SPEC 6)."""

from csu_tui.domain.snapshot import Snapshot
from csu_tui.domain.snapshot import redacted as public
from csu_tui.domain.words import MeetingState
from csu_tui.files.minutes.amended import Amendments
from csu_tui.files.minutes.by_agency import write_by_agency
from csu_tui.files.minutes.closing import write_held_over, write_totals
from csu_tui.files.minutes.flags import write_flags
from csu_tui.files.minutes.groups import write_groups
from csu_tui.files.minutes.opening import write_opening
from csu_tui.files.minutes.page import Page, name
from csu_tui.files.minutes.reports import write_reports
from csu_tui.files.minutes.reviewed import write_reviewed

_DRAFT = "DRAFT: the meeting is still open, and this is not its last word."


def render(snapshot: Snapshot, *, redacted: bool) -> str:
    """Render minutes as plain text: at most 80 cells a line, no control characters, LF, one newline at the end.

    Full minutes name the reporter, the house and the whole postcode, never a phone or e-mail. Redacted ones are made of
    what `domain.snapshot.redacted` keeps. Chair, attendance and officers act in their office and are named in both.
    """
    page = Page()
    write_minutes(page, snapshot, redacted=redacted)
    return page.text()


def write_minutes(page: Page, snapshot: Snapshot, *, redacted: bool) -> None:
    """Write a meeting's minutes on a page of any form."""
    shown = public(snapshot) if redacted else snapshot
    meeting = shown["meeting"]
    amendments = Amendments(shown)
    mark_first(page, shown, redacted=redacted)
    write_opening(page, shown, redacted=redacted)
    amendments.write(page, meeting["meeting"], 0)
    write_reviewed(page, shown, amendments)
    write_reports(page, shown, amendments, redacted=redacted)
    write_groups(page, shown)
    write_by_agency(page, shown)
    write_held_over(page, shown)
    write_flags(page, shown)
    write_totals(page, shown)
    amendments.write_all(page)
    mark_last(page, shown, redacted=redacted)


def mark_first(page: Page, snapshot: Snapshot, *, redacted: bool) -> None:
    """Write the marking, and that a draft is one, at the head of a paper."""
    _mark(page, _marking(snapshot, redacted=redacted), _draft(snapshot))
    page.blank()


def mark_last(page: Page, snapshot: Snapshot, *, redacted: bool) -> None:
    """Write the same at its foot."""
    page.blank()
    _mark(page, _draft(snapshot), _marking(snapshot, redacted=redacted))


def _marking(snapshot: Snapshot, *, redacted: bool) -> str:
    return name(snapshot["meeting"]["redacted_marking" if redacted else "marking"])


def _draft(snapshot: Snapshot) -> str:
    return _DRAFT if snapshot["meeting"]["state"] == MeetingState.OPEN else ""


def _mark(page: Page, *lines: str) -> None:
    for line in filter(None, lines):
        page.line(line)
