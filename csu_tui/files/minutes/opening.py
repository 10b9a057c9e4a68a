"""The head of the minutes: what was held, when, by whom."""

from datetime import datetime

from csu_tui.domain.meeting import Window
from csu_tui.domain.moment import local
from csu_tui.domain.snapshot import AttendeeEntry, Snapshot
from csu_tui.domain.text import width
from csu_tui.domain.window import say_window
from csu_tui.files.minutes.page import LABEL, Page, name, padded, words
from csu_tui.files.minutes.saying import Calendar, count, sentence

_WIDEST_AGENCY = 40


def write_opening(page: Page, snapshot: Snapshot, *, redacted: bool) -> None:
    """Write unit, date, times, window, counts, roll and the confidentiality statement."""
    meeting = snapshot["meeting"]
    page.line(name(meeting["unit"]))
    page.title(f"Daily tasking meeting {name(meeting['meeting'])}")
    page.line(said_when(snapshot))
    page.blank()
    page.row("Window", _window(snapshot))
    page.row("Counts", _counts(snapshot))
    page.row("Chair", name(snapshot["chair"]) or "Not recorded.")
    agencies = [width(name(a["agency"])) for a in (*snapshot["present"], *snapshot["apologies"])]
    beside = LABEL + min(max(agencies, default=0), _WIDEST_AGENCY) + 2
    _roll(page, "Present", snapshot["present"], beside)
    _roll(page, "Apologies", snapshot["apologies"], beside)
    if meeting["confidentiality"].strip():
        page.blank()
        page.line(words(meeting["confidentiality"]))
    if redacted:
        page.blank()
        page.line("Redacted: personal details, narrative and free words are left out.")
    elif _purged(snapshot):
        page.blank()
        page.line("Personal details were removed on purging.")


def _purged(snapshot: Snapshot) -> bool:
    """Say whether anything that full minutes hold is no longer there."""
    told = (*snapshot["reports"], *snapshot["actions_reviewed"], *snapshot.get("groups", ()))
    words_gone = any("free" not in entry for entry in told)
    return words_gone or any("personal" not in report for report in snapshot["reports"])


def said_when(snapshot: Snapshot) -> str:
    """Say the day of a meeting, and from when to when it sat."""
    meeting = snapshot["meeting"]
    start = local(datetime.fromisoformat(meeting["start"]))
    day = f"{start:%A} {start.day} {start:%B %Y}"
    if meeting["end"] is None:
        return f"{day}, from {start:%H:%M}"
    end = local(datetime.fromisoformat(meeting["end"]))
    if end.date() == start.date():
        return f"{day}, {start:%H:%M}–{end:%H:%M}"
    return f"{day}, {start:%H:%M} – {Calendar(snapshot).moment(meeting['end'])}"


def _window(snapshot: Snapshot) -> str:
    start, end = (datetime.fromisoformat(snapshot["window"][bound]) for bound in ("start", "end"))
    return sentence(say_window(Window(start, end)))


def _counts(snapshot: Snapshot) -> str:
    made = sum(len(report["actions"]) for report in snapshot["reports"])
    return ", ".join(
        (
            count(len(snapshot["reports"]), "report"),
            count(made, "new action"),
            count(len(snapshot["actions_reviewed"]), "due action"),
        )
    )


def _roll(page: Page, label: str, people: list[AttendeeEntry], beside: int) -> None:
    if not people:
        page.row(label, "None.")
    for at, person in enumerate(people):
        agency, who = name(person["agency"]), name(person["name"])
        heading = label if at == 0 else ""
        if not who or not agency:
            page.row(heading or " ", agency or who)
        elif width(agency) + 2 > beside - LABEL:
            page.row(heading or " ", f"{agency}: {who}")
        else:
            page.columns(padded(heading, LABEL) + agency, beside, who)
