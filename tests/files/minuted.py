"""Snapshots of invented meetings for the tests of minutes."""

from typing import Any

from csu_tui.domain.snapshot import ActionReviewed, ReportEntry, Snapshot

HOSTILE = (
    "[ALPHA-1] [/x] [@click=app.quit]q[/] :fire: $x\x1b]52;c;ZXZpbA==\x07\x9b31m\u202eevil\r\nOFFICIAL\n漢字👩‍👩‍👧"
)


def reviewed(**more: Any) -> ActionReviewed:
    entry: dict[str, Any] = {
        "action": "A2190",
        "report": "R0988",
        "headline": "Nuisance bikes",
        "place": {"street": "Lullingstone Avenue", "locality": "Swanley", "outward": "BR8"},
        "agency": "Kent Police",
        "officer": "PCSO Amir",
        "kind": "contact and report back",
        "due": "2022-03-11",
        "overdue": True,
        "carried_over": 1,
        "sensitive": False,
        "review": "done",
        "new_due": None,
        "handed_to": None,
        "free": {"text": "speak to the owner of the garages", "outcome": "spoken to, gate now locked", "comment": ""},
    }
    return entry | more  # type: ignore[return-value]


def task(**more: Any) -> dict[str, Any]:
    return {
        "action": "A2214",
        "agency": "Kent Police",
        "officer": "PCSO Amir",
        "kind": "visit",
        "due": "2022-03-16",
        "status": "open",
        "free": {"text": "visit the owner of the bikes and report back"},
    } | more


def report(**more: Any) -> ReportEntry:
    entry: dict[str, Any] = {
        "report": "R1042",
        "source": "Kent Police",
        "source_ref": "46-0871-22",
        "received": "2022-03-13T16:40:00+00:00",
        "late": False,
        "held_over": False,
        "raised": False,
        "taken_back": False,
        "headline": "Nuisance Bikes",
        "place": {"street": "Lullingstone Avenue", "locality": "Swanley", "outward": "BR8"},
        "category": "Nuisance Bikes",
        "risk": "medium",
        "qualifier": "nuisance",
        "sensitive": False,
        "decision": "task",
        "reason": "",
        "reason_standard": False,
        "same_incident_as": None,
        "actions": [task()],
        "feedback": {
            "state": "due",
            "due": "2022-03-17",
            "agency": "Kent Police",
            "attempts": 0,
            "free": {"reason": ""},
        },
        "reporter_kind": "resident",
        "free": {
            "title": "Bikes behind the garages",
            "text": "Two off-road bikes ridden on the footpath behind the garages, third evening running.\n\n"
            "Caller says the riders live locally.",
            "comment": "Wardens to bring the camera plan next week.",
        },
        "personal": {"name": "Jane Example", "house": "12", "postcode": "BR8 7AB", "unsplit": ""},
    }
    return entry | more  # type: ignore[return-value]


def sensitive(**more: Any) -> ReportEntry:
    return report(
        **{
            "report": "R1043",
            "headline": "Sensitive concern",
            "category": "Prevent",
            "sensitive": True,
            "qualifier": None,
            "actions": [task(action="A2215", agency="Council – Community Safety", officer="", kind="Prevent")],
        }
        | more
    )


def snapshot(**more: Any) -> Snapshot:
    entry: dict[str, Any] = {
        "format": 1,
        "meeting": {
            "meeting": "M57",
            "state": "closed",
            "unit": "Sevenoaks District Community Safety Unit",
            "marking": "OFFICIAL-SENSITIVE",
            "redacted_marking": "OFFICIAL",
            "confidentiality": "What is shared in this meeting is personal and often sensitive: use it to keep people "
            "safe and for nothing else, and pass it on to nobody outside the agencies present.",
            "start": "2022-03-14T09:04:00+00:00",
            "end": "2022-03-14T09:47:00+00:00",
        },
        "window": {"start": "2022-03-11T09:04:00+00:00", "end": "2022-03-14T09:04:00+00:00"},
        "chair": "Sgt Ellis",
        "present": [
            {"agency": "Kent Police", "name": "Sgt Ellis"},
            {"agency": "Council – Community Safety", "name": "Jo Marsh"},
            {"agency": "Kent Fire & Rescue", "name": ""},
        ],
        "apologies": [{"agency": "West Kent Housing", "name": "Sam Doe"}],
        "actions_reviewed": [
            reviewed(),
            reviewed(action="A2201", review="carried over", new_due="2022-03-18", carried_over=3),
            reviewed(
                action="A2202", review="handed over", handed_to="West Kent Housing", due="2022-03-14", overdue=False
            ),
            reviewed(action="A2203", review=None, agency="West Kent Housing"),
        ],
        "reports": [
            report(),
            sensitive(),
            report(
                report="R1044",
                decision="no further action",
                reason="advice given",
                reason_standard=True,
                actions=[],
                late=True,
                received="2022-03-09",
                feedback={"state": "anonymous", "due": None, "agency": None, "attempts": 0, "free": {"reason": ""}},
            ),
            report(report="R1045", decision="hold over", reason="not reached", reason_standard=True, actions=[]),
        ],
        "held_over": ["R1045"],
        "flags": {
            "hotspots": [
                {
                    "place": {"street": "Lullingstone Avenue", "locality": "Swanley", "outward": "BR8"},
                    "reports": 6,
                    "days": 28,
                }
            ],
            "case_reviews": [
                {
                    "report": "R1042",
                    "headline": "Nuisance Bikes",
                    "qualifying": 3,
                    "threshold": 3,
                    "words": "threshold looks met",
                }
            ],
        },
        "totals": {"reports": 4, "tasked": 2, "no_further_action": 1, "held_over": 1, "actions_made": 2},
        "amendments": [
            {
                "subject": "R1044",
                "field": "decision",
                "before": "no further action",
                "after": "for information",
                "at": "2022-03-15T10:00:00+00:00",
                "by": "Jo Marsh",
                "free": {"reason": "typed in haste"},
            }
        ],
    }
    return entry | more  # type: ignore[return-value]
