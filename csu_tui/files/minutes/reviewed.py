"""ACTIONS REVIEWED: the outcome of each action that was due."""

from csu_tui.domain.snapshot import ActionReviewed, ReviewWords, Snapshot
from csu_tui.domain.words import NOT_REVIEWED, ActionStatus, Review
from csu_tui.files.minutes.amended import Amendments
from csu_tui.files.minutes.page import Page, name, words
from csu_tui.files.minutes.saying import Calendar, asked, count, owner, place, sentence


def write_reviewed(page: Page, snapshot: Snapshot, amendments: Amendments) -> None:
    """Write one block for each due action, in the order taken."""
    page.heading("ACTIONS REVIEWED")
    if not snapshot["actions_reviewed"]:
        page.line("None.")
    calendar = Calendar(snapshot)
    for at, action in enumerate(snapshot["actions_reviewed"]):
        if at:
            page.blank()
        _write(page, action, calendar)
        amendments.write(page, action["action"])


def _write(page: Page, action: ActionReviewed, calendar: Calendar) -> None:
    free: ReviewWords = action.get("free", {})
    number = f"{name(action['action'])}  "
    page.columns(number, len(number), owner(action["agency"], action["officer"]))
    about = ", ".join(part for part in (name(action["headline"]), place(action["place"])) if part)
    page.row("Report", f"{name(action['report'])} {about}", 2)
    page.row("Asked", asked(action.get("kind", ""), free.get("text", "")), 2)
    page.row("Due", _due(action, calendar), 2)
    told = words(free.get("outcome", ""))
    if action["review"] is None and told == NOT_REVIEWED:
        told = ""  # older snapshots have the mark where an outcome stands
    said = _outcome(action, calendar)
    page.row("Outcome", f"{said}: {told}" if told else said, 2)
    page.row("Comment", words(free.get("comment", "")), 2)


def _due(action: ActionReviewed, calendar: Calendar) -> str:
    notes = [calendar.day(action["due"])]
    if action["overdue"]:
        notes.append("overdue")
    if times := action["carried_over"]:
        notes.append(f"carried over {'once' if times == 1 else count(times, 'time')}")
    return ", ".join(notes)


def _outcome(action: ActionReviewed, calendar: Calendar) -> str:
    review = action["review"]
    if review is None:
        standing = action.get("status", ActionStatus.OPEN)
        stays = "it stays due" if standing == ActionStatus.OPEN else f"the agency has it as {name(standing)}"
        return f"Not reviewed; {stays}"
    parts = [sentence(name(review))]
    if review == Review.HANDED_OVER and action["handed_to"]:
        parts.append(f"to {owner(action['handed_to'], action.get('handed_to_officer', ''))}")
    if action["new_due"]:
        parts.append(f"{'to' if review == Review.CARRIED_OVER else 'by'} {calendar.day(action['new_due'])}")
    return " ".join(parts)
