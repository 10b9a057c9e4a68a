"""Action sheets: printed for a partner, and read back from whatever the mail made of them."""

from csu_tui.files.sheets.answer import read_answer
from csu_tui.files.sheets.blocks import read_blocks
from csu_tui.files.sheets.decoding import LARGEST, read_text
from csu_tui.files.sheets.render import render_sheet

__all__ = ["LARGEST", "read_answer", "read_blocks", "read_text", "render_sheet"]
