"""`imports`: the files taken in."""

import click

from csu_tui.cli.printing import lines, table
from csu_tui.cli.session import Session, as_json, json_option, with_session
from csu_tui.domain.moment import iso, local
from csu_tui.domain.reference import import_ref


@click.command()
@json_option
@with_session
def imports(session: Session, json_: bool) -> None:
    """List the files taken in, newest first."""
    found = session.desk().imports()
    if json_:
        as_json(
            [
                {
                    "import": import_ref(one.id),
                    "at": iso(one.at),
                    "who": one.who,
                    "file": one.file,
                    "source": one.source,
                    "map": one.map,
                    "history": one.history,
                    "read": one.read,
                    "added": one.added,
                    "updated": one.updated,
                    "unchanged": one.unchanged,
                    "conflicts": one.conflicts,
                    "refused": one.refused,
                    "taken_back": iso(one.taken_back) if one.taken_back else None,
                }
                for one in found
            ]
        )
        return
    if not found:
        lines("No file has been taken in yet.")
    table(
        (
            import_ref(one.id),
            f"{local(one.at):%d %b %Y %H:%M}",
            one.source,
            one.file,
            f"{one.added} added, {one.updated} updated, {one.refused} refused"
            + (", history" if one.history else "")
            + (", taken back" if one.taken_back else ""),
        )
        for one in found
    )
