"""Walking the agenda."""

from csu_tui.desk.desk import Desk
from csu_tui.domain.agenda import Step
from csu_tui.domain.ids import StepId
from csu_tui.tui.screens.driving import Driving


class Walking(Driving):
    """Next, back, undecided, agency by agency; and the list."""

    _wanted = (0, 0)
    """The step last reached, after how many strokes: an older one is needless where no stroke came between."""

    def reach(self) -> None:
        """Save the step reached, unless a newer one is on its way."""
        strokes, number = mark = self._wanted = (self.strokes_put, self.walk.number)

        def save(desk: Desk) -> None:
            if self._wanted == mark or self._wanted[0] != strokes:
                desk.reach(number)

        if not self.desk.read_only and not self.follows:
            self.write(save, None)

    def reach_before(self) -> None:
        """Save the step on screen, if that is not on its way already, before a stroke on it."""
        if self._wanted[1] != self.walk.number:
            self.reach()

    def do_next(self) -> None:
        """n: the next step; after the last one the checklist."""
        if self.walk.move(1):
            self.arrive()
        else:
            self.do_end()

    def do_back(self) -> None:
        """p: the step before."""
        if self.walk.move(-1):
            self.arrive()
        else:
            self.say("This is the first step.")

    def do_undecided(self) -> None:
        """u: the next step that is not settled."""
        settling = self.intents.settling()
        here = self.walk.step
        if self.walk.next_undecided(settling):
            self.arrive()
        elif here and not here.settled and not here.gone and here.id not in settling:
            self.say("This is the only one left: all others are settled.")
        else:
            self.say(self.keyed("Everything is settled: {E} ends the meeting."))

    def do_agency_on(self) -> None:
        """]: the next agency's actions, then the reports."""
        if self.walk.next_agency(1):
            self.arrive()
        else:
            self.say(self.keyed("The reports are the last: {p} goes back."))

    def do_agency_back(self) -> None:
        """[: the previous agency's actions."""
        if self.walk.next_agency(-1):
            self.arrive()
        else:
            self.say("This is the first agency.")

    def go_to(self, step: StepId) -> None:
        """Go to a step that was chosen in a list."""
        if self.walk.to_step(step):
            self.arrive()

    @property
    def listing(self) -> bool:
        """Say whether the arrows move in the agenda."""
        return self.has_class("-listing")

    def do_list(self) -> None:
        """Tab: the agenda as a list, and out of it again."""
        self.toggle_class("-listing")
        self.draw()
        if self.listing:
            self.say(self.keyed("Arrows move through the agenda; {tab} or {enter} goes back to the report."))

    def do_escape(self) -> None:
        """Escape: out of the list."""
        if self.listing:
            self.do_list()

    def do_enter(self) -> None:
        """Enter: out of the list; it never decides anything."""
        if self.listing:
            self.do_list()
        else:
            self.say(self.keyed("{Enter} decides nothing here: {n} goes on, ? shows the keys."))

    def do_search(self) -> None:
        """/: look for any report; escape comes back to this step."""
        from csu_tui.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen())

    def walk_list(self, by: int) -> None:
        """Move in the list."""
        if self.walk.move(by):
            self.arrive()

    def chosen(self, step: Step) -> None:
        """Go to a step of the list that was clicked."""
        self.go_to(step.id)
