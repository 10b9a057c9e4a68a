"""One agency's extract of a meeting's snapshot: its own actions, and their reports as a room may read them."""

from typing import Any, cast

from csu_tui.domain.snapshot import Snapshot, redacted


def agencies_named(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names of the agencies in a snapshot as they were at the meeting, those with actions first."""
    owners = [owner for action in _every_action(snapshot) for owner in _owners(snapshot, action)]
    present = [person["agency"] for person in (*snapshot["present"], *snapshot["apologies"])]
    return tuple(dict.fromkeys(name for name in (*owners, *present) if name))


def extract(snapshot: Snapshot, agency: str) -> Snapshot:
    """Keep what concerns one agency: its due actions, what it was tasked with, their corrections; no totals, no flags.

    Of the reports, what redacted minutes say; of the actions, their words too unless the report is sensitive; so of the
    groups that it leads or is a member of.
    """
    public = redacted(snapshot)
    reviewed = [
        whole if not whole["sensitive"] else told
        for whole, told in zip(snapshot["actions_reviewed"], public["actions_reviewed"], strict=True)
        if agency in _owners(snapshot, cast("dict[str, Any]", whole))
    ]
    reports = []
    for whole, told in zip(snapshot["reports"], public["reports"], strict=True):
        own = [a["action"] for a in whole["actions"] if agency in _owners(snapshot, cast("dict[str, Any]", a))]
        if own:
            shown = told if whole["sensitive"] else whole
            tasks = [action for action in shown["actions"] if action["action"] in own]
            reports.append(told | {"actions": tasks})
    secret = {a[key] for a in reviewed if a["sensitive"] for key in ("report", "action")}
    secret |= {ref for r in reports if r["sensitive"] for ref in (r["report"], *(a["action"] for a in r["actions"]))}
    subjects = {a["action"] for a in reviewed} | {r["report"] for r in reports}
    subjects |= {a["action"] for r in reports for a in r["actions"]}
    amendments = [
        told if whole["subject"] in secret else whole
        for whole, told in zip(snapshot["amendments"], public["amendments"], strict=True)
        if whole["subject"] in subjects
    ]
    groups = [
        told if whole["sensitive"] else whole
        for whole, told in zip(snapshot.get("groups", ()), public.get("groups", ()), strict=True)
        if agency in (whole["lead"], whole["lead_now"], *whole.get("members", ()))
    ]
    held_over = [report for report in snapshot["held_over"] if report in subjects]
    kept: dict[str, Any] = {
        **public,
        "actions_reviewed": reviewed,
        "reports": reports,
        "groups": groups,
        "held_over": held_over,
        "flags": {"hotspots": [], "case_reviews": []},
        "totals": {},
        "amendments": amendments,
    }
    return cast("Snapshot", kept)


def _every_action(snapshot: Snapshot) -> list[dict[str, Any]]:
    made = [action for report in snapshot["reports"] for action in report["actions"]]
    return cast("list[dict[str, Any]]", [*snapshot["actions_reviewed"], *made])


def _owners(snapshot: Snapshot, action: dict[str, Any]) -> tuple[str, ...]:
    """Return every agency whose an action was: as it was minuted, as handed over, as amended."""
    amended = (
        a.get("after", "") for a in snapshot["amendments"] if (a["subject"], a["field"]) == (action["action"], "owner")
    )
    return tuple(name for name in (action["agency"], action.get("handed_to") or "", *amended) if name)
