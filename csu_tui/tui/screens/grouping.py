"""Task and Finish Groups in the meeting: a report put into one, and one that reports back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group, NewGroup
from csu_tui.domain.ids import GroupId, StepId
from csu_tui.domain.item import Item
from csu_tui.domain.unit import Agency
from csu_tui.tui.screens.group_acting import Again, Job
from csu_tui.tui.screens.group_looking import GroupLooking
from csu_tui.tui.screens.reviewing import Reviewing
from csu_tui.tui.screens.sitting import Asked

if TYPE_CHECKING:
    from csu_tui.tui.dialogs.group import Begin, Picked

MANY = 5
"""Reports of one place with which a new group begins with all of them, unless another choice is made (SPEC 3.6)."""


class Grouping(GroupLooking, Reviewing):
    """The decision `task and finish group`, and the step of a group that reports back."""

    _group: tuple[StepId, Group] | None = None

    @property
    def group_here(self) -> Group:
        """The group of the step on screen, read once and kept until something was written."""
        step = self.step
        if step.group_id is None:
            raise RuleError("This step is no group's.")
        if self._group is None or self._group[0] != step.id:
            self._group = (step.id, self.desk.group(step.group_id, private=self.csu.private))
        return self._group[1]

    def group_at(self) -> GroupId | None:
        """Return the group of the step on screen."""
        return self.step.group_id

    def put_look(self, job: Job, seen: Callable[[Group], None]) -> None:
        """Queue a look."""
        self.write(job, Asked(seen))

    def forget(self) -> None:
        """Read item and group anew when they are next drawn."""
        super().forget()
        self._group = None

    def put_group(self, group: Group, job: Job, *, again: Again = None, heard: bool = False) -> None:
        """Queue a stroke on a group; one that hears it settles its step."""
        step = next((one.id for one in self.walk.steps if one.group_id == group.id), None)
        if step is None or not heard:
            self.put(job, again=again)
            return
        self.intents.settle(step)
        self.put(job, undoes=partial(self.intents.undecide, step), again=again)

    def do_group_page(self) -> None:
        """Open the page of the group on screen, where its reports, notes and members are; out of the list first."""
        from csu_tui.tui.screens.group import GroupScreen

        if self.listing:
            self.do_list()
            return
        self.hide()
        self.app.push_screen(GroupScreen(self.group_here.id))

    def do_group(self) -> None:
        """Ask which group takes the report on screen, or for a new one."""
        from csu_tui.tui.dialogs.group import PickGroupDialog

        step, item = self.step, self.item
        groups = self.desk.groups(open_only=True, private=self.csu.private)

        def picked(one: "Picked") -> None:
            if one.group_id is None:
                self._ask_start(step, item)
            else:
                group_id = one.group_id
                self._put_decision(step, lambda desk: desk.put_in_group(step, group_id))

        if groups:
            theirs = {one.group_id for one in item.groups}
            first = sorted(groups, key=lambda group: group.id not in theirs)
            self.ask(PickGroupDialog(tuple(first), self.desk.today()), picked)
        else:
            self._ask_start(step, item)

    def _ask_start(self, step: Step, item: Item) -> None:
        from csu_tui.tui.dialogs.group import StartGroupDialog

        begins = self._begins(item)
        here = next((at for at, begin in enumerate(begins) if len(begin.reports) >= MANY), 0)
        place = item.report.place.public()
        dialog = StartGroupDialog(
            self.agencies,
            today=self.desk.today(),
            report_back=self.desk.usual_report_back(),
            lead=self._likely_lead(item),
            name=", ".join(part for part in (place.street, place.locality) if part),
            begins=begins,
            begin=here,
            sensitive=item.report.sensitive,
            hidden=not self.csu.private,
        )
        self.ask(dialog, lambda new: self._start(step, new))

    def _start(self, step: Step, new: NewGroup) -> None:
        again = self.asks_again(step, new.name, lambda now, name: self._start(now, replace(new, name=name)))
        self._put_decision(step, lambda desk: desk.start_group_on(step, new), again)

    def _put_decision(self, step: Step, job: Job, again: Callable[[], None] | None = None) -> None:
        self.intents.decide(step.id)
        self.put(job, undoes=partial(self.intents.undecide, step.id), again=again)

    def _begins(self, item: Item) -> tuple["Begin", ...]:
        from csu_tui.tui.dialogs.group import Begin

        report_id = item.report.id
        here, caller = self.desk.reports_here(report_id), self.desk.reports_of_caller(report_id)
        begins = [Begin("this report", (report_id,))]
        if len(here) > 1:
            words = " ".join(("all", str(len(here)), "of this place in 28 days"))
            begins.append(Begin(words, here))
        if len(caller) > 1:
            words = " ".join(("all", str(len(caller)), "of this caller in 6 months"))
            begins.append(Begin(words, caller))
        return tuple(begins)

    def _likely_lead(self, item: Item) -> Agency | None:
        """Return the first agency tasked with the report, else the unit's own."""
        tasked = {action.agency_id for action in item.actions[:1]}
        own = next((agency for agency in self.agencies if agency.own), None)
        return next((agency for agency in self.agencies if agency.id in tasked), own)
