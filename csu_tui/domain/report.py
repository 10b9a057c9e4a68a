"""One thing reported to the unit, and who reported it."""

from dataclasses import dataclass, replace

from csu_tui.domain.ids import CategoryId, ReportId
from csu_tui.domain.moment import Moment
from csu_tui.domain.place import Place
from csu_tui.domain.words import Qualifier, ReporterKind, Risk

SENSITIVE_HEADLINE = "Sensitive concern"


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reported it and what they want; `feedback_wanted` is None where the source did not say."""

    kind: ReporterKind = ReporterKind.NOT_STATED
    name: str = ""
    phone: str = ""
    email: str = ""
    feedback_wanted: bool | None = None
    route: str = ""

    def public(self) -> "Reporter":
        """Keep the kind and the wish only."""
        return Reporter(kind=self.kind, feedback_wanted=self.feedback_wanted)


@dataclass(frozen=True, slots=True)
class Report:
    """One thing reported to the unit."""

    id: ReportId
    version: int
    source: str
    source_ref: str
    received: Moment
    occurred: Moment | None
    category_id: CategoryId
    category: str
    asb: bool
    sensitive: bool
    qualifier: Qualifier | None
    risk: Risk
    title: str
    text: str
    place: Place
    reporter: Reporter
    status: str = ""
    history: bool = False
    source_category: str = ""
    shown: bool = True
    """False when personal details and sensitive text have been left out."""

    @property
    def headline(self) -> str:
        """What a room may read."""
        return SENSITIVE_HEADLINE if self.sensitive else self.category

    @property
    def called(self) -> str:
        """The source's title; where it gave none, its own word for what happened, if our category is another."""
        if self.title.strip():
            return self.title
        word = self.source_category.strip()
        return "" if _letters(word) == _letters(self.category) else word

    def public(self) -> "Report":
        """Leave out what SHARED never shows (SPEC 10): reporter, house, all text of a sensitive report."""
        kept = replace(self, place=self.place.public(), reporter=self.reporter.public(), shown=False)
        if not self.sensitive:
            return kept
        return replace(kept, title="", text="", category=SENSITIVE_HEADLINE, source_category="", status="")
