"""Who works in a Task and Finish Group: its lead, its members; and which reports."""

from dataclasses import dataclass
from functools import partial

from csu_tui.domain.group import Group
from csu_tui.domain.ids import AgencyId, ReportId
from csu_tui.domain.reference import group_ref, read_reference, report_ref
from csu_tui.domain.unit import Agency
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.page import DIGITS, Page, phrase_page
from csu_tui.tui.dialogs.people import agency_lines

NO_AGENCY = "of no agency"


@dataclass(frozen=True, slots=True)
class NewLead:
    """Who leads a group from now on, and why."""

    agency_id: AgencyId
    name: str
    why: str


class LeadDialog(Ask[NewLead]):
    """Asks for the agency, and why."""

    def __init__(self, group: Group, agencies: tuple[Agency, ...], phrases: tuple[str, ...], *, hidden: bool) -> None:
        super().__init__(" ".join(("Who leads", group_ref(group.id), "from now on?")))
        self._agencies = tuple(agency for agency in agencies if agency.id != group.lead_id)
        self._phrases = phrases
        self._hidden = hidden

    def opening(self) -> Page:
        """Ask for the agency."""
        lines = agency_lines(self._agencies, self._ask_why)
        choices = tuple(Choice(line.label, line.put, line.key, line.note) for line in lines)
        return Page("Lead", choices, filters=True, pointed=None, enter="next")

    def _ask_why(self, agency: Agency) -> None:
        take = partial(self._explained, agency)
        about = "To " + agency.name
        self.turn(phrase_page("Why", self._phrases, take, hidden=self._hidden, about=about, back=self._restart))

    def _restart(self) -> None:
        self.turn(self.opening())

    def _explained(self, agency: Agency, why: str) -> None:
        self.finish(NewLead(agency.id, agency.short, why))


@dataclass(frozen=True, slots=True)
class MemberChange:
    """A member to add, or by `gone` the number of one to take off."""

    agency_id: AgencyId | None = None
    name: str = ""
    gone: int | None = None


class MembersDialog(Ask[MemberChange]):
    """Adds an agency or a person, or takes a member off."""

    def __init__(self, group: Group, agencies: tuple[Agency, ...], *, hidden: bool) -> None:
        super().__init__(" ".join(("Members of", group_ref(group.id))))
        self._group = group
        self._agencies = agencies
        self._hidden = hidden

    def opening(self) -> Page:
        """Offer what can be done."""
        off = tuple(
            Choice(" ".join(("take off", member.called)), partial(self.finish, MemberChange(gone=member.id)), key)
            for member, key in zip(self._group.members, DIGITS, strict=False)
        )
        add = (Choice("add an agency", self._ask_agency, "a"), Choice("add a person", self._ask_whose, "p"))
        return Page("Members", (*add, *off), pointed=None)

    def _ask_agency(self) -> None:
        lines = agency_lines(self._agencies, lambda agency: self.finish(MemberChange(agency.id)))
        choices = tuple(Choice(line.label, line.put, line.key, line.note) for line in lines)
        self.turn(Page("Agency", choices, filters=True, pointed=None, back=self._restart))

    def _ask_whose(self) -> None:
        lines = agency_lines(self._agencies, lambda agency: self._ask_name(agency.id))
        choices = tuple(Choice(line.label, line.put, line.key, line.note) for line in lines)
        nobody = Choice(NO_AGENCY, partial(self._ask_name, None), "0")
        page = Page("Of which", (*choices, nobody), filters=True, pointed=None, enter="next", back=self._restart)
        self.turn(page)

    def _ask_name(self, agency_id: AgencyId | None) -> None:
        def named(name: str) -> None:
            self.finish(MemberChange(agency_id, name))

        self.turn(Page("Name", words=named, hidden=self._hidden, back=self._ask_whose))

    def _restart(self) -> None:
        self.turn(self.opening())


class AddReportsDialog(Ask[tuple[ReportId, ...]]):
    """Asks for reports by their references."""

    def __init__(self, group: Group) -> None:
        super().__init__(" ".join(("Add reports to", group_ref(group.id))))

    def opening(self) -> Page:
        """Ask for the references."""
        return Page("Reports", words=self._take_references, about="References with blanks between: R1042 R1043")

    def _take_references(self, text: str) -> None:
        parts = text.replace(",", " ").split()
        self.finish(tuple(dict.fromkeys(ReportId(read_reference(part, "R")) for part in parts)))


class TakeOutDialog(Ask[ReportId]):
    """Asks which report leaves a group."""

    def __init__(self, group: Group) -> None:
        super().__init__(" ".join(("Take which report out of", group_ref(group.id) + "?")))
        self._group = group

    def opening(self) -> Page:
        """Offer the reports; a hidden group's by their references alone."""
        choices = tuple(
            Choice(
                report.headline if self._group.shown else "",
                partial(self.finish, report.report_id),
                DIGITS[at] if at < len(DIGITS) else "",
                report.place.line() if self._group.shown else "",
                mark=report_ref(report.report_id).ljust(8),
            )
            for at, report in enumerate(self._group.reports)
        )
        return Page("Report", choices, pointed=None)
