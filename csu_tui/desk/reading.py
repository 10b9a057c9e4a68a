"""What the desk reads: lists, agenda, one item; masked unless asked for in private."""

from dataclasses import replace
from datetime import date

from csu_tui.data.connection import Connection
from csu_tui.data.queries import action as actions
from csu_tui.data.queries import agenda as agendas
from csu_tui.data.queries import case_review as case_reviews
from csu_tui.data.queries import change as changes
from csu_tui.data.queries import group as grouped
from csu_tui.data.queries import hotspot as hotspots
from csu_tui.data.queries import ledger as ledgers
from csu_tui.data.queries import listing
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import report as reports
from csu_tui.data.queries import seen as repeats
from csu_tui.data.queries import source as sources
from csu_tui.data.queries import unit as units
from csu_tui.data.queries.heard import held
from csu_tui.data.queries.incident import sharers
from csu_tui.desk.base import Base
from csu_tui.domain.action import Action
from csu_tui.domain.agenda import Agenda, Checklist, Opening, Step
from csu_tui.domain.change import Change
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ActionId, AgencyId, ReportId, StepId
from csu_tui.domain.item import Item
from csu_tui.domain.ledger import Feedback
from csu_tui.domain.meeting import Meeting
from csu_tui.domain.order import DueAction, DueGroup, due_in_order, reports_in_order
from csu_tui.domain.reference import read_reference
from csu_tui.domain.stroke import ActionFilter
from csu_tui.domain.unit import Agency, Category, Kind, Officer, Unit
from csu_tui.domain.window import is_late, next_window
from csu_tui.domain.words import FeedbackState, StepKind


class Reading(Base):
    """Every read; short enough for the screens' own thread."""

    def unit(self) -> Unit:
        """Return what the unit calls itself and prints on its papers."""
        with self._db.read() as connection:
            return units.unit(connection)

    def agencies(self, *, retired: bool = False) -> tuple[Agency, ...]:
        """Return the agencies, those with a digit first."""
        with self._db.read() as connection:
            return units.agencies(connection, retired=retired)

    def officers(self, agency_id: AgencyId | None = None, *, retired: bool = False) -> tuple[Officer, ...]:
        """Return the officers of one agency or of all."""
        with self._db.read() as connection:
            return units.officers(connection, agency_id, retired=retired)

    def me(self) -> Officer:
        """Return the officer at the keyboard; raises RuleError where the operating-system user is not matched yet."""
        found = next((officer for officer in self.officers() if officer.login == self.login), None)
        if found is None:
            raise RuleError(
                f"You, {self.login}, are no officer yet: csu-tui officer add NAME AGENCY --login {self.login}"
            )
        return found

    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds of action."""
        with self._db.read() as connection:
            return units.kinds(connection)

    def categories(self) -> tuple[Category, ...]:
        """Return the categories of report."""
        with self._db.read() as connection:
            return units.categories(connection)

    def phrases(self, name: str) -> tuple[str, ...]:
        """Return the frequent phrases of one dialog's list."""
        with self._db.read() as connection:
            return units.phrases(connection, name)

    def usual_due(self) -> date:
        """Return the day that an action is due by where nobody types one."""
        from csu_tui.domain.working_days import add_working_days

        with self._db.read() as connection:
            return add_working_days(self.today(), int(units.settings(connection)["default_due_days"]))

    def sources(self) -> tuple[str, ...]:
        """Return where reports usually come from: what was used lately, then the standard ones."""
        from csu_tui.domain.standard import SOURCES

        with self._db.read() as connection:
            return tuple(dict.fromkeys((*units.sources(connection), *SOURCES)))

    def meeting(self) -> Meeting | None:
        """Return the open meeting, if one is."""
        with self._db.read() as connection:
            return meetings.open_meeting(connection)

    def meetings(self, newest: int | None = None) -> tuple[Meeting, ...]:
        """Return every meeting, or so many of the newest, newest first."""
        with self._db.read() as connection:
            return meetings.meetings(connection, newest)

    def opening(self) -> Opening:
        """Return what waits before a meeting opens."""
        with self._db.read() as connection:
            last = meetings.last_held(connection)
            window = next_window(last.window.end if last else None, self.now())
            waiting = agendas.waiting(connection)
            by_source: dict[str, int] = {}
            for _, source in waiting:
                by_source[source] = by_source.get(source, 0) + 1
            overdue, due_today = actions.due_counts(connection, self.today())
            unit = units.unit(connection)
            return Opening(
                window=window,
                first=last is None,
                reports_by_source=tuple(sorted(by_source.items(), key=lambda pair: (-pair[1], pair[0]))),
                late=sum(is_late(w.received, window) and not w.held_over for w, _ in waiting),
                held_over=sum(w.held_over for w, _ in waiting),
                actions_overdue=overdue,
                actions_due_today=due_today,
                feedback_overdue=ledgers.overdue(connection, self.today()),
                last_present=last.present if last else (),
                last_chair=last.chair if last else "",
                unit=unit.unit,
                confidentiality=unit.confidentiality,
                conflicts=len(sources.conflicts(connection)),
                groups_due=len(grouped.due(connection, self.today())),
                updated=sources.updated_since(connection, last.id) if last else 0,
                hotspots=hotspots.hotspots(connection, self.today()),
            )

    def agenda(self, *, private: bool = False) -> Agenda:
        """Return the open meeting's steps, or those that the next one would hold."""
        with self._db.read() as connection:
            meeting = meetings.open_meeting(connection)
            if meeting is None:
                return self._coming(connection)
            found = agendas.steps(connection, meeting.id)
            return Agenda(meeting, meeting.window, found if private else tuple(_shared(step) for step in found))

    def item(self, step: StepId, *, private: bool = False) -> Item:
        """Return everything the room may know of one step."""
        with self._db.read() as connection:
            found, _ = agendas.step(connection, step)
            if found.kind is StepKind.GROUP:
                raise RuleError("That step is a group's report-back: there is no report on it.")
            return self._item(connection, found.report_id, found, private=private)

    def report(self, report_id: ReportId, *, private: bool = False) -> Item:
        """Return everything a room may know of one report."""
        with self._db.read() as connection:
            return self._item(connection, report_id, None, private=private)

    def checklist(self) -> Checklist:
        """Return what stands between the open meeting and its close."""
        with self._db.read() as connection:
            return self._checklist(connection)

    def actions(self, wanted: ActionFilter, *, private: bool = False) -> tuple[Action, ...]:
        """Return the actions that a filter lets through, oldest due first."""
        with self._db.read() as connection:
            found = listing.action_list(connection, wanted, self.today(), private=private)
            return tuple(one.action for one in found)

    def action(self, action_id: ActionId, *, private: bool = False) -> Action:
        """Return one action, its words left out where its report is sensitive."""
        with self._db.read() as connection:
            found = actions.action(connection, action_id)
            return found if private else self._shared_action(connection, found)

    def headlines(self, found: tuple[Action, ...]) -> dict[ReportId, str]:
        """Return the headlines of the reports that actions belong to."""
        with self._db.read() as connection:
            return {r: reports.report(connection, r).headline for r in {action.report_id for action in found}}

    def owed(self) -> tuple[tuple[Feedback, str], ...]:
        """Return who is owed an answer, with the route they want it by."""
        with self._db.read() as connection:
            return ledgers.owed(connection)

    def feedback_counts(self) -> dict[FeedbackState, int]:
        """Return how many decided reports stand in each state of the ledger."""
        with self._db.read() as connection:
            return ledgers.counts(connection)

    def changes(self, subject: str, *, private: bool = False) -> tuple[Change, ...]:
        """Return the record of one subject, oldest first; why, in words, only where a room may read them.

        That of a report has what was done on others of the same incident and changed it too.
        """
        with self._db.read() as connection:
            found = changes.of_subject(connection, subject)
            if subject.startswith("R"):
                with_it = changes.beside(connection, read_reference(subject, "R"))
                return tuple(sorted((*found, *with_it), key=lambda one: one.id))
            if private or not any(one.why for one in found):
                return found
            action = actions.action(connection, ActionId(read_reference(subject, "A")))
            hidden = reports.report(connection, action.report_id).sensitive
            return tuple(replace(one, why="") for one in found) if hidden else found

    def _shared_action(self, connection: Connection, action: Action) -> Action:
        return action.public(reports.report(connection, action.report_id).sensitive)

    def _item(self, connection: Connection, report_id: int, step: Step | None, *, private: bool) -> Item:
        report = reports.report(connection, report_id)
        hide = report.sensitive and not private
        seen = repeats.seen_before(connection, report_id, report.received)
        review = case_reviews.flag(connection, report_id)
        return Item(
            step=step if step is None or private else _shared(step),
            report=report if private else report.public(),
            actions=tuple(a.public(hide) for a in actions.of_report(connection, report_id)),
            contacts=tuple(c.public(hide) for c in ledgers.contacts(connection, report_id)),
            feedback=ledgers.feedback(connection, report_id).public(hide),
            seen_before=replace(
                seen,
                earlier=() if hide else seen.earlier,
                case_review=review if private else review.public(report.id, hide=hide),
            ),
            groups=tuple(one if private else one.public() for one in grouped.of_report(connection, report_id)),
            told_with=sharers(connection, report_id) if seen.incident else (),
            held=held(connection, report_id, private=private) if step and step.held_over else None,
        )

    def _checklist(self, connection: Connection) -> Checklist:
        meeting = self._open(connection)
        found = tuple(_shared(step) for step in agendas.steps(connection, meeting.id) if not step.gone)
        left = agendas.left_unreviewed(connection, meeting.id)
        on_reports = [step for step in found if step.kind is StepKind.REPORT]
        return Checklist(
            undecided=tuple(step for step in on_reports if step.decision is None),
            unreviewed=tuple(
                step
                for step in found
                if step.kind is not StepKind.REPORT and step.review is None and step.id not in left
            ),
            unplanned=tuple(
                step for step in on_reports if self._unplanned(ledgers.feedback(connection, step.report_id))
            ),
        )

    @staticmethod
    def _unplanned(feedback: Feedback) -> bool:
        if feedback.state is FeedbackState.UNKNOWN:
            return True
        return feedback.state in (FeedbackState.DUE, FeedbackState.ATTEMPTED) and feedback.due is None

    def _coming(self, connection: Connection) -> Agenda:
        last = meetings.last_held(connection)
        window = next_window(last.window.end if last else None, self.now())
        steps: list[Step] = []
        due = {a.id: a for a in actions.due(connection, self.today())}
        groups = grouped.due(connection, self.today())
        for one in due_in_order((DueAction(a.id, a.agency, a.due) for a in due.values()), groups):
            if isinstance(one, DueGroup):
                group = grouped.group(connection, one.group_id).public()
                step = grouped.coming(group.id, group.lead, len(steps) + 1, name=group.name, hidden=group.hidden)
            else:
                step = self._planned(
                    connection, len(steps) + 1, due[one.action_id].report_id, action=due[one.action_id]
                )
            steps.append(step)
        for report in reports_in_order(found for found, _ in agendas.waiting(connection)):
            late = is_late(report.received, window) and not report.held_over
            steps.append(
                self._planned(connection, len(steps) + 1, report.report_id, late=late, held_over=report.held_over)
            )
        return Agenda(None, window, tuple(steps))

    @staticmethod
    def _planned(
        connection: Connection,
        number: int,
        report_id: ReportId,
        *,
        action: Action | None = None,
        late: bool = False,
        held_over: bool = False,
    ) -> Step:
        headline, place, risk, sensitive, seen = agendas.waiting_steps(connection, (report_id,))[report_id]
        return Step(
            id=StepId(0),
            version=0,
            number=number,
            kind=StepKind.ACTION if action else StepKind.REPORT,
            report_id=report_id,
            action_id=action.id if action else None,
            headline=headline,
            place=place,
            risk=risk,
            sensitive=sensitive,
            late=late,
            held_over=held_over,
            raised=False,
            decision=None,
            reason="",
            linked_id=None,
            review=None,
            comment="",
            agency=action.agency if action else "",
            seen=0 if sensitive else seen,
        )


def _shared(step: Step) -> Step:
    """Leave out the reason and comment of a step on what is sensitive."""
    return replace(step, reason="", comment="") if step.sensitive else step
