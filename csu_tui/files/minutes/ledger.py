"""The feedback plan in words."""

from csu_tui.domain.snapshot import FeedbackEntry, FeedbackWords
from csu_tui.domain.words import FeedbackState
from csu_tui.files.minutes.page import name, words
from csu_tui.files.minutes.saying import Calendar, count

_SAID = {
    FeedbackState.GIVEN: "Given",
    FeedbackState.ANONYMOUS: "None: reported anonymously",
    FeedbackState.DECLINED: "None: the reporter does not want it",
    FeedbackState.VIA_ORGANISATION: "Via the organisation that passed it on",
    FeedbackState.NOT_APPROPRIATE: "Not appropriate",
    FeedbackState.UNKNOWN: "Not planned: the source did not say who reported it",
}
_OWED = {FeedbackState.DUE: "Due", FeedbackState.ATTEMPTED: "Attempted"}


def say_feedback(feedback: FeedbackEntry, calendar: Calendar) -> str:
    """Say what is owed to the reporter, by when and by whom, or why nothing is."""
    state = FeedbackState(feedback["state"])
    free: FeedbackWords = feedback.get("free", {})
    reason = words(free.get("reason", ""))
    if state not in _OWED:
        by = f" by {name(feedback['agency'])}" if state is FeedbackState.GIVEN and feedback["agency"] else ""
        return _SAID[state] + by + (f" ({reason})" if reason else "")
    said = _OWED[state]
    if state is FeedbackState.ATTEMPTED:
        tries = feedback["attempts"]
        said += f" ({count(tries, 'time')} without answer)" if tries else ""
        said += ", due" if feedback["due"] else ""
    said += f" {calendar.day(feedback['due'])}" if feedback["due"] else ""
    said += f", {name(feedback['agency'])}" if feedback["agency"] else ""
    return said + (f" ({reason})" if reason else "")
