"""The report that tells of the same incident."""

from functools import partial

from csu_tui.domain.agenda import Step
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ReportId
from csu_tui.domain.reference import read_reference, report_ref
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import Page


class IncidentDialog(Ask[ReportId]):
    """Asks for the other report: its reference typed, or picked among the candidates."""

    def __init__(self, candidates: tuple[Step, ...], self_id: ReportId) -> None:
        super().__init__("Same incident as which report?")
        self._candidates = tuple(step for step in candidates if step.report_id != self_id)
        self._self_id = self_id

    def opening(self) -> Page:
        """Ask for the reference."""
        choices = tuple(
            Choice(
                step.headline,
                partial(self.finish, step.report_id),
                note=step.place.public().line(),
                mark=report_ref(step.report_id).ljust(8),
            )
            for step in self._candidates
        )
        return Page("Report", choices, self._typed_reference, about="Type its reference, such as R1042, or pick it.")

    def _typed_reference(self, text: str) -> None:
        report_id = ReportId(read_reference(text, "R"))
        if report_id == self._self_id:
            raise RuleError("That is this report itself: name the other one.")
        self.finish(report_id)
