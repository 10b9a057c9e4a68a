"""Completion on the command line: references, agencies, officers; silent where there is no database."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from csu_tui import settings
from csu_tui.cli.session import DATABASE
from csu_tui.domain.errors import RuleError
from csu_tui.domain.text import clean

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from csu_tui.desk.desk import Desk

_PATIENCE = 0.2
_LONGEST = 18

Found = Iterable[tuple[str, str]]
"""What may stand there, each with a word of help."""
Completer = Callable[[click.Context, click.Parameter, str], list["CompletionItem"]]


def _completer(find: Callable[["Desk", click.Context, str], Found]) -> Completer:
    """Make a finder one that click asks: it opens the database for reading, and never fails nor says a word."""

    def complete(context: click.Context, _parameter: click.Parameter, begun: str) -> list["CompletionItem"]:
        from click.shell_completion import CompletionItem

        from csu_tui.desk.clock import Clock
        from csu_tui.desk.desk import Desk

        try:
            named = context.meta.get(DATABASE) or context.find_root().params.get("db")
            desk = Desk.open(
                settings.database_path(named),
                create=False,
                clock=Clock(),
                login=settings.login(),
                read_only=True,
                patience=_PATIENCE,
            )
            try:
                found = [(value, words) for value, words in find(desk, context, begun) if value == clean(value)]
            finally:
                desk.close()
        except RuleError:
            return []
        return [CompletionItem(_quoted(value), help=clean(words)) for value, words in found]

    return complete


def _quoted(value: str) -> str:
    """Quote for the shells that put a word on the line as it is; the others quote by themselves."""
    shell = os.environ.get("_CSU_TUI_COMPLETE", "").partition("_")[0]
    if shell == "bash":
        import shlex

        return shlex.quote(value)
    if shell == "powershell" and not value.replace("-", "").isalnum():
        return "'" + value.replace("'", "''") + "'"
    return value


def _digits(begun: str, letter: str) -> str | None:
    """Return the digits typed so far, None where it is no reference of that letter."""
    typed = begun.strip().upper().removeprefix(letter).lstrip("0")
    return typed if (typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST) or not typed else None


def _actions(desk: "Desk", _context: click.Context, begun: str) -> Found:
    digits = _digits(begun, "A")
    return () if digits is None else desk.open_actions_like(digits)


def _reports(desk: "Desk", _context: click.Context, begun: str) -> Found:
    digits = _digits(begun, "R")
    return () if digits is None else desk.reports_like(digits)


def _meetings(desk: "Desk", _context: click.Context, begun: str) -> Found:
    from csu_tui.domain.moment import local
    from csu_tui.domain.reference import meeting_ref

    wanted = begun.strip().upper()
    held = ((meeting_ref(one.id), f"{local(one.start):%a %d %b %Y}, {one.state}") for one in desk.meetings())
    return [(ref, words) for ref, words in held if ref.startswith(wanted)]


def _imports(desk: "Desk", _context: click.Context, begun: str) -> Found:
    from csu_tui.domain.reference import import_ref

    wanted = begun.strip().upper()
    return [(ref, one.file) for one in desk.imports() if (ref := import_ref(one.id)).startswith(wanted)]


def _case_reviews(desk: "Desk", _context: click.Context, begun: str) -> Found:
    from csu_tui.domain.reference import case_review_ref

    wanted = begun.strip().upper()
    still = ((case_review_ref(one.id), one) for one in desk.case_reviews() if one.closed is None)
    return [(ref, f"{one.headline}, {one.stands()}") for ref, one in still if ref.startswith(wanted)]


def _agencies(desk: "Desk", _context: click.Context, begun: str) -> Found:
    wanted = begun.casefold()
    known = desk.agencies()
    return [(a.short, a.name) for a in known if any(n.casefold().startswith(wanted) for n in (a.short, a.name))]


def _officers(desk: "Desk", context: click.Context, begun: str) -> Found:
    """Find by any part of the name; only those of the agency that the line names, where it does."""
    from csu_tui.cli.naming import agency_named

    named = _given(context, "agency")
    agency = None
    if named:
        with suppress(RuleError):
            agency = agency_named(desk, named).id
    wanted = begun.casefold()
    parts = ((officer, (officer.name, *officer.name.split())) for officer in desk.officers(agency))
    return [(o.name, o.agency) for o, names in parts if any(name.casefold().startswith(wanted) for name in names)]


def _figures(desk: "Desk", _context: click.Context, begun: str) -> Found:
    wanted = begun.strip().casefold()
    return [(name, label) for name, label in desk.figure_names() if name.startswith(wanted)]


def _given(context: click.Context, name: str) -> str:
    """Return what the line says for an argument or option; click has not read arguments yet behind an open option."""
    value = context.params.get(name)
    places = [p.name for p in context.command.params if isinstance(p, click.Argument)]
    if value is None and name in places and len(context.args) > places.index(name):
        value = context.args[places.index(name)]
    return str(value or "")


def _groups(desk: "Desk", _context: click.Context, begun: str) -> Found:
    from csu_tui.domain.reference import group_ref

    wanted = begun.strip().upper()
    return [(ref, one.named) for one in desk.groups(open_only=True) if (ref := group_ref(one.id)).startswith(wanted)]


actions = _completer(_actions)
groups = _completer(_groups)
reports = _completer(_reports)
meetings = _completer(_meetings)
imports = _completer(_imports)
case_reviews = _completer(_case_reviews)
agencies = _completer(_agencies)
officers = _completer(_officers)
figures = _completer(_figures)
