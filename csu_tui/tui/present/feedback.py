"""The ledger's line of one report, and contacts, in words."""

from datetime import date

from csu_tui.domain.action import Contact
from csu_tui.domain.dates import say_day
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.moment import local
from csu_tui.domain.words import FeedbackState
from csu_tui.tui.present.line import Line, Piece, Role, flowed, piece
from csu_tui.tui.present.phrase import plural

_OWED = frozenset({FeedbackState.DUE, FeedbackState.ATTEMPTED})


def feedback_pieces(feedback: Feedback, today: date) -> list[Piece]:
    """Say where the ledger stands."""
    state = feedback.state
    if state in _OWED:
        return _owed(feedback, today)
    if state is FeedbackState.UNKNOWN:
        return [piece("unknown: the source did not say who reported it", Role.WARN)]
    if state is FeedbackState.VIA_ORGANISATION:
        done = piece("told", Role.GOOD) if feedback.via_done else piece("to be recorded once told", Role.WARN)
        return [piece(state.value), piece(feedback.agency), done]
    parts = [piece(state.value, Role.GOOD)]
    if feedback.told:
        parts.append(piece(say_day(local(feedback.told).date(), today)))
    if feedback.means:
        parts.append(piece(feedback.means.value))
    if state is FeedbackState.GIVEN:
        parts.append(piece(feedback.agency))
    if feedback.reason:
        parts.append(piece(feedback.reason))
    return parts


def _owed(feedback: Feedback, today: date) -> list[Piece]:
    parts: list[Piece] = []
    if feedback.attempts:
        parts.append(piece(" ".join(("attempted,", plural(feedback.attempts, "try", "tries"))), Role.WARN))
    elif feedback.state is FeedbackState.ATTEMPTED:
        parts.append(piece("attempted", Role.WARN))
    if feedback.due is None:
        parts.append(piece("due, no date yet", Role.WARN))
    elif feedback.due < today:
        parts.append(piece(" ".join(("due", say_day(feedback.due, today) + ", overdue")), Role.BAD))
    else:
        day = "today" if feedback.due == today else say_day(feedback.due, today)
        parts.append(piece(" ".join(("due", day))))
    parts.append(piece(feedback.agency))
    return parts


def contact_lines(contacts: tuple[Contact, ...], today: date, room: int) -> list[Line]:
    """Say each attempt to reach the reporter, newest first."""
    lines: list[Line] = []
    for contact in sorted(contacts, key=lambda one: one.at, reverse=True):
        at = local(contact.at)
        who = " ".join(part for part in (contact.agency, contact.officer) if part)
        parts = [
            piece("  " + " ".join((say_day(at.date(), today), at.strftime("%H:%M")))),
            piece(contact.means.value),
            piece("reached", Role.GOOD) if contact.reached else piece("no answer", Role.WARN),
            piece(who),
            piece(contact.note),
        ]
        lines += flowed(parts, room, subsequent="    ")
    return lines
