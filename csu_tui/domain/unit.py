"""The unit's standing lists: agencies, officers, kinds of action, categories."""

from dataclasses import dataclass

from csu_tui.domain.ids import AgencyId, CategoryId, KindId, OfficerId, PhraseId
from csu_tui.domain.words import Family, Means


@dataclass(frozen=True, slots=True)
class Agency:
    """A partner that owns actions; `digit` is its key in the meeting (1 to 9) or None."""

    id: AgencyId
    name: str
    short: str
    digit: int | None
    own: bool
    retired: bool
    version: int


@dataclass(frozen=True, slots=True)
class Officer:
    """A person of an agency; `login` is the operating-system user once matched."""

    id: OfficerId
    agency_id: AgencyId
    agency: str
    name: str
    login: str | None
    retired: bool
    version: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of action, with its family and, where useful, a topic."""

    id: KindId
    name: str
    family: Family
    topic: str
    default: bool
    version: int = 1

    @property
    def means(self) -> Means | None:
        """How a contact kind reaches the reporter; None for every other family."""
        return Means(self.name) if self.family is Family.CONTACT else None


@dataclass(frozen=True, slots=True)
class Category:
    """What a report is about; a room reads the name unless it is sensitive."""

    id: CategoryId
    name: str
    asb: bool
    sensitive: bool
    version: int = 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """A frequent phrase of the list that one dialog opens on."""

    id: PhraseId
    list: str
    text: str
    version: int


@dataclass(frozen=True, slots=True)
class UnitSetting:
    """One of the unit's settings as a person saw it."""

    key: str
    value: str | int
    version: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What the unit calls itself and prints on its papers; an empty folder means the default one."""

    unit: str
    marking: str
    redacted_marking: str
    confidentiality: str
    minutes_folder: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Which of the first questions are meant: what the unit is called; who the person is, and of which agency."""

    unit: bool
    person: bool

    def __bool__(self) -> bool:
        return self.unit or self.person
