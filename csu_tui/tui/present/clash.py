"""What somebody else changed of an action since it was seen, in words."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day
from csu_tui.domain.reference import action_ref
from csu_tui.domain.text import shorten
from csu_tui.domain.words import ActionStatus

WORDS = 60
"""Cells of somebody's words that the sentence has room for."""


def say_change(seen: Action, now: Action, who: str, today: date) -> str:
    """Say it in one sentence, old and new; words only where `now` has them, for those a room may read."""
    parts = []
    if now.status is not seen.status:
        is_open = now.status is ActionStatus.OPEN
        parts.append("it is open again" if is_open else "it is " + now.status.value + _quoted(now.outcome))
    if now.due != seen.due:
        parts.append(" ".join(("due", say_day(now.due, today), "instead of", say_day(seen.due, today))))
    if (now.agency_id, now.officer_id) != (seen.agency_id, seen.officer_id):
        parts.append(" ".join(("handed over from", _whose(seen), "to", _whose(now))))
    if now.text != seen.text:
        parts.append("its words are others now" + _quoted(now.text))
    said = "; ".join(parts) or "it was worked on"
    return "".join((who or "Somebody", " has changed ", action_ref(seen.id), " meanwhile: ", said, "."))


def _quoted(words: str) -> str:
    return "".join((" (“", shorten(words, WORDS), "”)")) if words else ""


def _whose(action: Action) -> str:
    return ", ".join(part for part in (action.agency, action.officer) if part)
