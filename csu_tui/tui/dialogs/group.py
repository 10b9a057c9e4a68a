"""The questions about a Task and Finish Group in a meeting: which one, a new one, what it reports back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from csu_tui.domain.dates import read_due, say_day
from csu_tui.domain.errors import RuleError
from csu_tui.domain.group import Group, NewGroup
from csu_tui.domain.ids import AgencyId, GroupId, ReportId
from csu_tui.domain.reference import group_ref
from csu_tui.domain.unit import Agency
from csu_tui.domain.words import About
from csu_tui.tui.dialogs.ask import Ask
from csu_tui.tui.dialogs.choices import Choice
from csu_tui.tui.dialogs.days import DATES, say_due
from csu_tui.tui.dialogs.field import Field, Line, dots
from csu_tui.tui.dialogs.form import Form
from csu_tui.tui.dialogs.page import DIGITS, Page
from csu_tui.tui.dialogs.people import agency_lines
from csu_tui.tui.present.phrase import plural

ABOUT = {About.AREA: "an area", About.PERSON: "a person"}
ABOUT_KEYS = {About.AREA: "a", About.PERSON: "p"}
_NEXT = (("in 20 working days", "+20"), ("in 10 working days", "+10"), ("in 5 working days", "+5"))


@dataclass(frozen=True, slots=True)
class Picked:
    """The group picked; None to start a new one."""

    group_id: GroupId | None


class PickGroupDialog(Ask[Picked]):
    """Asks which open group takes a report, by its digit or letters of its name; 0 starts a new one."""

    def __init__(self, groups: tuple[Group, ...], today: date) -> None:
        super().__init__("Put it into which Task and Finish Group?")
        self._groups = groups
        self._today = today

    def opening(self) -> Page:
        """Offer the groups."""
        choices = tuple(self._choice(at, group) for at, group in enumerate(self._groups))
        new = Choice("start a new group", partial(self.finish, Picked(None)), "0")
        return Page("Group", (*choices, new), filters=True, pointed=None, enter="picks")

    def _choice(self, at: int, group: Group) -> Choice:
        back = "reports back " + say_day(group.report_back, self._today) if group.report_back else "no report-back date"
        return Choice(
            group.named,
            partial(self.finish, Picked(group.id)),
            DIGITS[at] if at < len(DIGITS) else "",
            " · ".join((group.lead, plural(group.count, "report"), back)),
            mark=group_ref(group.id).ljust(5),
        )


@dataclass(frozen=True, slots=True)
class Begin:
    """Which reports a group may begin with: what a line says, and which those are."""

    words: str
    reports: tuple[ReportId, ...]


class StartGroupDialog(Form[NewGroup]):
    """Asks what a group is about, its name, lead and report-back day, which stand as given until others are typed.

    `hidden` (SHARED) shows dots for name and concern where it is about a person, or `sensitive` reports are in it.
    """

    def __init__(
        self,
        agencies: tuple[Agency, ...],
        *,
        today: date,
        report_back: date,
        lead: Agency | None,
        name: str = "",
        begins: tuple[Begin, ...] = (),
        begin: int = 0,
        sensitive: bool = False,
        hidden: bool = True,
    ) -> None:
        super().__init__("Start a Task and Finish Group")
        self._agencies, self._today = agencies, today
        self._about = About.PERSON if sensitive else About.AREA
        self._usual = name
        self._called = "" if sensitive else name
        self._lead = lead
        self._back = report_back
        self._note = ""
        self._concern = ""
        self._begins = begins
        self._begin = begins[begin] if begins else Begin("none yet", ())
        self._sensitive, self._hidden = sensitive, hidden
        self.fields = self._make_fields()

    def answer(self) -> NewGroup:
        """Return the group; a name and a lead must be given."""
        if not self._called.strip():
            raise RuleError("Name the group first: the place, or the person.")
        if self._lead is None:
            raise RuleError("Name the lead agency first.")
        lead: AgencyId = self._lead.id
        return NewGroup(self._called, lead, self._about, self._concern, self._back, self._begin.reports)

    def _make_fields(self) -> tuple[Field, ...]:
        hides = self._hidden and (self._sensitive or self._about is About.PERSON)

        def words(label: str, value: Callable[[], str], take: Callable[[str], None]) -> Field:
            return Field(label, lambda: dots(value()) if hides else value(), take=take, text=value, hidden=hides)

        found = [
            Field(
                "About",
                lambda: ABOUT[self._about],
                self._about_lines,
                about="The name of one about a person is never shown to a room.",
            ),
            words("Name", lambda: self._called, self._take_name),
            Field("Lead", lambda: self._lead.name if self._lead else "", self._lead_lines, needed=True),
            Field(
                "Back by",
                self._say_back,
                take=self._dated,
                about=DATES + "; empty keeps the date above",
                preview=lambda text: say_due(text, self._today),
            ),
            words("Concern", lambda: self._concern, self._concerned),
        ]
        if len(self._begins) > 1 or len(self._begin.reports) > 1:
            found.insert(2, Field("Reports", lambda: self._begin.words, self._begin_lines))
        return tuple(found)

    def _about_lines(self) -> tuple[Line, ...]:
        return tuple(Line(words, partial(self._put_about, about), ABOUT_KEYS[about]) for about, words in ABOUT.items())

    def _put_about(self, about: About) -> None:
        if about is About.PERSON and self._called == self._usual:
            self._called = ""  # a place is not what a person is called
        elif about is About.AREA and not self._called:
            self._called = self._usual
        self._about = about
        self.fields = self._make_fields()

    def _take_name(self, text: str) -> None:
        self._called = text

    def _concerned(self, text: str) -> None:
        self._concern = text

    def _lead_lines(self) -> tuple[Line, ...]:
        return agency_lines(self._agencies, self._put_lead)

    def _put_lead(self, agency: Agency) -> None:
        self._lead = agency

    def _dated(self, text: str) -> None:
        if text:
            due = read_due(text, self._today)
            self._back, self._note = due.day, due.note

    def _say_back(self) -> str:
        return say_day(self._back, self._today) + (" · " + self._note if self._note else "")

    def _begin_lines(self) -> tuple[Line, ...]:
        return tuple(Line(one.words, partial(self._put_begin, one)) for one in self._begins)

    def _put_begin(self, begin: Begin) -> None:
        self._begin = begin


@dataclass(frozen=True, slots=True)
class ReportedBack:
    """What a group reported, and when it does so next; None: no further date."""

    words: str
    next_day: date | None


class ReportBackDialog(Ask[ReportedBack]):
    """Asks what a group reports back, then when next; the words stay while the day is asked."""

    def __init__(self, group_id: GroupId, today: date, *, hidden: bool, words: str = "") -> None:
        super().__init__(" ".join((group_ref(group_id), "reports back: what has been done?")))
        self._today = today
        self._hidden = hidden
        self._words = words

    def rows(self) -> int:
        """Return how many lines the list of days has."""
        return len(_NEXT) + 1

    def opening(self) -> Page:
        """Ask for the progress."""
        return Page("Progress", words=self._worded, text=self._words, hidden=self._hidden, enter="next")

    def at_stake(self) -> bool:
        """Say whether words would be lost, those of the page before too."""
        return bool(self._words) or super().at_stake()

    def _worded(self, words: str) -> None:
        self._words = words
        usual = tuple(Choice(said, partial(self._dated, text), "", self._say(text)) for said, text in _NEXT)
        never = Choice("no further date: it does not come up again", partial(self.finish, ReportedBack(words, None)))
        self.turn(Page("Next on", (*usual, never), self._dated, about=DATES, preview=self._say, back=self._restart))

    def _say(self, text: str) -> str:
        return say_due(text, self._today)

    def _restart(self) -> None:
        self.turn(self.opening())

    def _dated(self, text: str) -> None:
        self.finish(ReportedBack(self._words, read_due(text, self._today).day))
