"""Intake: what partners send, read as incoming reports (SPEC 7)."""

from csu_tui.files.intake.field_map import FIELDS, OWN_COLUMNS, DateOrder, FieldMap
from csu_tui.files.intake.map_file import dump_map, load_map
from csu_tui.files.intake.proposal import propose
from csu_tui.files.intake.reading import read_file
from csu_tui.files.intake.refusals import refused_name, write_refused
from csu_tui.files.intake.shipped import shipped_maps

__all__ = [
    "FIELDS",
    "OWN_COLUMNS",
    "DateOrder",
    "FieldMap",
    "dump_map",
    "load_map",
    "propose",
    "read_file",
    "refused_name",
    "shipped_maps",
    "write_refused",
]
