"""The two years carried over: every rule of the product holds in them as in the three weeks; told by plain SQL."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from csu_tui.domain.moment import local
from csu_tui.domain.people import reporter_keys
from csu_tui.domain.place import Place
from csu_tui.domain.places import place_key, street_key
from csu_tui.domain.report import Reporter
from csu_tui.domain.words import ReporterKind
from csu_tui.domain.working_days import is_working_day

SHIPPED = Path(__file__).parents[2] / "sample.db"

CARRIED = "r.import_id IN (SELECT id FROM import WHERE map = 'carried over')"
STEPS = "agenda_step s JOIN meeting m ON m.id = s.meeting_id"
DECIDED = f"(SELECT max(s.decided) FROM {STEPS} WHERE s.report_id = r.id)"
SETTLED = (
    "(f.state IN ('given', 'anonymous', 'declined', 'not appropriate') OR f.state = 'via organisation' AND f.via_done)"
)
BROKEN = {
    "windows join": (
        "SELECT m.id FROM meeting m JOIN meeting p ON p.id = m.id - 1 WHERE m.window_start != p.window_end"
        " OR m.window_end != m.start OR m.start <= p.end OR m.end <= m.start"
    ),
    "every meeting is closed": "SELECT id FROM meeting WHERE state != 'closed'",
    "steps are numbered from 1 on": (
        "SELECT meeting_id FROM agenda_step GROUP BY meeting_id HAVING min(number) != 1 OR max(number) != count(*)"
    ),
    "actions come before reports": (
        "SELECT s.id FROM agenda_step s JOIN agenda_step t ON t.meeting_id = s.meeting_id AND t.number < s.number"
        " WHERE s.kind = 'action' AND t.kind = 'report'"
    ),
    "a report is on exactly one agenda unless it was held over": (
        f"SELECT s.report_id FROM {STEPS} JOIN agenda_step n ON n.report_id = s.report_id AND n.id > s.id"
        " WHERE s.decision != 'hold over'"
    ),
    "what is held over comes back to the very next meeting": (
        f"SELECT s.report_id FROM {STEPS} WHERE s.decision = 'hold over' AND m.id < (SELECT max(id) FROM meeting)"
        " AND NOT EXISTS (SELECT 1 FROM agenda_step n WHERE n.report_id = s.report_id AND n.meeting_id = m.id + 1"
        " AND n.held_over = 1)"
    ),
    "a report is decided, or waits": (
        "SELECT r.id FROM report r WHERE r.history = 0 AND r.waiting != (ifnull((SELECT s.decision FROM agenda_step s"
        " WHERE s.report_id = r.id ORDER BY s.id DESC LIMIT 1), 'hold over') = 'hold over')"
    ),
    "no meeting has a report before it was received": (
        f"SELECT s.id FROM {STEPS} JOIN report r ON r.id = s.report_id WHERE s.raised = 0 AND r.received > m.start"
    ),
    "a report goes to the next meeting, or is marked late": (
        f"SELECT s.id FROM {STEPS} JOIN report r ON r.id = s.report_id WHERE length(r.received) > 10"
        " AND s.held_over = 0 AND s.raised = 0 AND s.late != (r.received < m.window_start)"
    ),
    "everything carried over is finished": (
        f"SELECT r.id FROM report r JOIN feedback f ON f.report_id = r.id WHERE {CARRIED} AND (r.finished_on IS NULL"
        f" OR NOT {SETTLED} OR EXISTS (SELECT 1 FROM action a WHERE a.report_id = r.id AND a.status = 'open'))"
    ),
    "nobody anonymous was told": (
        "SELECT r.id FROM report r JOIN feedback f ON f.report_id = r.id WHERE r.reporter_kind = 'anonymous'"
        " AND (f.state != 'anonymous' OR r.name != '' OR EXISTS (SELECT 1 FROM contact c WHERE c.report_id = r.id"
        " AND c.settles = 1))"
    ),
    "nobody who wants no answer was told": (
        "SELECT r.id FROM report r JOIN feedback f ON f.report_id = r.id WHERE r.feedback_wanted = 0"
        " AND r.reporter_kind != 'anonymous' AND f.state != 'declined'"
    ),
    "organisations are told by their own": (
        "SELECT r.id FROM report r JOIN feedback f ON f.report_id = r.id WHERE r.reporter_kind IN"
        " ('organisation', 'partner officer') AND f.state NOT IN ('via organisation', 'declined')"
    ),
    "who was told was told by one contact, at that time and in that way": (
        "SELECT f.report_id FROM feedback f WHERE f.state = 'given' AND (f.told IS NULL OR f.planned = 0 OR"
        " (SELECT count(*) FROM contact c WHERE c.report_id = f.report_id AND c.settles = 1 AND c.reached = 1"
        " AND c.undone = 0 AND c.at = f.told AND c.means = f.means) != 1)"
    ),
    "not appropriate has its reason": "SELECT report_id FROM feedback WHERE state = 'not appropriate' AND reason = ''",
    "no contact lies before its report": (
        "SELECT c.id FROM contact c JOIN report r ON r.id = c.report_id WHERE c.at < r.received"
    ),
    "a report is finished when the last thing that it waits for was": (
        f"SELECT r.id FROM report r JOIN feedback f ON f.report_id = r.id WHERE {CARRIED} AND r.finished_on !="
        f" max({DECIDED}, ifnull(f.told, ''),"
        " ifnull((SELECT max(a.finished) FROM action a WHERE a.report_id = r.id), ''))"
    ),
    "a report is tasked exactly where an action was made": (
        f"SELECT s.id FROM {STEPS} WHERE s.kind = 'report' AND s.decision != 'hold over' AND (s.decision = 'task') !="
        " EXISTS (SELECT 1 FROM action a WHERE a.report_id = s.report_id AND a.meeting_id = m.id AND a.withdrawn = 0)"
    ),
    "no further action has its reason": (
        "SELECT id FROM agenda_step WHERE decision IN ('no further action', 'hold over') AND reason = ''"
    ),
    "an action is made in its meeting and is due no earlier": (
        "SELECT a.id FROM action a JOIN meeting m ON m.id = a.meeting_id WHERE a.created < m.start OR a.created > m.end"
        " OR a.due < substr(m.start, 1, 10) OR a.finished < a.created"
    ),
    "an action that ended has its outcome and its day": (
        "SELECT id FROM action WHERE (status = 'open') != (finished IS NULL) OR (status = 'open') != (outcome = '')"
    ),
    "an officer works for the agency": (
        "SELECT a.id FROM action a JOIN officer o ON o.id = a.officer_id WHERE o.agency_id != a.agency_id UNION ALL"
        " SELECT c.id FROM contact c JOIN officer o ON o.id = c.officer_id WHERE o.agency_id != c.agency_id"
    ),
    "a contact of an action was its end": (
        "SELECT a.id FROM action a JOIN kind k ON k.id = a.kind_id WHERE k.family = 'contact' AND a.withdrawn = 0"
        " AND (a.status = 'done') != (SELECT count(*) FROM contact c WHERE c.action_id = a.id AND c.means = k.name)"
    ),
    "no due action was missed by a meeting": (
        "SELECT m.id, a.id FROM meeting m JOIN action a ON a.created < m.start AND a.withdrawn = 0"
        " AND a.due <= substr(m.start, 1, 10) AND (a.finished IS NULL OR a.finished > m.start) WHERE NOT EXISTS"
        " (SELECT 1 FROM agenda_step s WHERE s.meeting_id = m.id AND s.action_id = a.id)"
    ),
    "no meeting heard of an action that had ended": (
        f"SELECT s.id FROM {STEPS} JOIN action a ON a.id = s.action_id WHERE a.finished < m.start"
        " OR a.created >= m.start"
    ),
    "what was carried over is counted": (
        "SELECT a.id FROM action a JOIN meeting m ON m.id = a.meeting_id WHERE m.snapshot IS NULL AND a.carried_over !="
        " (SELECT count(*) FROM agenda_step s WHERE s.action_id = a.id AND s.review = 'carried over')"
    ),
    "links are one deep, and to what came before": (
        "SELECT l.id FROM incident_link l JOIN report r ON r.id = l.report_id JOIN report h ON h.id = l.same_as_id"
        " WHERE l.undone = 0 AND (h.received > r.received OR EXISTS (SELECT 1 FROM incident_link o"
        " WHERE o.report_id = l.same_as_id AND o.undone = 0) OR NOT EXISTS (SELECT 1 FROM agenda_step s"
        " WHERE s.report_id = l.report_id AND s.linked_id = l.same_as_id AND s.decision = 'same incident'))"
    ),
    "what is the same incident is linked": (
        "SELECT s.id FROM agenda_step s WHERE (s.decision = 'same incident') != (s.linked_id IS NOT NULL)"
    ),
    "a notice follows a warning at the same place": (
        "SELECT a.id FROM action a JOIN kind k ON k.id = a.kind_id AND k.name = 'CPN' JOIN report r"
        " ON r.id = a.report_id WHERE a.status = 'done' AND NOT EXISTS (SELECT 1 FROM action w JOIN kind n"
        " ON n.id = w.kind_id AND n.name = 'CPW' JOIN report p ON p.id = w.report_id WHERE w.status = 'done'"
        " AND p.place_key = r.place_key AND w.finished < a.finished)"
    ),
    "a letter or agreement by way of the Community MARAC has been there": (
        "SELECT a.id FROM action a WHERE a.text = 'Agreed at the Community MARAC' AND NOT EXISTS"
        " (SELECT 1 FROM action b JOIN kind k ON k.id = b.kind_id AND k.name = 'Community MARAC'"
        " WHERE b.report_id = a.report_id AND b.status = 'done' AND b.finished < a.finished)"
    ),
    "a group has a lead, members and the report that began it": (
        "SELECT g.id FROM taskgroup g WHERE NOT EXISTS (SELECT 1 FROM group_member b WHERE b.group_id = g.id) OR"
        " g.meeting_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM group_report p JOIN agenda_step s"
        " ON s.report_id = p.report_id WHERE p.group_id = g.id AND s.meeting_id = g.meeting_id"
        " AND s.decision = 'task and finish group' AND s.decided = g.opened)"
    ),
    "a group closes after it begins, with its outcome": (
        "SELECT id FROM taskgroup WHERE closed <= opened OR (closed IS NULL) != (outcome = '')"
    ),
    "no report is in two groups": (
        "SELECT report_id FROM group_report WHERE undone = 0 GROUP BY report_id HAVING count(*) > 1"
    ),
    "a case review goes forward where three reports qualify": (
        "SELECT v.id FROM case_review v JOIN report r ON r.id = v.report_id WHERE v.decided IS NOT NULL AND"
        " (v.taken_forward IS NOT v.threshold_met OR v.threshold_met != (SELECT count(DISTINCT p.id) >= 3"
        " FROM reporter_key k JOIN reporter_key o ON o.key = k.key JOIN report p ON p.id = o.report_id"
        " JOIN category c ON c.id = p.category_id AND c.asb = 1 WHERE k.report_id = r.id AND p.received <= v.raised"
        " AND p.received >= date(v.raised, '-6 months')))"
    ),
    "a free text is short": "SELECT r.id FROM report r WHERE length(r.text) > 200 AND " + CARRIED,
    "nothing carried over is of later than its day": (
        f"SELECT r.id FROM report r LEFT JOIN contact c ON c.report_id = r.id LEFT JOIN action a ON a.report_id = r.id"
        f" WHERE {CARRIED} AND max(r.received, ifnull(c.at, ''), ifnull(a.finished, ''), r.finished_on)"
        " > '2022-03-10T14:00:00Z'"
    ),
}
"""Each rule with the SQL of what would break it."""


@pytest.fixture(scope="module")
def sample() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{SHIPPED.as_uri()}?mode=ro&immutable=1", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("rule", BROKEN)
def test_rule_holds(rule: str, sample: sqlite3.Connection) -> None:
    assert sample.execute(BROKEN[rule]).fetchmany(5) == []


def starts(sample: sqlite3.Connection) -> list[datetime]:
    return [datetime.fromisoformat(start) for (start,) in sample.execute("SELECT start FROM meeting ORDER BY id")]


def test_the_unit_met_on_working_days_only_and_once_a_day(sample: sqlite3.Connection) -> None:
    days = [local(start).date() for start in starts(sample)]
    assert len(set(days)) == len(days) > 490
    assert [day for day in days if not is_working_day(day)] == []


def test_keys_of_places_and_reporters_are_those_of_the_rules(sample: sqlite3.Connection) -> None:
    known: dict[int, set[str]] = {}
    for number, key in sample.execute("SELECT report_id, key FROM reporter_key"):
        known.setdefault(number, set()).add(key)
    rows = sample.execute(
        "SELECT house, street, locality, postcode, unsplit, place_key, street_key, id, reporter_kind, name,"
        " phone, email FROM report"
    )
    for row in rows:
        place = Place(*row[:5])
        assert row[5:7] == (place_key(place), street_key(place))
        keys = reporter_keys(Reporter(ReporterKind(row[8]), *row[9:12]), place)
        assert known.get(row[7], set()) == set(keys)


def test_the_record_says_what_was_carried_over(sample: sqlite3.Connection) -> None:
    rows = sample.execute(
        "SELECT c.subject, v.after FROM change c JOIN change_value v ON v.change_id = c.id WHERE c.what LIKE 'import%'"
        " ORDER BY c.id LIMIT 2"
    ).fetchall()
    assert [subject for subject, _ in rows] == ["I1", "I2"]
    carried = sample.execute("SELECT count(*) FROM report WHERE import_id IN (1, 2)").fetchone()[0]
    for number, (_, after) in enumerate(rows, 1):
        said = json.loads(after)[f"import:{number}"]
        added = sample.execute("SELECT count(*) FROM report WHERE import_id = ?", (number,)).fetchone()[0]
        assert said["added"] == said["read"] == added
        assert f"485 meetings, {carried} reports" in said["why"]


def months(sample: sqlite3.Connection) -> Counter[str]:
    return Counter(month for (month,) in sample.execute("SELECT substr(received, 1, 7) FROM report"))


def test_mondays_bring_three_times_as_much_as_other_days(sample: sqlite3.Connection) -> None:
    by_day: Counter[int] = Counter()
    held: Counter[int] = Counter(local(start).weekday() for start in starts(sample))
    rows = sample.execute(
        "SELECT m.start FROM meeting m JOIN agenda_step s ON s.meeting_id = m.id AND s.kind = 'report'"
    )
    for (start,) in rows:
        by_day[local(datetime.fromisoformat(start)).weekday()] += 1
    others = sum(by_day[day] for day in range(2, 5)) / sum(held[day] for day in range(2, 5))
    assert 2.2 < by_day[0] / held[0] / others < 4


def test_summers_are_busy_and_winters_quiet(sample: sqlite3.Connection) -> None:
    by_month = months(sample)
    assert by_month["2020-07"] > 1.4 * by_month["2021-01"]
    assert by_month["2021-07"] > 1.4 * by_month["2021-12"]


def test_every_hour_brings_something_and_evenings_most(sample: sqlite3.Connection) -> None:
    rows = sample.execute("SELECT received FROM report WHERE length(received) > 10")
    hours = Counter(local(datetime.fromisoformat(at)).hour for (at,) in rows)
    assert len(hours) == 24
    assert sum(hours[hour] for hour in range(18, 23)) > 2 * sum(hours[hour] for hour in range(1, 6))


def test_places_flare_up_and_callers_ring_again(sample: sqlite3.Connection) -> None:
    hot = sample.execute(
        "SELECT DISTINCT r.place_key, substr(r.received, 1, 4) FROM report r WHERE (SELECT count(*) FROM report p"
        " WHERE p.place_key = r.place_key AND p.received <= r.received AND p.received >= date(r.received, '-28 days'))"
        " >= 5"
    ).fetchall()
    assert len(hot) >= 12
    again = sample.execute("SELECT count(*) FROM (SELECT key FROM reporter_key GROUP BY key HAVING count(*) >= 3)")
    assert again.fetchone()[0] >= 40


def test_three_groups_are_at_work_and_none_reports_back_on_the_morning(sample: sqlite3.Connection) -> None:
    found = sample.execute("SELECT report_back FROM taskgroup WHERE closed IS NULL").fetchall()
    assert len(found) == 3
    assert min(found) > ("2022-04-01",)


def test_every_agency_has_its_share(sample: sqlite3.Connection) -> None:
    shares = dict(
        sample.execute("SELECT g.short, count(*) FROM action a JOIN agency g ON g.id = a.agency_id GROUP BY 1")
    )
    assert len(shares) >= 20
    assert max(shares.values()) < sum(shares.values()) / 4


def test_a_bank_holiday_weekend_is_one_window(sample: sqlite3.Connection) -> None:
    start, end = sample.execute("SELECT window_start, end FROM meeting WHERE start LIKE '2021-05-04%'").fetchone()
    assert date.fromisoformat(start[:10]) == date(2021, 4, 30)
    assert end > start
