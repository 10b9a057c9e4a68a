"""The report that tells of the same incident."""

from dataclasses import dataclass
from functools import partial

from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import ReportId
from csu_tui.domain.reference import read_reference, report_ref
from csu_tui.domain.stroke import SameAs
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import DIGITS, Page


@dataclass(frozen=True, slots=True)
class Offer:
    """One report to pick: what a room may read of it, and why it is offered."""

    report_id: ReportId
    headline: str
    note: str


class IncidentDialog(Ask[SameAs]):
    """Asks for the other report, picked or its reference typed, then whether one answer tells both reporters.

    `linked` is the report that it is linked to already; `owed` says whether its reporter is still to be told.
    """

    def __init__(
        self, offers: tuple[Offer, ...], self_id: ReportId, *, linked: ReportId | None = None, owed: bool = False
    ) -> None:
        super().__init__("Same incident as which report?")
        self._offers = tuple(offer for offer in offers if offer.report_id not in (self_id, linked))
        self._self_id = self_id
        self._linked = linked
        self._owed = owed

    def opening(self) -> Page:
        """Ask for the other report; first of all offer to take away the link that stands."""
        picks = tuple(
            Choice(
                offer.headline,
                partial(self._picked, offer.report_id),
                DIGITS[at] if at < len(DIGITS) else "",
                offer.note,
                mark=report_ref(offer.report_id).ljust(8),
            )
            for at, offer in enumerate(self._offers)
        )
        about = "Pick it, or type its reference, such as R1042 (0 before a digit)."
        if self._linked is None:
            pointed = 0 if picks else None
            return Page("Report", picks, self._typed_reference, about=about, pointed=pointed, typed="a reference")
        other = report_ref(self._linked)
        away = Choice("".join(("take the link to ", other, " away")), partial(self.finish, SameAs(None)), "u")
        about = " ".join((report_ref(self._self_id), "is linked to", other + "; u unlinks it.", about))
        return Page("Report", (away, *picks), self._typed_reference, about=about, pointed=None, typed="a reference")

    def _typed_reference(self, text: str) -> None:
        report_id = ReportId(read_reference(text, "R"))
        if report_id == self._self_id:
            raise RuleError("That is this report itself: name the other one.")
        self._picked(report_id)

    def _picked(self, other: ReportId) -> None:
        if not self._owed:
            self.finish(SameAs(other))
            return
        choices = (
            Choice("no: each reporter is told by themselves", partial(self.finish, SameAs(other)), "n"),
            Choice("yes: one answer tells both", partial(self.finish, SameAs(other, shares_feedback=True)), "y"),
        )
        about = " ".join(("The same incident as", report_ref(other) + "."))
        self.turn(Page("One answer for both?", choices, about=about, back=lambda: self.turn(self.opening())))
