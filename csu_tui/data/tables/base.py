"""What every numbered table has."""

from typing import Any

from sqlalchemy.schema import SchemaItem
from sqlmodel import Field, SQLModel


def numbered(*parts: SchemaItem) -> tuple[Any, ...]:
    """Return table arguments under which a number, once used, is never used again."""
    return (*parts, {"sqlite_autoincrement": True})


class Numbered(SQLModel):
    """A row with a number of its own that is never used twice."""

    id: int | None = Field(default=None, primary_key=True)
    version: int = 1
