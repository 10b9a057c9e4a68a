"""An app whose every screen leads to past meetings and conflicts, and from which words can be copied."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from csu_tui.desk.desk import Desk
from csu_tui.tui.identity import Memory, Sitting
from csu_tui.tui.palette import Command
from csu_tui.tui.privacy import PrivacyApp

LONGEST_COPY = 500_000
"""Signs that are copied at most: terminals drop what is longer without a word."""


class RoamingApp(PrivacyApp):
    """Where the palette leads from everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "actions", "actions", show=False, id="screen.actions"),
        Binding("f4", "feedback", "feedback", show=False, id="screen.feedback"),
        Binding("f5", "search", "search", show=False, id="screen.search"),
        Binding("f6", "figures", "figures", show=False, id="screen.figures"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.memory: Memory = Sitting()
        """Where it is kept who is at this computer."""

    def places(self) -> tuple[Command, ...]:
        """Return the screens that the palette opens from everywhere."""
        return (
            Command(self.sign("F3"), "Actions: mine, my agency's, all", self.action_actions),
            Command(self.sign("F4"), "Feedback: who is owed an answer", self.action_feedback),
            Command(self.sign("F5"), "Search: any report by its words, a reference, a date", self.action_search),
            Command(self.sign("F6"), "Figures: of a year, a month, any two dates", self.action_figures),
            Command("", "Task and Finish Groups: list, start, note, close", self.action_groups),
            Command("", "Past meetings: read, write to a file, amend their minutes", self.action_past),
            Command("", "Conflicts: what sources sent that differs", self.action_conflicts),
            Command("", "Hotspots: places with many reports, and their trend", self.action_hotspots),
            Command("", "ASB Case Reviews: raised, decided, outcomes", self.action_case_reviews),
        )

    def action_actions(self) -> None:
        """F3: my actions."""
        from csu_tui.tui.screens.actions import ActionsScreen

        self.stand_on(ActionsScreen)

    def action_feedback(self) -> None:
        """F4: who is owed an answer."""
        from csu_tui.tui.screens.feedback import FeedbackScreen

        self.stand_on(FeedbackScreen)

    def action_search(self) -> None:
        """F5: any report by its words."""
        from csu_tui.tui.screens.search import SearchScreen

        self.stand_on(SearchScreen)

    def action_figures(self) -> None:
        """F6: the year's figures."""
        from csu_tui.tui.screens.figures import FiguresScreen

        self.stand_on(FiguresScreen)

    def stand_on(self, kind: type[Screen[Any]]) -> None:
        """Go to a screen as it was left, where it stands below; else open it."""
        if any(type(screen) is kind for screen in self.screen_stack):
            while type(self.screen) is not kind:
                self.pop_screen()
        else:
            self.push_screen(kind())

    def action_past(self) -> None:
        """Open the past meetings."""
        from csu_tui.tui.screens.past import PastScreen

        if not isinstance(self.screen, PastScreen):
            self.push_screen(PastScreen())

    def action_groups(self) -> None:
        """Open the Task and Finish Groups."""
        from csu_tui.tui.screens.groups import GroupsScreen

        self.stand_on(GroupsScreen)

    def action_conflicts(self) -> None:
        """Open the conflicts."""
        from csu_tui.tui.screens.conflicts import ConflictsScreen

        if not isinstance(self.screen, ConflictsScreen):
            self.push_screen(ConflictsScreen())

    def action_hotspots(self) -> None:
        """Open the hotspots."""
        from csu_tui.tui.screens.hotspots import HotspotScreen, HotspotsScreen

        if not isinstance(self.screen, HotspotsScreen | HotspotScreen):
            self.push_screen(HotspotsScreen())

    def action_case_reviews(self) -> None:
        """Open the ASB Case Reviews."""
        from csu_tui.tui.screens.case_reviews import CaseReviewsScreen

        if not isinstance(self.screen, CaseReviewsScreen):
            self.push_screen(CaseReviewsScreen())

    def copy(self, text: str, what: str = "") -> None:
        """Put words into the terminal's clipboard (OSC 52) and say so; where it has none nothing happens."""
        if len(text) > LONGEST_COPY:
            self.say("That is too long to copy: write it to a file instead.", bad=True)
            return
        self.copy_to_clipboard(text)
        self.say(" ".join(((what or text), "copied, where this terminal allows it.")))
