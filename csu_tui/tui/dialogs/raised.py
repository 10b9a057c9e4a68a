"""A report raised on the day."""

from functools import partial

from csu_tui.domain.errors import RuleError
from csu_tui.domain.place import Place
from csu_tui.domain.report import Reporter
from csu_tui.domain.stroke import NewReport
from csu_tui.domain.unit import Category
from csu_tui.domain.words import ReporterKind, Risk
from csu_tui.tui.dialogs.edit import RISK_KEYS
from csu_tui.tui.dialogs.field import Field, Line, dots
from csu_tui.tui.dialogs.form import Form
from csu_tui.tui.dialogs.people import category_lines
from csu_tui.tui.dialogs.place_fields import PlaceParts

AT_THE_MEETING = "Raised at the meeting"
_WISHES = {None: "not stated", True: "wants to be told", False: "does not want to be told"}
_KIND_KEYS = dict(zip(ReporterKind, "rbcopan", strict=True))


class RaiseDialog(Form[NewReport]):
    """Asks category, street, locality, source, reporter and wish, which are enough; Tab goes on to the rest.

    `hidden` (SHARED) shows dots for the personal details, and for all words once the category is a sensitive one.
    """

    def __init__(self, categories: tuple[Category, ...], sources: tuple[str, ...], *, hidden: bool) -> None:
        super().__init__("Raise a report")
        self._categories = categories
        self._sources = sources or (AT_THE_MEETING,)
        self._hidden = hidden
        self._category: Category | None = None
        self._parts = PlaceParts(Place(), hidden=hidden)
        self._source = self._sources[0]
        self._kind = ReporterKind.NOT_STATED
        self._wish: bool | None = None
        self._risk = Risk.STANDARD
        self._said = dict.fromkeys(("Name", "Phone", "E-mail", "Title", "Words"), "")
        self.fields = self._make_fields()

    def answer(self) -> NewReport:
        """Return the report; a category and some part of the place must be named."""
        place = self._parts.place
        if self._category is None:
            raise RuleError("Name the category first.")
        if place == Place():
            raise RuleError("Name the place first: a street, a locality or a postcode.")
        said = self._said
        reporter = Reporter(self._kind, said["Name"], said["Phone"], said["E-mail"], self._wish)
        return NewReport(
            self._category.id, self._source, place, reporter, self._risk, title=said["Title"], text=said["Words"]
        )

    def _make_fields(self) -> tuple[Field, ...]:
        sensitive = self._hidden and self._category is not None and self._category.sensitive
        return (
            Field("Category", lambda: self._category.name if self._category else "", self._category_lines, needed=True),
            self._parts.street(),
            self._parts.locality(),
            Field("Source", lambda: self._source, self._source_lines),
            Field("Reporter", lambda: self._kind.value, self._kind_lines),
            Field("Feedback", lambda: _WISHES[self._wish], self._wish_lines, saves=True),
            Field("Risk", lambda: self._risk.value, self._risk_lines),
            self._said_field("Title", sensitive),
            self._said_field("Words", sensitive),
            self._parts.house(),
            self._parts.postcode(),
            self._said_field("Name", self._hidden),
            self._said_field("Phone", self._hidden),
            self._said_field("E-mail", self._hidden),
        )

    def _said_field(self, label: str, hidden: bool) -> Field:
        def value() -> str:
            return dots(self._said[label]) if hidden else self._said[label]

        return Field(label, value, take=partial(self._say_in, label), text=lambda: self._said[label], hidden=hidden)

    def _say_in(self, label: str, text: str) -> None:
        self._said[label] = text

    def _category_lines(self) -> tuple[Line, ...]:
        return category_lines(self._categories, self._put_category)

    def _put_category(self, category: Category) -> None:
        self._category = category
        self.fields = self._make_fields()

    def _source_lines(self) -> tuple[Line, ...]:
        return tuple(Line(source, partial(self._put_source, source)) for source in self._sources)

    def _put_source(self, source: str) -> None:
        self._source = source

    def _kind_lines(self) -> tuple[Line, ...]:
        return tuple(Line(kind.value, partial(self._put_kind, kind), key) for kind, key in _KIND_KEYS.items())

    def _put_kind(self, kind: ReporterKind) -> None:
        self._kind = kind

    def _wish_lines(self) -> tuple[Line, ...]:
        keys = {None: "u", True: "y", False: "n"}
        return tuple(Line(words, partial(self._put_wish, wish), keys[wish]) for wish, words in _WISHES.items())

    def _put_wish(self, wish: bool | None) -> None:
        self._wish = wish

    def _risk_lines(self) -> tuple[Line, ...]:
        return tuple(Line(risk.value, partial(self._put_risk, risk), key) for risk, key in RISK_KEYS.items())

    def _put_risk(self, risk: Risk) -> None:
        self._risk = risk
