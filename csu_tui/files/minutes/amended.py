"""Amendments: under the line that they correct, and again at the end; the old line stays (SPEC 3.7)."""

from csu_tui.domain.snapshot import AmendmentEntry, AmendmentWords, Snapshot
from csu_tui.files.minutes.page import Page, name, words
from csu_tui.files.minutes.saying import Calendar, sentence


class Amendments:
    """What was corrected after the close, by subject."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._all = snapshot["amendments"]
        self._calendar = Calendar(snapshot)

    def write(self, page: Page, subject: str, indent: int = 2) -> None:
        """Write the amendments of one subject."""
        for amendment in self._all:
            if amendment["subject"] == subject:
                page.line(self._said(amendment), indent, indent + 2)

    def write_all(self, page: Page) -> None:
        """Write the closing section."""
        page.heading("AMENDMENTS")
        if not self._all:
            page.line("None.")
        for amendment in self._all:
            page.columns(name(amendment["subject"]), 7, self._said(amendment))

    def _said(self, amendment: AmendmentEntry) -> str:
        when = self._calendar.moment(amendment["at"])
        said = f"Amended {when} by {name(amendment['by'])}: {sentence(name(amendment['field']))}"
        before, after = amendment.get("before"), amendment.get("after")
        if amendment["field"] == "due":
            before, after = (self._calendar.day(day) if day else day for day in (before, after))
        if after is not None:
            said += f" is “{words(after)}”" + (f", was “{words(before)}”" if before else "")
        free: AmendmentWords = amendment.get("free", {})
        return f"{said}. Reason: {words(free['reason'])}" if free.get("reason") else f"{said}."
