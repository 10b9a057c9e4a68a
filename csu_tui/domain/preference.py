"""What one person prefers on this computer: a theme, other keys, and who they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from csu_tui.domain.errors import RuleError
from csu_tui.domain.unit import Agency, Officer


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """Another key for an action; `where` says which line of which file asks for it."""

    action: str
    key: str
    where: str


@dataclass(frozen=True, slots=True)
class MyName:
    """Who sits at this computer, by the names that people read; `where` says which line of which file says so."""

    agency: str
    officer: str = ""
    agency_where: str = ""
    officer_where: str = ""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the file says; `complaints` are sentences about entries that were left out, each naming file and line.

    `me` is by the database's path.
    """

    theme: str = "dark"
    keys: tuple[KeyChoice, ...] = ()
    complaints: tuple[str, ...] = ()
    me: tuple[tuple[str, MyName], ...] = ()


def matched(name: MyName, agencies: Iterable[Agency], officers: Iterable[Officer]) -> tuple[Agency, Officer | None]:
    """Return the agency and officer called so, whatever the case; raises RuleError naming the entry that is not."""
    wanted = name.agency.strip().casefold()
    found = [one for one in agencies if wanted in (one.short.casefold(), one.name.casefold())]
    if len(found) != 1:
        raise RuleError(f"{name.agency_where}: there is no agency “{name.agency}” here.")
    (agency,) = found
    if not name.officer.strip():
        return agency, None
    called = [o for o in officers if o.agency_id == agency.id and o.name.casefold() == name.officer.strip().casefold()]
    if len(called) > 1:
        raise RuleError(f"{name.officer_where}: {agency.short} has two officers “{name.officer}”.")
    if not called:
        raise RuleError(f"{name.officer_where}: {agency.short} has no officer “{name.officer}”.")
    return agency, called[0]
