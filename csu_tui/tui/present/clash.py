"""What somebody else changed of an action since it was seen, in words."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day
from csu_tui.domain.reference import action_ref
from csu_tui.domain.words import ActionStatus


def say_change(seen: Action, now: Action, who: str, today: date) -> str:
    """Say it in one sentence, old and new; no words of the action, which a room may not read."""
    parts = []
    if now.status is not seen.status:
        parts.append("it is open again" if now.status is ActionStatus.OPEN else " ".join(("it is", now.status.value)))
    if now.due != seen.due:
        parts.append(" ".join(("due", say_day(now.due, today), "instead of", say_day(seen.due, today))))
    if (now.agency_id, now.officer_id) != (seen.agency_id, seen.officer_id):
        parts.append(" ".join(("handed over from", _whose(seen), "to", _whose(now))))
    if now.text != seen.text:
        parts.append("its words are others now")
    said = "; ".join(parts) or "it was worked on"
    return "".join((who or "Somebody", " has changed ", action_ref(seen.id), " meanwhile: ", said, "."))


def _whose(action: Action) -> str:
    return ", ".join(part for part in (action.agency, action.officer) if part)
