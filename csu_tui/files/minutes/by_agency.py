"""ACTIONS BY AGENCY: the list that each partner looks for."""

from collections import defaultdict
from dataclasses import dataclass

from csu_tui.domain.snapshot import ReviewWords, Snapshot, TaskWords
from csu_tui.domain.text import width
from csu_tui.domain.words import ActionStatus, Review
from csu_tui.files.minutes.page import Page, name, padded, words
from csu_tui.files.minutes.saying import Calendar, count, place, sentence

_STAYS_OPEN = {None, Review.CARRIED_OVER, Review.HANDED_OVER}


@dataclass(frozen=True, slots=True)
class _Task:
    """An action that an agency takes away from the meeting; `due` is an ISO day."""

    agency: str
    due: str
    action: str
    about: str
    officer: str
    asked: str


def write_by_agency(page: Page, snapshot: Snapshot) -> None:
    """Write what each agency has to do: the new actions, and the reviewed ones that stay open; oldest due first."""
    page.heading("ACTIONS BY AGENCY")
    tasks = {task.action: task for task in (*_reviewed(snapshot), *_made(snapshot))}
    if not tasks:
        page.line("None.")
        return
    calendar = Calendar(snapshot)
    agencies = defaultdict(list)
    for task in sorted(tasks.values(), key=lambda t: (t.due, len(t.action), t.action)):
        agencies[task.agency].append(task)
    numbers = max(width(name(task.action)) for task in tasks.values()) + 2
    dues = max(width(calendar.day(task.due)) for task in tasks.values()) + 5
    for at, agency in enumerate(sorted(agencies, key=str.casefold)):
        if at:
            page.blank()
        page.line(f"{name(agency) or 'No agency'}: {count(len(agencies[agency]), 'action')}", hang=2)
        for task in agencies[agency]:
            _write(page, task, numbers, dues, calendar)


def _write(page: Page, task: _Task, numbers: int, dues: int, calendar: Calendar) -> None:
    at = 2 + numbers + dues
    page.columns(f"{padded(name(task.action), numbers)}by {calendar.day(task.due)}", at, task.about, 2)
    asked = ": ".join(part for part in (name(task.officer), task.asked) if part)
    if asked:
        page.line(sentence(asked), at)


def _made(snapshot: Snapshot) -> list[_Task]:
    tasks = []
    for report in snapshot["reports"]:
        about = _about(report["report"], report["headline"], place(report["place"]))
        for action in report["actions"]:
            if action["status"] == ActionStatus.OPEN:
                free: TaskWords = action.get("free", {})
                asked = words(free.get("text", "")) or name(action.get("kind", ""))
                tasks.append(_Task(action["agency"], action["due"], action["action"], about, action["officer"], asked))
    return tasks


def _reviewed(snapshot: Snapshot) -> list[_Task]:
    tasks = []
    for action in snapshot["actions_reviewed"]:
        free: ReviewWords = action.get("free", {})
        standing = action.get("status", ActionStatus.OPEN)
        if action["review"] in _STAYS_OPEN and standing == ActionStatus.OPEN:
            handed = action["review"] == Review.HANDED_OVER and bool(action["handed_to"])
            agency = (action["handed_to"] if handed else None) or action["agency"]
            officer = action.get("handed_to_officer", "") if handed else action["officer"]
            asked = words(free.get("text", "")) or name(action.get("kind", ""))
            about = _about(action["report"], action["headline"], place(action["place"]))
            tasks.append(_Task(agency, action["new_due"] or action["due"], action["action"], about, officer, asked))
    return tasks


def _about(report: str, headline: str, where: str) -> str:
    return ", ".join(part for part in (f"{name(report)} {name(headline)}", where) if part)
