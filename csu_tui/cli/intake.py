"""`import`: reports taken in from files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from csu_tui.cli import completing
from csu_tui.cli.session import Session, as_json, json_option, say, with_session
from csu_tui.domain.ids import ImportId
from csu_tui.domain.reference import import_ref, read_reference

if TYPE_CHECKING:
    from csu_tui.desk.desk import Desk
    from csu_tui.desk.intake import IntakeOptions, Progress, Taken

SLOW = 1.0
"""Seconds after which a bar shows."""
SHOWN = 10
"""How many refused rows are listed in words; all are in the file of refused rows."""


@click.command("import")
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path())
@click.option("--source", metavar="NAME", help="Who sent it, where the file does not say.")
@click.option("--map", "map_", metavar="NAME|FILE.toml", help="Which columns mean what.")
@click.option(
    "--date-order", type=click.Choice(["dmy", "mdy"]), help="Day or month first, where the dates do not tell."
)
@click.option("--history", is_flag=True, help="Keep them as history: never on an agenda.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@click.option(
    "--take-back",
    metavar="I12",
    shell_complete=completing.imports,
    help="Instead: remove what that import brought and nobody has worked on.",
)
@json_option
@with_session
@click.pass_context
def import_(
    context: click.Context,
    session: Session,
    files: tuple[str, ...],
    source: str | None,
    map_: str | None,
    date_order: Literal["dmy", "mdy"] | None,
    history: bool,
    dry_run: bool,
    take_back: str | None,
    json_: bool,
) -> None:
    """Take reports in from FILEs: CSV or TSV, of any delimiter and encoding, from any source."""
    from csu_tui.desk.intake import IntakeOptions

    if bool(files) == bool(take_back):
        raise click.UsageError("Name the FILEs to take in, or the import to --take-back.")
    if take_back:
        say(session.desk().take_back(ImportId(read_reference(take_back, "I"))).words)
        return
    if dry_run and not session.path().exists():
        import tempfile

        # Nothing is known yet, and nothing may be made: what would be taken in is said against an empty unit.
        session.db = str(Path(context.with_resource(tempfile.TemporaryDirectory(prefix="csu-tui-"))) / "unit.db")
        desk = session.desk(create=True)
    else:
        desk = session.desk(create=not dry_run)
    options = IntakeOptions(
        source=source,
        map=_map(desk, map_) if map_ else None,
        date_order=date_order,
        history=history,
        dry_run=dry_run,
    )
    taken = [_take(desk, Path(name), options) for name in files]
    if json_:
        as_json({"files": [shape(one) for one in taken]})
    else:
        for one in taken:
            _tell(one, dry_run=dry_run)
    if any(one.error for one in taken):
        context.exit(1)


def _map(desk: "Desk", named: str) -> Any:  # noqa: ANN401  the map's type is loaded only where it is used
    from csu_tui.domain.errors import RuleError
    from csu_tui.files.intake import load_map, shipped_maps

    if named.endswith(".toml"):
        return load_map(Path(named))
    known = shipped_maps() | dict(desk.saved_maps())
    if named not in known:
        raise RuleError(f"There is no map {named}: there are {', '.join(sorted(known))}, or give a FILE.toml.")
    return known[named]


def _take(desk: "Desk", path: Path, options: "IntakeOptions") -> "Taken":
    progress, finish = _bar(path.name)
    try:
        return desk.take_in(path, options, progress)
    finally:
        finish()


def _bar(name: str) -> tuple["Progress", Any]:
    """Return a callback that shows a bar once reading takes longer than a second, and its end."""
    import sys
    import time

    began = time.monotonic()
    shown: list[Any] = []

    def progress(done: int, total: int) -> None:
        if not shown and (time.monotonic() - began < SLOW or not sys.stderr.isatty()):
            return
        if not shown:
            from csu_tui.domain.text import clean

            bar = click.progressbar(length=max(total, 1), label=clean(name), file=sys.stderr)
            bar.__enter__()
            shown.append(bar)
        shown[0].update(done - shown[0].pos)

    def finish() -> None:
        if shown:
            shown[0].__exit__(None, None, None)

    return progress, finish


def shape(taken: "Taken") -> dict[str, Any]:
    """Return one file's JSON (SPEC 5)."""
    found = taken.incoming
    return {
        "import": import_ref(taken.import_id) if taken.import_id else None,
        "file": taken.file,
        "source": found.source if found else None,
        "format": found.format if found else None,
        "map": found.map if found else None,
        "encoding": found.encoding if found else None,
        "date_order": found.date_order if found else None,
        "read": len(found.rows) + len(found.refused) if found else 0,
        "added": taken.added,
        "updated": taken.updated,
        "unchanged": taken.unchanged,
        "conflicts": list(taken.conflicts),
        "refused": [{"line": r.line, "record": r.record, "reason": r.reason} for r in found.refused] if found else [],
        "error": taken.error or None,
    }


def _tell(taken: "Taken", *, dry_run: bool) -> None:
    from csu_tui.domain.text import clean, plural

    found = taken.incoming
    if taken.error or found is None:
        named = taken.error.startswith(taken.file)  # some sentences begin with the file themselves
        say(taken.error if named else f"{taken.file}: {taken.error}")
        return
    would = "would be " if dry_run else ""
    number = f"{import_ref(taken.import_id)}  " if taken.import_id else ""
    lines = [
        f"{number}{taken.file}: {plural(len(found.rows) + len(found.refused), 'row')} read as {found.map}"
        f" ({found.encoding}, dates {found.date_order or 'ISO'}), source {found.source}.",
        f"  {taken.added} {would}added, {taken.updated} {would}updated, {taken.unchanged} known already,"
        f" {len(found.refused)} refused.",
    ]
    if taken.joined:
        lines.append(f"  {taken.joined} joined the agenda of the open meeting.")
    lines += [f"  conflict: {conflict}" for conflict in taken.conflicts]
    lines += [f"  line {r.line}, record {r.record}: {r.reason}" for r in found.refused[:SHOWN]]
    if len(found.refused) > SHOWN:
        lines.append(f"  and {len(found.refused) - SHOWN} more.")
    if taken.refused_file:
        lines.append(f"  The refused rows are in {taken.refused_file}.")
    for line in lines:
        click.echo(clean(line))
