"""What a meeting types over what the source said."""

from functools import partial

from csu_tui.domain.ids import CategoryId
from csu_tui.domain.report import Report
from csu_tui.domain.stroke import ReportEdit
from csu_tui.domain.unit import Category
from csu_tui.domain.words import Qualifier, Risk
from csu_tui.tui.dialogs.field import Field, Line
from csu_tui.tui.dialogs.form import Form
from csu_tui.tui.dialogs.people import category_lines
from csu_tui.tui.dialogs.place_fields import PlaceParts

RISK_KEYS = {Risk.STANDARD: "s", Risk.MEDIUM: "m", Risk.HIGH: "h"}
QUALIFIER_KEYS = {Qualifier.PERSONAL: "p", Qualifier.NUISANCE: "n", Qualifier.ENVIRONMENTAL: "e"}


class EditReportDialog(Form[ReportEdit]):
    """Asks risk, category, qualifier and place; what is left alone is None in the answer.

    Where the report was not shown whole, house and postcode are typed in dots, and left empty they stay: the answer's
    place then has the parts that the person saw, so a part equal to the seen one is unchanged.
    """

    def __init__(self, report: Report, categories: tuple[Category, ...]) -> None:
        super().__init__("Edit the report")
        self._report = report
        self._categories = categories
        self._risk = report.risk
        self._category_id: CategoryId = report.category_id
        self._category = report.category
        self._qualifier = report.qualifier
        self._parts = PlaceParts(report.place, hidden=not report.shown, unseen=not report.shown)
        self.fields = (
            Field("Risk", lambda: self._risk.value, self._risk_lines),
            Field("Category", lambda: self._category, self._category_lines),
            Field("Qualifier", lambda: self._qualifier.value if self._qualifier else "", self._qualifier_lines),
            self._parts.house(),
            self._parts.street(),
            self._parts.locality(),
            self._parts.postcode(),
        )

    def answer(self) -> ReportEdit:
        """Return what was changed."""
        seen, place = self._report, self._parts.place
        return ReportEdit(
            risk=self._risk if self._risk is not seen.risk else None,
            category_id=self._category_id if self._category_id != seen.category_id else None,
            place=place if place != seen.place else None,
            qualifier=self._qualifier if self._qualifier is not seen.qualifier else None,
        )

    def _risk_lines(self) -> tuple[Line, ...]:
        return tuple(Line(risk.value, partial(self._put_risk, risk), key) for risk, key in RISK_KEYS.items())

    def _put_risk(self, risk: Risk) -> None:
        self._risk = risk

    def _category_lines(self) -> tuple[Line, ...]:
        return category_lines(self._categories, self._put_category)

    def _put_category(self, category: Category) -> None:
        self._category_id, self._category = category.id, category.name

    def _qualifier_lines(self) -> tuple[Line, ...]:
        return tuple(Line(q.value, partial(self._put_qualifier, q), key) for q, key in QUALIFIER_KEYS.items())

    def _put_qualifier(self, qualifier: Qualifier) -> None:
        self._qualifier = qualifier
