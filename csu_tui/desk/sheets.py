"""Action sheets out to a partner, and their answers back in (SPEC 6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from csu_tui.data.connection import Connection
from csu_tui.data.queries import action as actions
from csu_tui.data.queries import change as changes
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import report as reports
from csu_tui.data.queries import sheet as sheets
from csu_tui.data.queries import unit as units
from csu_tui.data.record import append
from csu_tui.desk.actioning import REVIEWS
from csu_tui.desk.completing import Completing
from csu_tui.domain.action import Action
from csu_tui.domain.dates import say_day
from csu_tui.domain.errors import BusyError, RuleError, StaleError
from csu_tui.domain.feedback import after_contact
from csu_tui.domain.ids import AgencyId
from csu_tui.domain.moment import local, midnight, utc_text
from csu_tui.domain.reference import action_ref, report_ref
from csu_tui.domain.sheet import Answer, Block, ContactRead, Merged, Sheet, SheetEntry, sign
from csu_tui.domain.stroke import ActionFilter, ContactMade
from csu_tui.domain.text import clean, shorten
from csu_tui.domain.words import ActionStatus, Family, FeedbackState

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing

_SHOWN = 60
_FROM = "action sheet"


@dataclass(frozen=True, slots=True)
class _Entering:
    """What one answer would write; `said` is a room's sentence, and without `action` nothing is left to write."""

    said: str
    answer: Answer
    action: Action | None = None
    made: ContactMade | None = None


class Sheets(Completing):
    """Send and take back."""

    def sheet(self, agency_id: AgencyId, *, private: bool = False) -> Sheet:
        """Return an agency's open actions, oldest due first, as a room may read them.

        Private ones carry personal details, and are recorded before as a disclosure to that agency on every report.
        """
        with self._db.read() as connection:
            agency = self._agency(connection, agency_id)
            began = sheets.record_began(connection)
            found = actions.listed(connection, ActionFilter(agency_id), self.today())
            entries = tuple(self._entry(connection, action, began, private=private) for action in found)
            unit = units.unit(connection)
        if private:
            self._disclose(entries, agency.short)
        return Sheet(unit, agency.name, self.now(), entries, private)

    def merge_sheet(self, blocks: Sequence[Block], *, apply: bool) -> Iterator[Merged]:
        """Enter what came back, one line for one block in their order; without `apply` nothing is written.

        Each action is a transaction of its own, and its line comes once that is kept: a block that cannot be entered
        holds no other back, nobody in a meeting waits long, and after a power cut the sheet is simply read again,
        for the same block twice changes nothing. Raises BusyError where somebody else writes for too long.
        """
        if apply:
            self._db.refuse_if_read_only()
        answered: dict[tuple[int, str], Block] = {}
        disputed = set[tuple[int, str]]()
        for block in blocks:
            key = (block.action_id, block.sign)
            if not block.empty and not answered.setdefault(key, block).says_as(block):
                disputed.add(key)
        for block in blocks:
            key = (block.action_id, block.sign)
            if block.empty:
                yield _merged(block, "empty", "nothing filled in: it stays open")
            elif key in disputed:
                yield _merged(block, "refused", "it is answered more than once and differently: say which")
            elif answered[key] is not block:
                yield _merged(block, "unchanged", "the same as above")
            else:
                yield self._merge(block, apply=apply)

    def _merge(self, block: Block, *, apply: bool) -> Merged:
        from csu_tui.files.sheets import read_answer

        try:
            answer = read_answer(block, self.now())
            if answer is None:
                return _merged(block, "empty", "nothing filled in: it stays open")
            if not apply:
                with self._db.read() as connection:
                    entering = self._entering(connection, answer)
                return _merged(block, "would apply" if entering.action else "unchanged", entering.said)
            with self._writing() as writing:
                entering = self._entering(writing.connection, answer)
                self._enter(writing, entering)
            return _merged(block, "applied" if entering.action else "unchanged", entering.said)
        except BusyError:
            raise
        except StaleError as error:
            return _merged(block, "changed since", str(error))
        except RuleError as error:
            return _merged(block, "refused", str(error))

    def _entry(self, connection: Connection, action: Action, began: str, *, private: bool) -> SheetEntry:
        report = reports.report(connection, action.report_id)
        hide = report.sensitive and not private
        return SheetEntry(
            action.public(hide),
            report if private else report.public(),
            ledgers.feedback(connection, action.report_id).public(hide),
            sign(began, action.id, action.version),
        )

    def _disclose(self, entries: tuple[SheetEntry, ...], agency: str) -> None:
        with self._db.append() as connection:
            for report_id in dict.fromkeys(entry.report.id for entry in entries):
                append(connection, self._author(), f"disclosure: {_FROM} to {agency}", report_ref(report_id))

    def _entering(self, connection: Connection, answer: Answer) -> _Entering:
        """Work out what an answer writes; raises StaleError where the action was changed since the sheet."""
        action = actions.action(connection, answer.block.action_id)
        sensitive = reports.report(connection, action.report_id).sensitive
        known = answer.contact is not None and self._known(connection, action, answer.contact)
        if answer.block.sign != sign(sheets.record_began(connection), action.id, action.version):
            stands = (action.status, action.outcome) == (answer.status, answer.words.strip())
            if stands and (known or answer.contact is None):
                return _Entering(f"{action.status} already, as it says", answer)
            raise StaleError(self._changed(connection, action))
        if action.status is not ActionStatus.OPEN:
            raise RuleError(f"{action_ref(action.id)} is {action.status} already.")
        if known and answer.status is None:
            return _Entering("that contact is kept already", answer)
        if action.family is Family.CONTACT and answer.status is ActionStatus.DONE and answer.contact is None:
            raise RuleError(f"it is a {action.kind}: the line “Contact:” must say whether the reporter was reached")
        made = None if known or answer.contact is None else _made(answer, answer.contact, action)
        parts = []
        if answer.status is not None:
            words = "words not shown" if sensitive else f"“{shorten(clean(answer.words), _SHOWN)}”"
            parts.append(f"{answer.status}, {words}")
        if made is not None and answer.contact is not None:
            parts.append(self._say_contact(connection, action, answer.contact, made))
        return _Entering("; ".join(parts), answer, action, made)

    def _enter(self, writing: "Writing", entering: _Entering) -> None:
        action, answer = entering.action, entering.answer
        if action is None:
            return
        if entering.made is not None:
            self._write_contact(writing, action.report_id, entering.made, action)
        if answer.status is None:
            self._after(writing, action.report_id)
            scope = self._scope(writing, action.report_id)
            writing.record(f"contact ({_FROM})", report_ref(action.report_id), meeting_id=scope)
            return
        words, finished = answer.words.strip(), utc_text(self.now())
        self._change_action(writing, action, status=answer.status.value, outcome=words, finished=finished)
        self._acted(writing, action, REVIEWS.get(answer.status), words, f"{answer.status} ({_FROM})", "")

    def _known(self, connection: Connection, action: Action, contact: ContactRead) -> bool:
        day = local(contact.at).date()
        since, to = (utc_text(midnight(one)) for one in (day, day + timedelta(days=1)))
        return sheets.contact_known(connection, action.id, contact.means.value, contact.reached, since, to)

    def _changed(self, connection: Connection, action: Action) -> str:
        record = changes.of_subject(connection, action_ref(action.id))
        by = f" by {record[-1].who} ({record[-1].what})" if record else ""
        day = say_day(action.due, self.today())
        now = f"open, {action.agency}, by {day}" if action.status is ActionStatus.OPEN else action.status.value
        return f"changed since the sheet was printed{by}; it is {now} now: not entered"

    def _say_contact(self, connection: Connection, action: Action, contact: ContactRead, made: ContactMade) -> str:
        """Say what the contact does to the ledger; raises RuleError where it may not settle or lies in the future."""
        if contact.at > self.now():
            raise RuleError("A contact cannot lie in the future.")
        standing = ledgers.feedback(connection, action.report_id)
        moved = after_contact(standing, made.reached, made.settles, means=made.means, at=contact.at)
        day = say_day(local(contact.at).date(), self.today())
        said = f"{made.means} {day}, {'reached' if made.reached else 'no answer'}"
        if moved.state is not standing.state or made.settles:
            return f"{said}, feedback {moved.state}"
        fixed = standing.state in (FeedbackState.ANONYMOUS, FeedbackState.DECLINED)
        return f"{said}, feedback stays {standing.state}" if fixed else said


def _made(answer: Answer, contact: ContactRead, action: Action) -> ContactMade:
    """Return the contact to write; the words are its note where they say nothing else."""
    note = answer.words if answer.status is None or action.family is Family.CONTACT else ""
    return ContactMade(contact.means, contact.reached, note, contact.at, settles=contact.told)


def _merged(block: Block, state: str, words: str) -> Merged:
    return Merged(action_ref(block.action_id), block.sign, block.line, state, words)
