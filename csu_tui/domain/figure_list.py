"""The figures of SPEC 8 by name, each with its one-line definition."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from csu_tui.domain.figure import Definition, Measure, Section, Where
from csu_tui.domain.standard import KINDS
from csu_tui.domain.words import ActionStatus, Family, Means

DONE: Where = (("status", (ActionStatus.DONE.value,)),)
_ENDED = tuple(s.value for s in (ActionStatus.DONE, ActionStatus.NOT_POSSIBLE, ActionStatus.NOT_UNDERTAKEN))
_FORWARD = (ActionStatus.DONE.value, ActionStatus.NOT_POSSIBLE.value)
KIND_NAMES = {
    ("site visit", ""): "site_visits",
    ("CCTV deployment", ""): "cctv_deployments",
    ("warning letter", "ASB"): "asb_warning_letters",
    ("warning letter", "noise"): "noise_warning_letters",
    ("warning letter", "vehicle"): "vehicle_warning_letters",
    ("ABA", ""): "aba",
    ("ABA breach letter", ""): "aba_breach_letters",
    ("CPW", ""): "cpw",
    ("CPN", ""): "cpn",
    ("CPN breach", ""): "cpn_breaches",
    ("civil injunction", ""): "injunctions",
    ("CBO", ""): "cbo",
    ("dispersal", ""): "dispersals",
    ("PSPO", ""): "pspo",
    ("closure notice", ""): "closure_notices",
    ("closure order", ""): "closure_orders",
    ("vehicle warning or seizure (s.59)", ""): "vehicle_seizures",
    ("possession or eviction", ""): "possessions",
    ("exclusion order", ""): "exclusion_orders",
    ("prohibition order", ""): "prohibition_orders",
    ("fixed penalty", ""): "fixed_penalties",
    ("prosecution", ""): "prosecutions",
    ("PACT panel", ""): "pact_panel_referrals",
}
"""What figures of standard kinds are called, by the kind's standard name and topic; a referral by its own name."""


@dataclass(frozen=True, slots=True)
class CountedKind:
    """A kind of action as the unit calls it now; a standard one is known by its `position`, whatever its name."""

    id: int
    name: str
    family: str
    topic: str
    position: int

    @property
    def standard(self) -> bool:
        """Say whether it is one of the standard list."""
        return 0 <= self.position < len(KINDS)

    @property
    def label(self) -> str:
        """Its name, with its topic."""
        return f"{self.name} ({self.topic})" if self.topic else self.name


def _count(name: str, label: str, says: str, section: Section, family: str, where: Where = ()) -> Definition:
    return Definition(name, label, says, section, family, where)


def _answer(name: str, label: str, says: str, *answers: str) -> Definition:
    said = f"Reports decided in a meeting that began in the span, each once, {says}"
    return Definition(name, label, said, Section.FEEDBACK, "feedback", (("answer", answers),))


_TASKINGS = (
    _count(
        "daily_taskings",
        "Daily taskings",
        "A report in a meeting that began in the span, with at least one action made for it there and not withdrawn;"
        " linked reports count once.",
        Section.TASKINGS,
        "taskings",
    ),
    _count(
        "tasking_actions",
        "Actions made in them",
        "Actions made in those taskings and not withdrawn.",
        Section.TASKINGS,
        "tasked",
    ),
    _count(
        "tasking_actions_taken_forward",
        "of those taken forward",
        "Actions of those taskings that were done, or became impossible because circumstances changed.",
        Section.TASKINGS,
        "tasked",
        (("status", _FORWARD),),
    ),
    _count(
        "tasking_actions_open",
        "of those still open",
        "Actions of those taskings that nobody has finished yet.",
        Section.TASKINGS,
        "tasked",
        (("status", (ActionStatus.OPEN.value,)),),
    ),
    _count(
        "tasking_actions_not_undertaken",
        "of those not undertaken",
        "Actions of those taskings that their agency did not do.",
        Section.TASKINGS,
        "tasked",
        (("status", (ActionStatus.NOT_UNDERTAKEN.value,)),),
    ),
)
_FEEDBACK = (
    _answer(
        "feedback_told",
        "Told",
        "whose reporter has been told, those through their organisation included.",
        *("told", "via"),
    ),
    _answer(
        "feedback_via_organisation",
        "of those via organisation",
        "whose reporter was told through the organisation, partner or council that passed it on.",
        "via",
    ),
    _answer("feedback_anonymous", "Anonymous", "whose reporter is not known.", "anonymous"),
    _answer("feedback_declined", "Declined", "whose reporter wants no answer.", "declined"),
    _answer(
        "feedback_not_appropriate",
        "Not appropriate",
        "where telling would be unsafe or unlawful.",
        "not appropriate",
    ),
    _answer(
        "feedback_outstanding",
        "Outstanding",
        "whose reporter is still to be told, by us or by their organisation, or is not stated.",
        "outstanding",
    ),
)
_CONTACTS = (
    _count(
        "contacts",
        "Follow-up visits and calls",
        "Visits and calls to reporters in the span, reached or not.",
        Section.CONTACTS,
        "contacts",
    ),
    _count(
        "contact_visits",
        "of those visits",
        "Visits to reporters in the span, reached or not.",
        Section.CONTACTS,
        "contacts",
        (("means", (Means.VISIT.value,)),),
    ),
    _count(
        "contact_calls",
        "of those calls",
        "Calls to reporters in the span, reached or not.",
        Section.CONTACTS,
        "contacts",
        (("means", (Means.CALL.value,)),),
    ),
)
_SETS = (
    _count(
        "groups",
        "Task and Finish Groups set up",
        "Task and Finish Groups opened in the span.",
        Section.SETS,
        "groups",
    ),
    _count(
        "case_reviews_raised",
        "Case reviews raised",
        "ASB Case Reviews (formerly Community Trigger) raised in the span, from their own record.",
        Section.SETS,
        "reviews_raised",
    ),
    _count(
        "case_reviews_taken_forward",
        "Case reviews taken forward",
        "ASB Case Reviews that were decided in the span and taken forward.",
        Section.SETS,
        "reviews_forward",
    ),
)
_FINISHED = (
    _count("actions_done", "Done", "Actions done, by the day done.", Section.ACTIONS, "actions", DONE),
    _count(
        "actions_not_possible",
        "Not possible",
        "Actions ended because circumstances changed, by that day.",
        Section.ACTIONS,
        "actions",
        (("status", (ActionStatus.NOT_POSSIBLE.value,)),),
    ),
    _count(
        "actions_not_undertaken",
        "Not undertaken",
        "Actions ended because the agency did not do them, by that day.",
        Section.ACTIONS,
        "actions",
        (("status", (ActionStatus.NOT_UNDERTAKEN.value,)),),
    ),
    Definition(
        "share_achieved",
        "Share achieved, per cent",
        "Of the actions done, not possible or not undertaken in the span, the per cent done.",
        Section.ACTIONS,
        "actions",
        (("status", _ENDED),),
        Measure.SHARE,
        DONE,
    ),
)
_TIMES = tuple(
    Definition(f"days_to_{name}_{short}", f"{label}, {measure.value}", says, Section.TIMES, family, (), measure)
    for name, family, label, says in (
        (
            "first_contact",
            "first_contact",
            "Days to first contact",
            "London days from received to the first contact of any kind, of reports received in the span with one;"
            " linked reports count once, by the first contact with either.",
        ),
        (
            "finish",
            "finish",
            "Days to finish",
            "London days from received to finished, of reports received in the span that are finished; linked reports"
            " count once, when the last of them is finished.",
        ),
    )
    for short, measure in (("mean", Measure.MEAN), ("p90", Measure.P90))
)
_REPORTS = (
    _count(
        "reports",
        "Reports received",
        "Reports received in the span, without history and those taken back; linked ones count once, with the first.",
        Section.REPORTS,
        "reports",
    ),
    _count(
        "resident_asb_reports",
        "ASB reports direct from residents",
        "Reports of an ASB category that residents made to the unit itself, received in the span; linked ones once.",
        Section.REPORTS,
        "residents",
    ),
)


def definitions(kinds: Iterable[CountedKind]) -> tuple[Definition, ...]:
    """Return every figure that does not depend on what there is to count, in the order of the page."""
    fixed = (*_TASKINGS, *_FEEDBACK, *_CONTACTS, *_SETS, *_FINISHED, *_TIMES, *_REPORTS)
    taken = {one.name for one in fixed}
    found = [*fixed]
    for kind in sorted(kinds, key=lambda one: (one.position, one.id)):
        if (definition := _of_kind(kind, taken)) is not None:
            taken.add(definition.name)
            found.append(definition)
    order = list(Section)
    return tuple(sorted(found, key=lambda one: order.index(one.section)))


def each(
    section: Section, family: str, column: str, values: Sequence[str], prefix: str, says: str, taken: set[str]
) -> tuple[Definition, ...]:
    """Return a figure for each value of a column, in this order; `taken` are the names that others have, and grows."""
    found = []
    for value in values:
        name = _free(f"{prefix}_{slug(value)}", taken)
        taken.add(name)
        label = value or "not stated"
        found.append(Definition(name, label, says.format(label), section, family, ((column, (value,)),)))
    return tuple(found)


def slug(text: str) -> str:
    """Make a name of words: `children's safeguarding` is `childrens_safeguarding`."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_") or "not_stated"


def _of_kind(kind: CountedKind, taken: set[str]) -> Definition | None:
    named = kind
    if kind.standard:
        standard = KINDS[kind.position]
        named = CountedKind(kind.id, standard.name, standard.family, standard.topic, kind.position)
    name = KIND_NAMES.get((named.name, named.topic)) if kind.standard else None
    if named.family == Family.INTERVENTION:
        section = Section.INTERVENTIONS
        name = name or slug(named.label)
    elif named.family == Family.REFERRAL:
        section = Section.REFERRALS
        name = name or f"{slug(named.label)}_referrals"
    elif name is None:
        return None
    else:
        section = Section.SETS
    label = kind.label[:1].upper() + kind.label[1:]
    says = f"Actions of the kind {kind.label} done in the span."
    return Definition(_free(name, taken), label, says, section, "actions", (*DONE, ("kind", (kind.id,))))


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    return found
