"""Task and Finish Groups: started, worked on, heard, closed; each stroke one transaction."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from csu_tui.data.queries import group as grouped
from csu_tui.data.queries import meeting as meetings
from csu_tui.data.queries import report as reports
from csu_tui.data.queries import unit as units
from csu_tui.desk.linking import Linking
from csu_tui.domain.agenda import Step
from csu_tui.domain.dates import say_day
from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import REPORT_BACK_DAYS, Group, NewGroup, checked_name, refuse_closed
from csu_tui.domain.ids import AgencyId, GroupId, MeetingId, ReportId, StepId
from csu_tui.domain.moment import utc_text
from csu_tui.domain.reference import group_ref, report_ref
from csu_tui.domain.stroke import Said
from csu_tui.domain.words import About, Decision, Review

if TYPE_CHECKING:
    from csu_tui.data.writing import Writing

HOTSPOT_DAYS = 28


class Grouping(Linking):
    """What becomes of a group (SPEC 2)."""

    def groups(self, *, open_only: bool = False, private: bool = False) -> tuple[Group, ...]:
        """Return the groups, the open ones by report-back, then the closed; without what belongs to each."""
        with self._db.read() as connection:
            found = grouped.groups(connection, open_only=open_only)
            return found if private else tuple(group.public() for group in found)

    def group(self, group_id: GroupId, *, private: bool = False) -> Group:
        """Return one group whole; raises RuleError where there is none."""
        with self._db.read() as connection:
            found = grouped.group(connection, group_id)
            return found if private else found.public()

    def working_on(self, report_ids: tuple[ReportId, ...]) -> dict[ReportId, GroupId]:
        """Return which open group works on each of a few reports; those in none are left out."""
        with self._db.read() as connection:
            found = {number: grouped.standing(connection, number) for number in report_ids}
            return {number: GroupId(theirs[0][1]) for number, theirs in found.items() if theirs}

    def usual_report_back(self) -> date:
        """Return the day on which a group reports back where nobody types one."""
        from csu_tui.domain.working_days import add_working_days

        return add_working_days(self.today(), REPORT_BACK_DAYS)

    def reports_here(self, report_id: ReportId) -> tuple[ReportId, ...]:
        """Return the reports of a report's place in the last 28 days, itself among them; no other sensitive one."""
        with self._db.read() as connection:
            last = min(self.today(), reports.report(connection, report_id).received.day)
            return grouped.near(connection, report_id, last - timedelta(days=HOTSPOT_DAYS))

    def reports_of_caller(self, report_id: ReportId) -> tuple[ReportId, ...]:
        """Return the reports of a report's reporter in the last 6 months, itself among them; no other sensitive one."""
        with self._db.read() as connection:
            return grouped.of_caller(connection, report_id)

    def start_group(self, new: NewGroup) -> Said:
        """Start a group by hand, from a hotspot or from a caller; reports that are in another open group stay there."""
        with self._writing() as writing:
            meeting = meetings.open_meeting(writing.connection)
            drives = meeting is not None and meetings.driver(writing.connection, meeting.id)[0] == self._token()
            connection = writing.connection
            others = [(n, theirs[0][1]) for n in new.reports if (theirs := grouped.standing(connection, n))]
            if others and len(others) == len(new.reports):
                self._refuse_in_group(writing, others[0][0])
            group_id = self._start(writing, new, meeting.id if meeting and drives else None)
            stay = "".join(f"; {report_ref(n)} stays in {group_ref(theirs)}" for n, theirs in others)
            words = f"started, lead {self._lead(writing, group_id)}{stay}"
            return self._grouped(writing, group_id, "start group", words)

    def start_group_on(self, step: Step, new: NewGroup) -> Said:
        """Resolve to start a group on a report of the agenda, which is put into it (SPEC 3.2).

        Only that report leaves it again with another decision; the others it begins with are no decision on them.
        """
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            self._refuse_other_step(standing)
            kept = self._withdraw_for(writing, meeting.id, standing, Decision.GROUP)
            self._refuse_in_group(writing, standing.report_id)
            group_id = self._start(writing, new, meeting.id, first=standing.report_id)
            self._resolve(writing, standing, Decision.GROUP, "")
            words = f"{Decision.GROUP} {group_ref(group_id)}"
            return self._said(writing, meeting, standing, f"start group: {group_ref(group_id)}", f"{words}{kept}")

    def put_in_group(self, step: Step, group_id: GroupId) -> Said:
        """Resolve to put a report of the agenda into a group (SPEC 3.2); a closed one refuses."""
        with self._writing() as writing:
            meeting, standing = self._seen(writing, step)
            self._refuse_other_step(standing)
            refuse_closed(grouped.group(writing.connection, group_id))
            theirs = {group for _, group, _ in grouped.standing(writing.connection, standing.report_id)}
            if standing.decision is Decision.GROUP and group_id in theirs:
                raise RuleError(f"{report_ref(standing.report_id)} is in {group_ref(group_id)} already.")
            kept = self._withdraw_for(writing, meeting.id, standing, Decision.GROUP)
            self._add_report(writing, group_id, standing.report_id, meeting.id)
            self._resolve(writing, standing, Decision.GROUP, "")
            words = f"{Decision.GROUP} {group_ref(group_id)}"
            return self._said(writing, meeting, standing, f"decide: {words}", f"{words}{kept}")

    def edit_group(self, group: Group, name: str, concern: str, about: About) -> Said:
        """Rename a group, reword its concern, or correct what it is about."""
        with self._writing() as writing:
            standing = self._standing_group(writing, group)
            values = {"name": checked_name(name), "concern": concern.strip(), "about": about.value}
            if values == {"name": standing.name, "concern": standing.concern, "about": standing.about.value}:
                return Said(f"{group_ref(group.id)}: nothing changed.")
            writing.change("taskgroup", group.id, **values)
            return self._grouped(writing, group.id, "edit group", "changed")

    def note_group(self, group_id: GroupId, text: str) -> Said:
        """Add a progress note, also to a group that has finished; two people's notes both stay."""
        with self._writing() as writing:
            grouped.group(writing.connection, group_id)
            self._note(writing, group_id, text)
            return self._grouped(writing, group_id, "note on group", "note kept")

    def report_back(self, group: Group, text: str, next_day: date | None) -> Said:
        """Keep what a group reported back, and when it does so next; without a day it does not come up again."""
        with self._writing() as writing:
            self._standing_group(writing, group)
            self._refuse_past(next_day)
            self._note(writing, group.id, text)
            writing.change("taskgroup", group.id, report_back=next_day.isoformat() if next_day else None)
            step = self._heard(writing, group.id, Review.REPORTED_BACK, text)
            day = f"next on {say_day(next_day, self.today())}" if next_day else "no further date"
            return self._grouped(writing, group.id, "report back", f"reported back; {day}", step)

    def redate_group(self, group: Group, day: date, why: str) -> Said:
        """Carry a report-back over to a new day; the old one, who and why are kept."""
        if not why.strip():
            raise RuleError("A new date needs a reason.")
        with self._writing() as writing:
            standing = self._standing_group(writing, group)
            self._refuse_past(day)
            said = say_day(day, self.today())
            carried = standing.carried_over + (standing.report_back is not None)
            writing.change("taskgroup", group.id, report_back=day.isoformat(), carried_over=carried)
            self._note(writing, group.id, f"Report-back carried over to {said}: {why.strip()}")
            step = self._heard(writing, group.id, Review.CARRIED_OVER, why)
            return self._grouped(writing, group.id, "new report-back date", f"report-back carried over to {said}", step)

    def lead_group(self, group: Group, agency_id: AgencyId, why: str) -> Said:
        """Hand the lead over to another agency, with the reason."""
        if not why.strip():
            raise RuleError("Handing over needs a reason.")
        with self._writing() as writing:
            standing = self._standing_group(writing, group)
            agency = self._agency(writing.connection, agency_id)
            if agency.id == standing.lead_id:
                raise RuleError(f"{agency.short} leads {group_ref(group.id)} already.")
            writing.change("taskgroup", group.id, lead_agency_id=agency.id)
            self._note(writing, group.id, f"Lead handed over from {standing.lead} to {agency.short}: {why.strip()}")
            step = self._heard(writing, group.id, Review.HANDED_OVER, why)
            return self._grouped(
                writing, group.id, f"lead of group: {agency.short}", f"{agency.short} leads it now", step
            )

    def close_group(self, group: Group, outcome: str) -> Said:
        """Close a group with its outcome; undo opens it again."""
        if not outcome.strip():
            raise RuleError("Closing a group needs its outcome in a few words.")
        with self._writing() as writing:
            self._standing_group(writing, group)
            writing.change("taskgroup", group.id, closed=utc_text(self.now()), outcome=outcome.strip())
            step = self._heard(writing, group.id, Review.CLOSED, outcome)
            return self._grouped(writing, group.id, "close group", "closed", step)

    def add_to_group(self, group_id: GroupId, report_ids: tuple[ReportId, ...]) -> Said:
        """Put reports into a group at a desk, all or none."""
        with self._writing() as writing:
            for report_id in dict.fromkeys(report_ids):
                self._add_report(writing, group_id, report_id, None)
            refs = ", ".join(map(report_ref, dict.fromkeys(report_ids)))
            return self._grouped(writing, group_id, f"add to group: {refs}", f"{refs} added")

    def take_out_of_group(self, group_id: GroupId, report_id: ReportId) -> Said:
        """Take a report out of a group; one of which the open meeting decided so is decided anew there instead."""
        with self._writing() as writing:
            found = [row for row in grouped.standing(writing.connection, report_id) if row[1] == group_id]
            refuse_closed(grouped.group(writing.connection, group_id))
            if not found:
                raise RuleError(f"{report_ref(report_id)} is not in {group_ref(group_id)}.")
            meeting = meetings.open_meeting(writing.connection)
            row, _, put_in = found[0]
            if (meeting is not None and put_in == meeting.id) or grouped.decided_now(writing.connection, report_id):
                raise RuleError(f"The open meeting has put {report_ref(report_id)} into it: decide it anew there.")
            writing.change("group_report", row, undone=1)
            ref = report_ref(report_id)
            return self._grouped(writing, group_id, f"take out of group: {ref}", f"{ref} taken out")

    def add_member(self, group_id: GroupId, agency_id: AgencyId | None, name: str = "") -> Said:
        """Add an agency, a person of it, or a person of none."""
        if agency_id is None and not name.strip():
            raise RuleError("Name an agency or a person.")
        with self._writing() as writing:
            standing = grouped.group(writing.connection, group_id)
            refuse_closed(standing)
            if agency_id is not None:
                self._agency(writing.connection, agency_id)
            if any((m.agency_id, m.name.casefold()) == (agency_id, name.strip().casefold()) for m in standing.members):
                raise RuleError("They are a member already.")
            writing.add("group_member", group_id=group_id, agency_id=agency_id, name=name.strip())
            return self._grouped(writing, group_id, "add member", "member added")

    def remove_member(self, group_id: GroupId, member_id: int) -> Said:
        """Take an agency or person off a group."""
        with self._writing() as writing:
            standing = grouped.group(writing.connection, group_id)
            refuse_closed(standing)
            if member_id not in {member.id for member in standing.members}:
                raise RuleError("They are no member any more.")
            writing.change("group_member", member_id, undone=1)
            return self._grouped(writing, group_id, "remove member", "member taken off")

    def _start(
        self, writing: "Writing", new: NewGroup, meeting_id: MeetingId | None, *, first: ReportId | None = None
    ) -> GroupId:
        connection = writing.connection
        self._agency(connection, new.lead_id)
        self._refuse_past(new.report_back)
        made = writing.add(
            "taskgroup",
            name=checked_name(new.name),
            concern=new.concern.strip(),
            about=new.about.value,
            lead_agency_id=new.lead_id,
            report_back=(new.report_back or self.usual_report_back()).isoformat(),
            opened=utc_text(self.now()),
            meeting_id=meeting_id,
        )
        for agency_id in dict.fromkeys(new.members):
            writing.add("group_member", group_id=made, agency_id=self._agency(connection, agency_id).id)
        if first is not None:
            self._add_report(writing, GroupId(made), first, meeting_id)
        for report_id in dict.fromkeys(new.reports):
            if report_id != first and not grouped.standing(connection, report_id):
                self._add_report(writing, GroupId(made), report_id, None)
        return GroupId(made)

    def _add_report(
        self, writing: "Writing", group_id: GroupId, report_id: ReportId, meeting_id: MeetingId | None
    ) -> None:
        connection = writing.connection
        refuse_closed(grouped.group(connection, group_id))
        reports.report(connection, report_id)
        self._refuse_taken_back(connection, report_id)
        theirs = [group for _, group, _ in grouped.standing(connection, report_id)]
        if theirs == [group_id] and meeting_id is not None:
            return  # it is there already, by somebody else's hand, and stays whatever this meeting decides next
        self._refuse_in_group(writing, report_id)
        writing.add("group_report", group_id=group_id, report_id=report_id, meeting_id=meeting_id)

    @staticmethod
    def _refuse_in_group(writing: "Writing", report_id: ReportId) -> None:
        theirs = grouped.standing(writing.connection, report_id)
        if theirs:
            ref = group_ref(theirs[0][1])
            raise RuleError(f"{report_ref(report_id)} is in {ref} already: take it out there first.")

    def _note(self, writing: "Writing", group_id: GroupId, text: str) -> None:
        if not text.strip():
            raise RuleError("Write a few words first.")
        who = next((o.name for o in units.officers(writing.connection) if o.id == self._officer_id), self.login)
        writing.add("group_note", group_id=group_id, at=utc_text(self.now()), who=who, text=text.strip())

    def _standing_group(self, writing: "Writing", group: Group) -> Group:
        standing = grouped.group(writing.connection, group.id)
        writing.check("taskgroup", group.id, group.version, group_ref(group.id))
        refuse_closed(standing)
        return standing

    def _refuse_past(self, day: date | None) -> None:
        if day is not None and day < self.today():
            raise RuleError("A report-back date cannot lie in the past.")

    @staticmethod
    def _lead(writing: "Writing", group_id: GroupId) -> str:
        return grouped.group(writing.connection, group_id).lead

    @staticmethod
    def _heard(writing: "Writing", group_id: GroupId, review: Review, words: str) -> StepId | None:
        """Mark a group's step of the open meeting as heard."""
        meeting = meetings.open_meeting(writing.connection)
        step = grouped.step_of(writing.connection, meeting.id, group_id) if meeting else None
        if step is not None:
            writing.change("agenda_step", step, review=review.value, review_note=words.strip())
        return StepId(step) if step else None

    @staticmethod
    def _grouped(writing: "Writing", group_id: GroupId, what: str, words: str, step: StepId | None = None) -> Said:
        meeting = meetings.open_meeting(writing.connection)
        scope = None
        if meeting and (step or group_id in grouped.of_meeting(writing.connection, meeting.id)):
            scope = meeting.id
        writing.record(what, group_ref(group_id), meeting_id=scope)
        return Said(f"{group_ref(group_id)}: {words}.", step, group_id=group_id)
