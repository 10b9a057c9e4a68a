"""An action in full: whose, what and by when."""

from datetime import date

from csu_tui.domain.action import Action
from csu_tui.domain.dates import read_due, say_day
from csu_tui.domain.errors import RuleError
from csu_tui.domain.ids import AgencyId, KindId, OfficerId
from csu_tui.domain.stroke import Assignment
from csu_tui.domain.unit import Agency, Kind, Officer
from csu_tui.tui.dialogs.days import DATES, say_due
from csu_tui.tui.dialogs.field import Field, Line, dots
from csu_tui.tui.dialogs.form import Form
from csu_tui.tui.dialogs.people import NOBODY, agency_lines, officer_lines


class AssignDialog(Form[Assignment]):
    """Asks agency, words, officer, kind and due date; agency, Enter and Enter is enough.

    The agency is picked by its digit or by letters of its name. `due` is the date that stands until another is typed
    the British way. With `action` its own values stand, or the words and date `typed` for it before; then `about` says
    why it is asked again. `hidden` shows dots for the words (SPEC 10).
    """

    def __init__(
        self,
        agencies: tuple[Agency, ...],
        officers: tuple[Officer, ...],
        kinds: tuple[Kind, ...],
        *,
        today: date,
        due: date | None = None,
        action: Action | None = None,
        typed: Assignment | None = None,
        about: str = "",
        hidden: bool = False,
    ) -> None:
        super().__init__("Change the action" if action else "Assign an action")
        self._agencies = agencies
        self._officers = officers
        self._kinds = kinds
        self._today = today
        default = next((kind for kind in kinds if kind.default), None)
        self._agency_id: AgencyId | None = action.agency_id if action else None
        self._agency = action.agency if action else ""
        self._officer_id: OfficerId | None = action.officer_id if action else None
        self._officer = action.officer if action else ""
        self._kind_id: KindId | None = action.kind_id if action else default.id if default else None
        self._kind = action.kind if action else default.name if default else ""
        self._text = typed.text if typed else action.text if action else ""
        self._due = (typed.due if typed else None) or (action.due if action else None) or due or today
        self._note = ""
        self._at = 1 if typed else 0
        self._has_words = typed is not None
        self.fields = (
            Field("Agency", lambda: self._agency, self._agency_lines, needed=True),
            Field(
                "Words",
                lambda: dots(self._text) if hidden else self._text,
                take=self._worded,
                text=lambda: self._text,
                hidden=hidden,
                saves=True,
                about=about,
            ),
            Field("Officer", lambda: self._officer or NOBODY, self._officer_lines),
            Field("Kind", lambda: self._kind, self._kind_lines),
            Field(
                "Due",
                self._say_due,
                take=self._dated,
                about=DATES + "; empty keeps the date above",
                preview=lambda text: say_due(text, today),
            ),
        )

    def answer(self) -> Assignment:
        """Return the task; an agency is the only thing that must be named."""
        if self._agency_id is None:
            raise RuleError("Name the agency first.")
        return Assignment(self._agency_id, self._officer_id, self._kind_id, self._text, self._due)

    def _agency_lines(self) -> tuple[Line, ...]:
        return agency_lines(self._agencies, self._put_agency)

    def _put_agency(self, agency: Agency) -> None:
        if agency.id != self._agency_id:
            self._officer_id, self._officer = None, ""
        self._agency_id, self._agency = agency.id, agency.name

    def _officer_lines(self) -> tuple[Line, ...]:
        return officer_lines(self._officers, self._agency_id, self._put_officer)

    def _put_officer(self, officer: Officer | None) -> None:
        self._officer_id, self._officer = (officer.id, officer.name) if officer else (None, "")

    def _kind_lines(self) -> tuple[Line, ...]:
        def line(kind: Kind) -> Line:
            return Line(kind_name(kind), lambda: self._put_kind(kind), note=kind.family.value)

        return tuple(line(kind) for kind in self._kinds)

    def _put_kind(self, kind: Kind) -> None:
        self._kind_id, self._kind = kind.id, kind_name(kind)

    def _worded(self, text: str) -> None:
        self._text = text

    def _dated(self, text: str) -> None:
        if text:
            due = read_due(text, self._today)
            self._due, self._note = due.day, due.note

    def _say_due(self) -> str:
        return say_day(self._due, self._today) + (" · " + self._note if self._note else "")


def kind_name(kind: Kind) -> str:
    """Name a kind with its topic, which tells two of the same name apart."""
    return kind.name + (": " + kind.topic if kind.topic else "")
