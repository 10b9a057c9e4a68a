"""`search`: reports by their words, and by those of what was done about them."""

import click

from csu_tui.cli import shapes
from csu_tui.cli.printing import lines
from csu_tui.cli.session import Session, as_json, json_option, private_option, say, with_session
from csu_tui.domain.dates import say_moment
from csu_tui.domain.found import Found
from csu_tui.domain.reference import report_ref
from csu_tui.domain.search import quoted, read_query
from csu_tui.domain.text import clean, shorten

MOST = 1_000
NOTHING_TYPED = "Type what to look for: words, a reference such as R1042, or agency:wardens from:2022-03 place:swanley."
"""Where there is nothing to look for."""
SHORT = "One letter is too little to look for: type two, or a whole word."


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, MOST), help="Print at most so many.")
@json_option
@private_option
@with_session
def search(session: Session, words: tuple[str, ...], limit: int, json_: bool, private: bool) -> None:
    """Find reports by words of theirs, of their actions, contacts and notes, or by a reference; best first.

    The last word may be the beginning of one, and so may any word with a * behind it. Words in a row stand in quotation
    marks. agency: category: place: ref: from: to: narrow it down. Names, details and what was written of sensitive
    reports are searched with --private only.
    """
    desk = session.desk()
    text = " ".join(f'"{word}"' if " " in word and '"' not in word and ":" not in word else word for word in words)
    found = desk.search(text, private=private, limit=limit)
    if private:
        desk.record_look("look: private search", "search", (report_ref(one.report_id) for one in found))
    if json_:
        as_json([shape(one) for one in found])
    else:
        today = desk.today()
        for one in found:
            head = (report_ref(one.report_id), say_moment(one.received, today), one.headline, one.place.line())
            lines("  ".join(clean(part) for part in head if part))
            if one.matched:
                lines(f"    {shorten(clean(one.matched), 200)}")
    if not found:
        short = read_query(text, desk.today()).short
        say(SHORT if short else _none(text, desk.barren(text, private=private), private=private))
    elif len(found) == limit:
        say(f"The first {limit}: there may be more; --limit prints more, another word fewer.")


def shape(found: Found) -> shapes.Shape:
    """Return one report found."""
    return {
        "report": report_ref(found.report_id),
        "headline": found.headline,
        "place": shapes.place(found.place),
        "received": found.received.iso(),
        "matched": found.matched,
    }


def _none(text: str, filters: str, *, private: bool) -> str:
    if not any(sign.isalnum() for sign in text):
        return NOTHING_TYPED
    more = "" if private else " Names and details are searched with --private only."
    return f"{filters or f'No report is found for {quoted(text)}.'}{more}"
