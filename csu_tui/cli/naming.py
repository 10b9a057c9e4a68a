"""Agencies and officers as people type them: a name, a short name, a digit, or the beginning of one."""

from typing import TYPE_CHECKING

from csu_tui.domain.errors import RuleError
from csu_tui.domain.unit import Agency, Officer

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk


def agency_named(desk: "Desk", text: str) -> Agency:
    """Return the one agency meant; raises RuleError naming those that could be meant."""
    known = desk.agencies()
    wanted = text.strip().casefold()
    exact = [a for a in known if wanted in (a.name.casefold(), a.short.casefold(), str(a.digit))]
    found = exact or [a for a in known if a.name.casefold().startswith(wanted) or a.short.casefold().startswith(wanted)]
    if len(found) == 1 and wanted:
        return found[0]
    if found and wanted:
        raise RuleError(f"'{text}' could be {', '.join(a.name for a in found)}: say which.")
    raise RuleError(f"There is no agency '{text}': csu-tui agency list shows them.")


def officer_named(desk: "Desk", text: str, agency: Agency | None = None) -> Officer:
    """Return the one officer meant; raises RuleError naming those that could be meant."""
    known = desk.officers(agency.id if agency else None)
    wanted = text.strip().casefold()
    found = [o for o in known if o.name.casefold() == wanted] or [o for o in known if wanted in o.name.casefold()]
    if len(found) == 1 and wanted:
        return found[0]
    if found and wanted:
        raise RuleError(f"'{text}' could be {', '.join(f'{o.name} ({o.agency})' for o in found)}: say which.")
    raise RuleError(f"There is no officer '{text}': csu-tui officer list shows them.")
