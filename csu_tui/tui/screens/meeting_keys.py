"""The keys of the meeting (SPEC 4.1): one table for bindings, footer, help and the words where a key means nothing."""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from csu_tui.domain.agenda import Step
from csu_tui.domain.unit import Agency
from csu_tui.domain.words import StepKind
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.screens.base import HELP
from csu_tui.tui.widgets.keys import Hint

REPORT, ACTION, GROUP = StepKind.REPORT, StepKind.ACTION, StepKind.GROUP


@dataclass(frozen=True, slots=True)
class Stroke:
    """One meaning of one key; the screen's method `do_<name>` does it.

    `keys` are its names to Textual, the first one never changes; `sign` is what people read; `kind` is None where the
    key means the same on every step.
    """

    keys: str
    sign: str
    name: str
    words: str
    help: str
    kind: StepKind | None = None
    number: int | None = None

    @property
    def key(self) -> str:
        """The first of its keys."""
        return self.keys.partition(",")[0]

    @property
    def hint(self) -> Hint:
        """The key as the footer shows it."""
        return Hint(self.sign, self.words, self.key)


DIGITS = tuple(
    Stroke(str(digit), str(digit), "digit", "task", "task the agency with this digit", REPORT, digit)
    for digit in range(1, 10)
)
ASSIGN = Stroke(
    "0", "0", "assign", "more…", "assign in full: any agency, officer, kind, words, due date (also {a})", REPORT
)
ON_REPORT = (
    Stroke("x", "x", "no_further_action", "no action", "no further action, with a reason", REPORT),
    Stroke("i", "i", "for_information", "information", "for information", REPORT),
    Stroke("h", "h", "hold_over", "hold over", "hold over to the next meeting, with a reason", REPORT),
    Stroke("s", "s", "same_incident", "same as…", "the same incident as another report; again: unlink it", REPORT),
    Stroke("g", "g", "group", "group", "put it into a Task and Finish Group, or start one", REPORT),
    Stroke("b", "b", "seen", "seen before", "all that was seen before here and from this caller", REPORT),
)
CASE_REVIEW = Stroke(
    "R", "R", "case_review", "case review", "ASB Case Review: raise one, or decide or close the one that stands", REPORT
)
AGENCY = Stroke("right_square_bracket", "]", "agency_on", "next agency", "the next agency, then the reports ({[} back)")
ON_ACTION = (
    Stroke("d", "d", "done", "done", "done, with the outcome", ACTION),
    Stroke("b", "b", "not_possible", "not possible", "not possible: circumstances changed", ACTION),
    Stroke("k", "k", "not_undertaken", "not undertaken", "not undertaken: the agency did not do it", ACTION),
    Stroke("o", "o", "redate", "new date", "carry over with a new date and a reason", ACTION),
    Stroke("a", "a", "hand_over", "hand over", "hand over to another agency or officer", ACTION),
    Stroke("O", "O", "redate_agency", "whole agency", "carry over all due actions of this agency (apologies)", ACTION),
)
ON_GROUP = (
    Stroke("d", "d", "group_back", "reported back", "reported back: its progress, and when it does so next", GROUP),
    Stroke("o", "o", "group_redate", "new date", "another report-back day, with a reason", GROUP),
    Stroke("a", "a", "group_lead", "new lead", "another agency leads it, with a reason", GROUP),
    Stroke("x", "x", "group_close", "close it", "close it with its outcome", GROUP),
    Stroke("enter", "enter", "group_page", "its page", "its page: notes, members, and its reports to open", GROUP),
)
WALK = (
    Stroke("n,space,right", "n", "next", "next", "next (also space and →); after the last the checklist"),
    Stroke("p,left", "p", "back", "back", "back (also ←)"),
    Stroke("f", "f", "feedback", "feedback", "whether the reporter has been told"),
    Stroke("z", "z", "undo", "undo", "undo my newest change, and go to its step"),
)
MORE = (
    Stroke("u", "u", "undecided", "undecided", "the next that is not settled"),
    Stroke("l", "l", "contact", "contact", "log a visit, call, letter or e-mail to the reporter"),
    Stroke("e", "e", "edit", "edit", "a report's risk, category, place; an action's words and date; a group's name"),
    Stroke("c", "c", "comment", "comment", "a comment for the minutes"),
    Stroke("plus", "+", "raise_report", "raise", "a report raised on the day"),
    Stroke(
        "v", "v", "reveal", "reveal", "what the room does not see, for 15 seconds; it is recorded; any step ends it"
    ),
    Stroke("tab", "tab", "list", "list", "the agenda as a list: arrows move, {tab} again leaves it"),
    Stroke("slash", "/", "search", "search", "look for any report; escape comes back to this step"),
    Stroke("m", "m", "minutes", "minutes", "the minutes so far"),
    Stroke("r", "r", "roll", "roll", "call the roll again"),
    Stroke("y", "y", "copy", "copy", "copy the reference"),
    Stroke("H", "H", "history", "history", "at the first meeting: make all late reports history"),
    Stroke("E", "E", "end", "end", "end the meeting: the checklist"),
)
LOOKS = frozenset(
    {
        *("next", "back", "undecided", "agency_on", "agency_back", "list", "scroll", "page", "enter", "escape"),
        *("minutes", "copy", "end", "search", "seen", "group_page"),
    }
)
"""What changes nothing, and so works on a read-only screen too."""
TAKE_OVER = Stroke("t", "t", "take_over", "take over", "take the meeting over from whoever drives it; it is recorded")
SCROLL = (
    Stroke("down", "↓", "scroll", "scroll", "scroll a long text (↑ back)", None, 1),
    Stroke("pagedown", "PgDn", "page", "scroll", "scroll it by a page (PgUp back)", None, 1),
)
UNLISTED = (
    Stroke("left_square_bracket", "[", "agency_back", "agency back", "the agency before"),
    Stroke("a", "a", "assign", "assign", "assign in full", REPORT),
    Stroke("up", "↑", "scroll", "scroll", "scroll", None, -1),
    Stroke("pageup", "PgUp", "page", "scroll", "scroll", None, -1),
    Stroke("enter", "enter", "enter", "nothing", "decides nothing"),
    Stroke("escape", "esc", "escape", "leave the list", "leave the list"),
)
STROKES = (
    *(*DIGITS, ASSIGN, *ON_REPORT, CASE_REVIEW, *ON_ACTION, *ON_GROUP),
    *(*WALK, AGENCY, *MORE, TAKE_OVER, *SCROLL, *UNLISTED),
)


def _bindings() -> list[BindingType]:
    """Bind every key once, heard before any widget, so that keys act in the order they were pressed."""
    bound: dict[str, BindingType] = {}
    for stroke in STROKES:
        if stroke.key not in bound:
            action = "".join(("key('", stroke.key, "')"))
            name = ".".join(("meeting", stroke.key))
            bound[stroke.key] = Binding(stroke.keys, action, stroke.words, id=name, show=False, priority=True)
    return list(bound.values())


BINDINGS = _bindings()


def _rows(strokes: tuple[Stroke, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((stroke.sign, stroke.help) for stroke in strokes)


EXPLAINED = (
    ("", "On a report"),
    ("1 … 9", "task that agency with the default action; again: withdraw it; another digit: a second owner"),
    *_rows((ASSIGN, *ON_REPORT, CASE_REVIEW)),
    ("", "On an action that is due"),
    *_rows(ON_ACTION),
    ("", "On a group that reports back"),
    *_rows(ON_GROUP),
    ("", "On all of them"),
    *_rows((*WALK, AGENCY, *MORE, TAKE_OVER, *SCROLL)),
    ("", "Behind a report in the list"),
    ("×3", "so many others here in the 28 days before: SEEN BEFORE says which, {b} lists them all"),
    ("HELD", "held over from an earlier meeting"),
    ("LATE", "received before the time that this meeting is about"),
    ("NEW", "raised today"),
)
"""What `?` says."""


NOT_ON_GROUP = frozenset({"feedback", "contact"})
"""What is about a report, of which a group that reports back has none on screen."""
EMPTY = "The agenda is empty: {+} raises a report, {E} ends the meeting."
FOR_WHAT = {REPORT: "a report", ACTION: "an action", GROUP: "a group that reports back"}
HERE = {
    REPORT: "a report: 1–9 {0} {x} {i} {h} {s} {g} decide it",
    ACTION: "an action: {d} {b} {k} {o} {a} review it",
    GROUP: "a group: {d} {o} {a} {x} settle it",
}


def meaning(key: str, kind: StepKind | None) -> Stroke | None:
    """Return what a key means on a kind of step; None where it means nothing there."""
    found = next((s for s in STROKES if s.key == key and (s.kind is None or s.kind is kind)), None)
    return None if found and kind is GROUP and found.name in NOT_ON_GROUP else found


def elsewhere(key: str, kind: StepKind | None, sign: Sign = ours) -> str:
    """Say what a key that means nothing on this step is for."""
    stroke = next(s for s in STROKES if s.key == key)
    if kind is None:
        return keyed(EMPTY, sign)
    for_what = FOR_WHAT[stroke.kind] if stroke.kind else "a report or an action"
    here = keyed(HERE[kind], sign)
    what = stroke.words if kind is GROUP else keyed(stroke.help, sign)
    return "".join((sign(stroke.sign), " (", what, ") is for ", for_what, "; this is ", here, "."))


def footer(step: Step | None, agencies: tuple[Agency, ...], *, follows: bool = False) -> tuple[tuple[Hint, ...], ...]:
    """Return the footer's rows: what settles this step, then what walks on; who follows may only look."""
    walk = tuple(stroke.hint for stroke in WALK)
    if follows:
        looks = tuple(stroke.hint for stroke in (*WALK[:2], TAKE_OVER) if stroke.kind is None)
        return ((*looks, *(s.hint for s in MORE if s.name in ("undecided", "reveal", "list", "minutes")), HELP),)
    more = tuple(stroke.hint for stroke in MORE)
    if step is None:
        return ((*walk, *more, HELP),)
    if step.kind is ACTION:
        return (*(stroke.hint for stroke in ON_ACTION), AGENCY.hint), (*walk, *more, HELP)
    if step.kind is GROUP:
        left_out = {stroke.hint for stroke in (*WALK, *MORE) if stroke.name in NOT_ON_GROUP}
        due = (*(stroke.hint for stroke in ON_GROUP), AGENCY.hint)
        return due, tuple(hint for hint in (*walk, *more, HELP) if hint not in left_out)
    tasked = tuple(Hint(str(one.digit), one.short, str(one.digit)) for one in agencies if one.digit)
    return (*tasked, ASSIGN.hint), (*walk, *(stroke.hint for stroke in ON_REPORT), *more, CASE_REVIEW.hint, HELP)
