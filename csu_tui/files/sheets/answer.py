"""What a partner wrote, understood: an outcome, words, and an attempt to reach the reporter."""

import re
from datetime import date, datetime, time, timedelta

from csu_tui.domain.dates import read_past
from csu_tui.domain.errors import RuleError
from csu_tui.domain.moment import local, london, midnight
from csu_tui.domain.sheet import Answer, Block, ContactRead
from csu_tui.domain.text import clean, shorten
from csu_tui.domain.words import ActionStatus, Means

OUTCOMES = {
    status.value: status for status in (ActionStatus.DONE, ActionStatus.NOT_POSSIBLE, ActionStatus.NOT_UNDERTAKEN)
}
_MEANS = {
    Means.VISIT: r"visit(?:ed)?",
    Means.CALL: r"(?:(?:tele)?phone |tel )?call(?:ed)?|(?:tele)?phoned?|rang|tel",
    Means.LETTER: r"letter",
    Means.EMAIL: r"e-? ?mail(?:ed)?",
}
_NOT_TOLD = re.compile(r"\bnot (?:yet )?told\b|\btold[ :=]*(?:no|n)\b")
_TOLD = re.compile(r"\btold\b(?:[ :=]*(?:yes|y)\b)?")
_NO = re.compile(r"\b(?:reached|answer(?:ed)?)[ :=]*(?:no|n)\b|\bno (?:answer|reply)\b|\bnot reached\b|\b(?:no|n)\b")
_YES = re.compile(r"\b(?:reached|answer(?:ed)?)(?:[ :=]*(?:yes|y)\b)?|\b(?:yes|y)\b")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:]([0-5]\d)\b")
_FILLERS = re.compile(r"\b(?:on|at|date|dated|the|by)\b|[,;()\[\]*_=]|(?<![\w]):|:(?![\w])|\s[-/]\s|^[-/]|[-/.]$")
_LOOKS_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "’": "'"})
_NOBODY = re.compile(r"[\W_]*(?:n ?/ ?a|na|nil|none|no contact|not applicable)?[\W_]*", re.IGNORECASE)
"""What people write where nobody was contacted."""
_LONGEST = 40


def read_answer(block: Block, now: datetime) -> Answer | None:
    """Read a block, None where it was left empty; `now` (aware) says which year a day without one means.

    Raises RuleError saying what was read and why it is no answer.
    """
    if block.twice:
        raise RuleError(f"“{block.twice.title()}” is answered twice and differently: say which.")
    asked = "" if _NOBODY.fullmatch(block.contact) else block.contact
    if not (block.outcome or block.words or asked):
        return None
    status = _outcome(block.outcome) if block.outcome else None
    contact = read_contact(asked, now) if asked else None
    if status is not None and not block.words:
        raise RuleError(f"“{status}” needs words: what was done or found, or why not.")
    if status is None and contact is None:
        raise RuleError("There are words but no outcome: done, not possible or not undertaken.")
    return Answer(block, status, block.words, contact)


def _outcome(text: str) -> ActionStatus:
    plain = " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
    if plain not in OUTCOMES:
        raise RuleError(f"“{_quoted(text)}” is no outcome: done, not possible or not undertaken.")
    return OUTCOMES[plain]


def read_contact(text: str, now: datetime) -> ContactRead:
    """Read how, whether reached, and when: `call, y, 14 Mar`, `visit, reached no, 14/3/2022 10:30, told`."""
    rest = f" {text.translate(_LOOKS_ALIKE).casefold()} "
    means = [kind for kind, pattern in _MEANS.items() if re.search(rf"\b(?:{pattern})\b", rest)]
    if len(means) != 1:
        raise _unread(text, "say one of visit, call, letter, e-mail")
    rest = re.sub(rf"\b(?:{_MEANS[means[0]]})\b", " ", rest)
    rest, not_told = _NOT_TOLD.subn(" ", rest)
    rest, told = _TOLD.subn(" ", rest)
    rest, no = _NO.subn(" ", rest)
    rest, yes = _YES.subn(" ", rest)
    if not (yes or no or told) or (no and (yes or told)) or (told and not_told):
        raise _unread(text, "say whether they were reached, y or n")
    clock = _CLOCK.search(rest)
    rest = _CLOCK.sub(" ", rest)
    day = " ".join(_FILLERS.sub(" ", f" {' '.join(rest.split())} ".strip()).split())
    if not day:
        raise _unread(text, "its date is missing")
    try:
        when = read_past(day, local(now).date())
    except RuleError as error:
        raise _unread(text, str(error).rstrip(".")) from error
    return ContactRead(means[0], reached=bool(yes or told), at=_at(when, clock, now), told=bool(told))


def _at(day: date, clock: re.Match[str] | None, now: datetime) -> datetime:
    if clock:
        return datetime.combine(day, time(int(clock[1]), int(clock[2])), london())
    return min(midnight(day) + timedelta(hours=12), now)


def _unread(text: str, why: str) -> RuleError:
    return RuleError(f"The contact “{_quoted(text)}” cannot be read: {why}.")


def _quoted(text: str) -> str:
    return shorten(clean(text), _LONGEST)
