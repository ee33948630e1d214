"""Foreign formats: what people bring along and what they take away."""

from cjm_desktop.exchange.json_read import import_json
from cjm_desktop.exchange.json_write import as_data, export_json
from cjm_desktop.exchange.reading import FORMATS, Options, choices, read_any
from cjm_desktop.exchange.report import Note, Report
from cjm_desktop.exchange.writing import write_file

__all__ = [
    "FORMATS",
    "Note",
    "Options",
    "Report",
    "as_data",
    "choices",
    "export_json",
    "import_json",
    "read_any",
    "write_file",
]
