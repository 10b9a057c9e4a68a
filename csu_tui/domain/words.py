"""The closed vocabularies: the words of code, screens, files and JSON (SPEC section 2 and 3)."""

from enum import StrEnum


class ReporterKind(StrEnum):
    """Who reported it."""

    RESIDENT = "resident"
    BUSINESS = "business"
    COUNCILLOR = "councillor"
    ORGANISATION = "organisation"
    PARTNER_OFFICER = "partner officer"
    ANONYMOUS = "anonymous"
    NOT_STATED = "not stated"


class Risk(StrEnum):
    """How much harm is likely if nothing is done."""

    STANDARD = "standard"
    MEDIUM = "medium"
    HIGH = "high"


class Qualifier(StrEnum):
    """The national ASB qualifier; separate from risk."""

    PERSONAL = "personal"
    NUISANCE = "nuisance"
    ENVIRONMENTAL = "environmental"


class Precision(StrEnum):
    """How exactly a source stated a time."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"


class Decision(StrEnum):
    """What a meeting resolved on a report (SPEC 3.2); exactly one stands at a time."""

    TASK = "task"
    NO_FURTHER_ACTION = "no further action"
    FOR_INFORMATION = "for information"
    HOLD_OVER = "hold over"
    SAME_INCIDENT = "same incident"
    GROUP = "task and finish group"


class ActionStatus(StrEnum):
    """Where an action stands (SPEC 3.3); the two ways of not being done stay different."""

    OPEN = "open"
    DONE = "done"
    NOT_POSSIBLE = "not possible"
    NOT_UNDERTAKEN = "not undertaken"
    CANCELLED = "cancelled"


class Review(StrEnum):
    """What a meeting heard about an action, or a group's report-back, that was due."""

    DONE = "done"
    NOT_POSSIBLE = "not possible"
    NOT_UNDERTAKEN = "not undertaken"
    CARRIED_OVER = "carried over"
    HANDED_OVER = "handed over"
    REPORTED_BACK = "reported back"
    """A Task and Finish Group whose report-back was heard."""
    CLOSED = "closed"
    """A Task and Finish Group that has finished."""


OF_ACTIONS = tuple(review for review in Review if review not in (Review.REPORTED_BACK, Review.CLOSED))
"""What a meeting may hear about an action."""


class About(StrEnum):
    """What a Task and Finish Group works on; the name of one about a person is theirs, and never for a room."""

    AREA = "area"
    PERSON = "person"


class Family(StrEnum):
    """The families of action kinds."""

    CONTACT = "contact"
    WORK = "work"
    INTERVENTION = "intervention"
    REFERRAL = "referral"


class Means(StrEnum):
    """How a reporter was contacted."""

    VISIT = "visit"
    CALL = "call"
    LETTER = "letter"
    EMAIL = "e-mail"


class FeedbackState(StrEnum):
    """Whether the reporter has been told what was done (SPEC 3.5)."""

    DUE = "due"
    ATTEMPTED = "attempted"
    GIVEN = "given"
    ANONYMOUS = "anonymous"
    DECLINED = "declined"
    VIA_ORGANISATION = "via organisation"
    NOT_APPROPRIATE = "not appropriate"
    UNKNOWN = "unknown"


class MeetingState(StrEnum):
    """Where a meeting stands."""

    OPEN = "open"
    CLOSED = "closed"
    ABANDONED = "abandoned"


class StepKind(StrEnum):
    """What a step of the agenda is about."""

    ACTION = "action"
    REPORT = "report"
    GROUP = "group"


NOT_REVIEWED = "not reviewed"
"""The mark on a due action that a meeting knowingly left; a mark, and no outcome."""
