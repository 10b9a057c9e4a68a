"""Typed numbers: an action's number is never taken for a report's."""

from typing import NewType

ReportId = NewType("ReportId", int)
ActionId = NewType("ActionId", int)
MeetingId = NewType("MeetingId", int)
AgencyId = NewType("AgencyId", int)
OfficerId = NewType("OfficerId", int)
KindId = NewType("KindId", int)
CategoryId = NewType("CategoryId", int)
PhraseId = NewType("PhraseId", int)
StepId = NewType("StepId", int)
ContactId = NewType("ContactId", int)
ImportId = NewType("ImportId", int)
GroupId = NewType("GroupId", int)
CaseReviewId = NewType("CaseReviewId", int)
ChangeId = NewType("ChangeId", int)

NO_REPORT = ReportId(0)
"""The report of a step that has none: no report has this number, so that whatever is done to it is refused."""
