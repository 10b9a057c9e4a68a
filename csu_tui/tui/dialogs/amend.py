"""What is to be corrected in the minutes of a closed meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from csu_tui.domain.errors import RuleError
from csu_tui.domain.snapshot import Snapshot
from csu_tui.domain.words import Decision
from csu_tui.tui.dialogs.field import Field, Line, dots
from csu_tui.tui.dialogs.form import Form

FREE = ("reason", "comment", "words")
"""Fields that hold somebody's own words."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One correction; `subject` is R1042, A2214 or the meeting's own M57."""

    subject: str
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What may be amended: in words a room may read, and whether what is typed of it must show as dots."""

    about: str
    hidden: bool = False


def amendable(snapshot: Snapshot, *, private: bool) -> dict[str, Subject]:
    """Return the reports, actions and the meeting of some minutes, by their references."""
    found = {snapshot["meeting"]["meeting"]: Subject("the meeting: chair or attendance")}
    for report in snapshot["reports"]:
        hidden = report["sensitive"] and not private
        about = report["headline"] + ", " + (report["decision"] or "undecided")
        found[report["report"]] = Subject(about, hidden)
        for action in report["actions"]:
            said = "".join((action["agency"], ", due ", action["due"], ", made for ", report["report"]))
            found[action["action"]] = Subject(said, hidden)
    for reviewed in snapshot["actions_reviewed"]:
        said = "".join((reviewed["agency"], ", due ", reviewed["due"], ", of ", reviewed["report"]))
        found.setdefault(reviewed["action"], Subject(said, reviewed["sensitive"] and not private))
    return found


class AmendDialog(Form[Amendment]):
    """Asks what is wrong (a reference), which part of it, what it should be, and why."""

    def __init__(
        self,
        meeting: str,
        subjects: Mapping[str, Subject],
        fields: Mapping[str, tuple[str, ...]],
        agencies: tuple[str, ...],
    ) -> None:
        super().__init__("Amend the minutes of " + meeting)
        self._meeting = meeting
        self._subjects = subjects
        self._allowed = fields
        self._agencies = agencies
        self._subject = self._field = self._value = self._reason = ""
        self._lay_out()

    def answer(self) -> Amendment:
        """Return the correction."""
        asked = (self._subject, "what to amend"), (self._field, "the part"), (self._value, "what it should be")
        for given, missing in (*asked, (self._reason, "the reason")):
            if not given:
                raise RuleError("".join(("Missing: ", missing, ". Tab goes through the fields.")))
        return Amendment(self._subject, self._field, self._value, self._reason)

    def _lay_out(self) -> None:
        """Ask for the value as its part needs it; dots where a room may not read it."""
        found = self._subjects.get(self._subject)
        hidden = found is not None and found.hidden
        value_hidden = hidden and self._field in FREE
        lines = {"decision": self._decisions, "owner": self._owners}.get(self._field)
        value = Field(
            "New",
            lambda: dots(self._value) if value_hidden else self._value,
            lines,
            take=self._take_value if lines is None else None,
            text=lambda: self._value,
            hidden=value_hidden,
            needed=True,
        )
        self.fields = (
            Field(
                "Which",
                lambda: self._subject,
                take=self._take_subject,
                text=lambda: self._subject,
                about="".join(
                    ("A reference: R1042 a report, A2214 an action, ", self._meeting, " the meeting itself.")
                ),
                preview=self._preview,
            ),
            Field("Part", lambda: self._field, self._parts, needed=True, about=found.about if found else ""),
            value,
            Field(
                "Why",
                lambda: dots(self._reason) if hidden else self._reason,
                take=self._take_reason,
                text=lambda: self._reason,
                hidden=hidden,
                saves=True,
                about="The reason stands in the minutes, with your name and the time.",
            ),
        )

    def _preview(self, typed: str) -> str:
        found = self._subjects.get(typed.upper())
        return found.about if found else ""

    def _take_subject(self, typed: str) -> None:
        subject = "".join(typed.split()).upper()
        if subject not in self._subjects:
            raise RuleError("".join((typed or "Nothing", " is not in the minutes of ", self._meeting, ".")))
        if subject != self._subject:
            self._subject, self._field, self._value = subject, "", ""
        self._lay_out()

    def _parts(self) -> tuple[Line, ...]:
        allowed = self._allowed.get(self._subject[:1], ())
        return tuple(Line(part, partial(self._put_part, part), part[0]) for part in allowed)

    def _put_part(self, part: str) -> None:
        if part != self._field:
            self._field, self._value = part, ""
        self._lay_out()

    def _decisions(self) -> tuple[Line, ...]:
        wanted = (one.value for one in Decision if one is not Decision.HOLD_OVER)
        return tuple(Line(words, partial(self._take_value, words), str(at)) for at, words in enumerate(wanted, 1))

    def _owners(self) -> tuple[Line, ...]:
        return tuple(Line(short, partial(self._take_value, short)) for short in self._agencies)

    def _take_value(self, typed: str) -> None:
        self._value = typed
        self._lay_out()

    def _take_reason(self, typed: str) -> None:
        self._reason = typed
        self._lay_out()
