"""One open map: its records, its file, its history and those who watch it."""

from cjm_desktop.document.copies import Copy
from cjm_desktop.document.document import Document
from cjm_desktop.document.editing import Ready
from cjm_desktop.document.home import Home
from cjm_desktop.document.saving import PublishJob
from cjm_desktop.document.watching import Change
from cjm_desktop.storage.contents import HistoryStep

__all__ = ["Change", "Copy", "Document", "HistoryStep", "Home", "PublishJob", "Ready"]
