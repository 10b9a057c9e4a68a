"""What sources say against what the unit knows."""

from csu_tui.domain.reference import import_ref, report_ref
from csu_tui.domain.source import Conflict
from csu_tui.tui.present.keyed import Sign, keyed, ours
from csu_tui.tui.present.line import BLANK, Line, Role, cut, line, piece, spread, wrapped
from csu_tui.tui.present.listing import Listed, arrow, lit
from csu_tui.tui.present.phrase import plural

FIELDS = {"received": "when it was received", "place": "where it is", "reporter": "whether the reporter may be told"}


def conflict_lines(conflicts: tuple[Conflict, ...], at: int, room: int, sign: Sign = ours) -> Listed:
    """Lay the conflicts out: report and field, what stands, what the source sent."""
    if not conflicts:
        words = "No conflict is left: what sources sent agrees with what stands here, or was settled."
        return Listed((BLANK, *wrapped(words, room - 2, Role.STRONG, " ", " ")))
    rows: list[Line] = [BLANK, line(" " + plural(len(conflicts), "conflict").upper() + " TO SETTLE", Role.STRONG)]
    rows += wrapped(
        "A source sent again what it had sent before, and differs from what stands.", room - 2, Role.DIM, " "
    )
    starts = []
    for index, one in enumerate(conflicts):
        rows.append(BLANK)
        starts.append(len(rows))
        rows += _row(one, here=index == at, room=room, sign=sign)
    return Listed(tuple(rows), tuple(starts), 3)


def _row(one: Conflict, *, here: bool, room: int, sign: Sign) -> list[Line]:
    head = piece(" ".join((report_ref(one.report_id), " ", FIELDS.get(one.field, one.field))), Role.STRONG)
    sent_in = (piece("in " + import_ref(one.import_id) + " ", Role.DIM),) if one.import_id is not None else ()
    return [
        lit(spread((arrow(here=here), head), sent_in, room), here=here),
        cut((piece(keyed("     {k}  stands   ", sign), Role.DIM), piece(one.standing)), room),
        cut((piece(keyed("     {t}  sent     ", sign), Role.DIM), piece(one.sent, Role.WARN)), room),
    ]
