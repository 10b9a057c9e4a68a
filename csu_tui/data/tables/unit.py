"""The unit's own lists and settings."""

from sqlmodel import Field, SQLModel

from csu_tui.data.tables.base import Numbered, numbered


class Setting(SQLModel, table=True):
    """One setting of the unit, its value as JSON."""

    key: str = Field(primary_key=True)
    value: str
    version: int = 1


class Agency(Numbered, table=True):
    """A partner agency; retiring keeps its history."""

    __table_args__ = numbered()

    name: str
    short: str
    digit: int | None = None
    own: int = 0
    retired: int = 0


class Officer(Numbered, table=True):
    """A person of an agency; `login` is the operating-system user once matched."""

    __table_args__ = numbered()

    agency_id: int = Field(foreign_key="agency.id")
    name: str
    login: str | None = None
    retired: int = 0


class Category(Numbered, table=True):
    """What a report is about."""

    __table_args__ = numbered()

    name: str = Field(unique=True)
    asb: int = 0
    sensitive: int = 0
    position: int = 0
    retired: int = 0


class Kind(Numbered, table=True):
    """A kind of action."""

    __table_args__ = numbered()

    name: str
    family: str
    topic: str = ""
    usual: int = 0
    position: int = 0
    retired: int = 0


class Phrase(Numbered, table=True):
    """A frequent phrase of one dialog's list."""

    __table_args__ = numbered()

    list: str
    text: str
    position: int = 0
    retired: int = 0


class FieldMap(SQLModel, table=True):
    """A corrected map from a source's headers, kept under the source's name."""

    name: str = Field(primary_key=True)
    toml: str
    version: int = 1
