"""Set-up of kinds, categories, phrases, and of the settings in numbers and words."""

from csu_tui.desk.desk import Desk
from csu_tui.domain.stroke import Said
from csu_tui.domain.unit import Category, Kind, Phrase, UnitSetting
from csu_tui.domain.words import Family
from csu_tui.tui.dialogs.parts import YES, YES_NO, Part, Pick, yes_no
from csu_tui.tui.present.phrase import plural
from csu_tui.tui.present.setup import Entry
from csu_tui.tui.screens.setup_section import Section, whole_number

FAMILIES = tuple(Pick(family.value, family.value[0]) for family in Family)
WORKING_DAYS, MONTHS, REPORTS = "working day", "month", "report"
"""Of what a number counts, one."""
NUMBERS: dict[str, tuple[str, str]] = {
    "default_due_days": ("Due date of an action, where none is typed", WORKING_DAYS),
    "feedback_days_high": ("Feedback due after the meeting, high risk", WORKING_DAYS),
    "feedback_days": ("Feedback due after the meeting, otherwise", WORKING_DAYS),
    "case_review_months": ("Case review: looks back", MONTHS),
    "case_review_explain": ("Case review: explained to the reporter at", REPORTS),
    "case_review_met": ("Case review: threshold looks met at", REPORTS),
    "case_review_behaviour_months": ("Case review: reported within", MONTHS),
    "case_review_people": ("Case review, local rule: by different people", REPORTS),
    "hotspot_reports": ("Hotspot: at one place", REPORTS),
    "hotspot_days": ("Hotspot: within", "day"),
    "retention_years": ("Personal details are kept", "year"),
}
WORDING: dict[str, tuple[str, str]] = {
    "unit": ("Unit's name", ""),
    "marking": ("Marking", ""),
    "redacted_marking": ("Marking, redacted", ""),
    "confidentiality": ("Confidentiality", ""),
}
FOLDERS: dict[str, tuple[str, str]] = {"minutes_folder": ("Minutes folder", "")}


class KindsSection(Section[Kind]):
    """The kinds of action."""

    name, one = "Kinds of action", "kind"

    def read(self, desk: Desk) -> tuple[Kind, ...]:
        """Read the kinds."""
        return desk.kinds()

    def number(self, row: Kind) -> object:
        """Return its number."""
        return row.id

    def entry(self, at: int, row: Kind) -> Entry:  # noqa: ARG002  in their own order
        """Show name, topic and family."""
        gives = "a digit gives it · " if row.default else ""
        return Entry(" · ".join(filter(None, (row.name, row.topic))), gives + row.family.value)

    def parts(self, desk: Desk, row: Kind | None) -> tuple[Part, ...]:  # noqa: ARG002  nothing more to read
        """Ask name, family and topic, and of one that is there whether a digit gives it."""
        asked = (
            Part("Name", row.name if row else ""),
            Part("Family", (row.family if row else Family.WORK).value, FAMILIES),
            Part("Topic", row.topic if row else "", about="Where one name stands for several; may be empty."),
        )
        return (*asked, Part("By digit", yes_no(row.default), YES_NO, "Whether a digit gives it.")) if row else asked

    def save(self, desk: Desk, row: Kind | None, values: tuple[str, ...]) -> Said:
        """Add or edit."""
        name, family, topic = values[0], Family(values[1]), values[2]
        if row is None:
            return desk.add_kind(name, family, topic)
        return desk.edit_kind(row, name=name, family=family, topic=topic, usual=values[3] == YES)

    def retire(self, desk: Desk, row: Kind) -> Said:
        """Retire it."""
        return desk.retire_kind(row)


class CategoriesSection(Section[Category]):
    """The categories of report."""

    name, one = "Categories", "category"

    def read(self, desk: Desk) -> tuple[Category, ...]:
        """Read the categories."""
        return desk.categories()

    def number(self, row: Category) -> object:
        """Return its number."""
        return row.id

    def entry(self, at: int, row: Category) -> Entry:  # noqa: ARG002  in their own order
        """Show the name, whether it is ASB and whether it is sensitive."""
        notes = ("ASB" if row.asb else "", "sensitive" if row.sensitive else "")
        return Entry(row.name, " · ".join(filter(None, notes)), warns=row.sensitive)

    def parts(self, desk: Desk, row: Category | None) -> tuple[Part, ...]:  # noqa: ARG002  nothing more to read
        """Ask name, ASB and sensitive."""
        about = "Of a sensitive one a room reads “Sensitive concern” and no free text, everywhere and at once."
        return (
            Part("Name", row.name if row else ""),
            Part("ASB", yes_no(bool(row and row.asb)), YES_NO, "Whether it counts for the ASB Case Review."),
            Part("Sensitive", yes_no(bool(row and row.sensitive)), YES_NO, about),
        )

    def save(self, desk: Desk, row: Category | None, values: tuple[str, ...]) -> Said:
        """Add or edit."""
        name, asb, sensitive = values[0], values[1] == YES, values[2] == YES
        if row is None:
            return desk.add_category(name, asb=asb, sensitive=sensitive)
        return desk.edit_category(row, name=name, asb=asb, sensitive=sensitive)

    def doubt(self, desk: Desk, row: Category | None, values: tuple[str, ...]) -> str:
        """Ask before free text becomes visible."""
        if row is None or not row.sensitive or values[2] == YES:
            return ""
        count = desk.reports_of(row)
        whose = " ".join(("Of", plural(count, "report"))) if count else "Of every report to come"
        shown = "titles, texts, words of actions, notes, reasons and comments can be read in SHARED, at once."
        return " ".join(("Make", row.name, "not sensitive?", whose, shown))

    def retire(self, desk: Desk, row: Category) -> Said:
        """Retire it."""
        return desk.retire_category(row)


class PhrasesSection(Section[Phrase]):
    """One dialog's list of frequent phrases."""

    one = "phrase"

    def __init__(self, key: str) -> None:
        self.key = key
        self.name = key.capitalize()

    def read(self, desk: Desk) -> tuple[Phrase, ...]:
        """Read the phrases."""
        return desk.phrase_rows(self.key)

    def number(self, row: Phrase) -> object:
        """Return its number."""
        return row.id

    def entry(self, at: int, row: Phrase) -> Entry:
        """Show the digit that picks it."""
        return Entry("  ".join((str(at + 1) if at < 9 else " ", row.text)))  # noqa: PLR2004  nine digits

    def called(self, row: Phrase) -> str:
        """Return its words."""
        return "".join(("“", row.text, "”"))

    def parts(self, desk: Desk, row: Phrase | None) -> tuple[Part, ...]:  # noqa: ARG002  nothing more to read
        """Ask its words."""
        return (
            Part("Phrase", row.text if row else "", about="No names: a room reads it. The first nine have a digit."),
        )

    def save(self, desk: Desk, row: Phrase | None, values: tuple[str, ...]) -> Said:
        """Add or edit."""
        return desk.add_phrase(self.key, values[0]) if row is None else desk.edit_phrase(row, values[0])

    def retire(self, desk: Desk, row: Phrase) -> Said:
        """Retire it."""
        return desk.retire_phrase(row)


class SettingsSection(Section[UnitSetting]):
    """Settings of one sort: they are edited, none is added or retired."""

    one, fixed = "setting", True

    def __init__(self, name: str, listed: dict[str, tuple[str, str]]) -> None:
        self.name = name
        self.listed = listed

    def read(self, desk: Desk) -> tuple[UnitSetting, ...]:
        """Read them in our own order."""
        found = {one.key: one for one in desk.settings()}
        return tuple(found[key] for key in self.listed if key in found)

    def number(self, row: UnitSetting) -> object:
        """Return its key."""
        return row.key

    def entry(self, at: int, row: UnitSetting) -> Entry:  # noqa: ARG002  in our own order
        """Show what it is and what it is set to."""
        label, unit = self.listed[row.key]
        value = plural(int(row.value), unit) if unit else str(row.value)
        return Entry(label, value or "the standard one")

    def parts(self, desk: Desk, row: UnitSetting | None) -> tuple[Part, ...]:
        """Ask its value."""
        if row is None:
            return ()
        label, unit = self.listed[row.key]
        about = " · ".join((label, unit + "s")) if unit else label
        if row.key == "minutes_folder":
            about = "".join((about, " · written from the root or from ~; empty: ", self.summary(desk)))
        return (Part("Value", str(row.value), about=about),)

    def save(self, desk: Desk, row: UnitSetting | None, values: tuple[str, ...]) -> Said:
        """Keep it."""
        if row is None:
            return Said("")
        value = values[0] if isinstance(row.value, str) else whole_number(values[0])
        more = desk.set_setting(row.key, value, row).words
        return Said(" ".join(filter(None, (self.listed[row.key][0] + ": kept.", more))))

    def summary(self, desk: Desk) -> str:
        """Say the name of the unit, or how many there are."""
        if self.listed is WORDING:
            return desk.unit().unit
        if self.listed is FOLDERS:
            return str(desk.minutes_folder() or "")
        return super().summary(desk)
