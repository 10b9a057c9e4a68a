"""What is done to a Task and Finish Group: heard, re-dated, handed over, closed; in the meeting and at a desk."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from csu_tui.desk.desk import Desk
from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group
from csu_tui.domain.ids import ReportId
from csu_tui.domain.reference import group_ref
from csu_tui.domain.words import About
from csu_tui.tui.screens.base import DeskScreen

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.group import ReportedBack
    from csu_tui.tui.dialogs.group_people import MemberChange, NewLead
    from csu_tui.tui.dialogs.when import NewDate

Job = Callable[[Desk], object]
Again = Callable[[], None] | None


class GroupActing(DeskScreen[None]):
    """The strokes on the group on screen; each carries it as it is drawn.

    A screen names it by `group_here`, and by `put_group` how a stroke is queued.
    """

    @property
    def group_here(self) -> Group:
        """The group on screen, as it is drawn; raises RuleError where there is none."""
        raise NotImplementedError

    def put_group(self, group: Group, job: Job, *, again: Again = None, heard: bool = False) -> None:
        """Queue a stroke; `heard`: a meeting has thereby heard the group. `again` asks once more after a clash."""
        raise NotImplementedError

    @property
    def open_group(self) -> Group:
        """The group on screen, refusing one that has finished."""
        group = self.group_here
        if not group.open:
            raise RuleError(group_ref(group.id) + self.keyed(" is closed already: {z} undoes your own."))
        return group

    def hides_group(self, group: Group) -> bool:
        """Say whether what is typed about a group must show as dots (SPEC 10)."""
        return group.hidden and not self.csu.private

    def do_group_back(self) -> None:
        """Ask what the group reports back, and when it does so next."""
        self._ask_back(self.open_group, "")

    def _ask_back(self, group: Group, words: str) -> None:
        from csu_tui.tui.dialogs.group import ReportBackDialog

        dialog = ReportBackDialog(group.id, self.desk.today(), hidden=self.hides_group(group), words=words)
        self.ask(dialog, lambda back: self._report_back(group, back))

    def _report_back(self, group: Group, back: "ReportedBack") -> None:
        again = self._group_again(
            group, back.words, lambda now, words: self._report_back(now, replace(back, words=words))
        )
        self.put_group(group, lambda desk: desk.report_back(group, back.words, back.next_day), again=again, heard=True)

    def do_group_redate(self) -> None:
        """Ask for a new report-back day and why."""
        from csu_tui.tui.dialogs.when import DueDialog

        group = self.open_group
        title = " ".join((group_ref(group.id), "reports back when instead?"))
        phrases = self.desk.phrases("carry over")
        dialog = DueDialog(title, self.desk.today(), phrases, hidden=self.hides_group(group))
        self.ask(dialog, lambda new: self._redate_group(group, new))

    def _redate_group(self, group: Group, new: "NewDate") -> None:
        again = self._group_again(group, new.why, lambda now, why: self._redate_group(now, replace(new, why=why)))
        self.put_group(group, lambda desk: desk.redate_group(group, new.day, new.why), again=again, heard=True)

    def do_group_lead(self) -> None:
        """Ask who leads the group from now on, and why."""
        from csu_tui.tui.dialogs.group_people import LeadDialog

        group = self.open_group
        lists = (self.desk.agencies(), self.desk.phrases("hand over"))
        dialog = LeadDialog(group, *lists, hidden=self.hides_group(group))
        self.ask(dialog, lambda lead: self._lead_group(group, lead))

    def _lead_group(self, group: Group, lead: "NewLead") -> None:
        again = self._group_again(group, lead.why, lambda now, why: self._lead_group(now, replace(lead, why=why)))
        self.put_group(group, lambda desk: desk.lead_group(group, lead.agency_id, lead.why), again=again, heard=True)

    def do_group_close(self) -> None:
        """Ask what came of the group, and close it."""
        from csu_tui.tui.dialogs.phrase import PhraseDialog

        group = self.open_group
        title = " ".join(("Close", group_ref(group.id) + ": what came of it?"))
        dialog = PhraseDialog(title, (), hidden=self.hides_group(group), prompt="Outcome")
        self.ask(dialog, lambda outcome: self._close_group(group, outcome))

    def _close_group(self, group: Group, outcome: str) -> None:
        again = self._group_again(group, outcome, self._close_group)
        self.put_group(group, lambda desk: desk.close_group(group, outcome), again=again, heard=True)

    def do_group_note(self) -> None:
        """Ask for a progress note."""
        from csu_tui.tui.dialogs.phrase import PhraseDialog

        group = self.group_here
        title = " ".join(("Progress of", group_ref(group.id)))
        dialog = PhraseDialog(title, (), hidden=self.hides_group(group), prompt="Note")
        self.ask(dialog, lambda words: self._note_group(group, words))

    def _note_group(self, group: Group, words: str) -> None:
        self.put_group(group, lambda desk: desk.note_group(group.id, words))

    def do_group_members(self) -> None:
        """Add a member, or take one off."""
        from csu_tui.tui.dialogs.group_people import MembersDialog

        group = self.open_group
        dialog = MembersDialog(group, self.desk.agencies(), hidden=self.hides_group(group))

        def change(to: "MemberChange") -> None:
            gone = to.gone
            if gone is not None:
                self.put_group(group, lambda desk: desk.remove_member(group.id, gone))
            else:
                self.put_group(group, lambda desk: desk.add_member(group.id, to.agency_id, to.name))

        self.ask(dialog, change)

    def do_group_add(self) -> None:
        """Ask which reports join the group."""
        from csu_tui.tui.dialogs.group_people import AddReportsDialog

        group = self.open_group

        def add(reports: tuple[ReportId, ...]) -> None:
            self.put_group(group, lambda desk: desk.add_to_group(group.id, reports))

        self.ask(AddReportsDialog(group), add)

    def do_group_remove(self) -> None:
        """Ask which report leaves the group."""
        from csu_tui.tui.dialogs.group_people import TakeOutDialog

        group = self.open_group
        if not group.reports:
            raise RuleError(group_ref(group.id) + " has no report to take out.")

        def take_out(report: ReportId) -> None:
            self.put_group(group, lambda desk: desk.take_out_of_group(group.id, report))

        self.ask(TakeOutDialog(group), take_out)

    def do_group_edit(self) -> None:
        """Edit what the group is called, about, and its concern; refused while that is not shown."""
        from csu_tui.tui.dialogs.group import ABOUT
        from csu_tui.tui.dialogs.parts import Part, PartsDialog, Pick

        group = self.open_group
        if not group.shown:
            raise RuleError(
                self.keyed("What it is called and about is not shown here, and so stays: {F7} shows it first.")
            )
        abouts = tuple(Pick(words, words.split()[1][0]) for words in ABOUT.values())
        parts = (
            Part("Name", group.name),
            Part("About", ABOUT[group.about], abouts),
            Part("Concern", group.concern),
        )

        def edit(values: tuple[str, ...]) -> None:
            name, about, concern = values
            to = next(one for one in About if ABOUT[one] == about)
            self.put_group(group, lambda desk: desk.edit_group(group, name, concern, to))

        self.ask(PartsDialog(" ".join(("Edit", group_ref(group.id))), parts), edit)

    def _group_again(self, group: Group, words: str, submit: Callable[[Group, str], None]) -> Callable[[], None]:
        """Return what asks once more with the words typed, where somebody else was quicker: none are lost."""

        def ask() -> None:
            from csu_tui.tui.dialogs.clash import ClashDialog

            now = self.desk.group(group.id, private=self.csu.private)
            hidden = self.hides_group(now)
            if now.open:
                said = "Somebody has changed the group meanwhile. Enter saves what you did all the same."
                self.ask(ClashDialog(said, words, hidden=hidden), lambda typed: submit(now, typed))
            else:
                said = "Somebody has closed the group meanwhile. Enter adds your words as a note."
                self.ask(ClashDialog(said, words, hidden=hidden), lambda typed: self._note_group(now, typed))

        return ask
