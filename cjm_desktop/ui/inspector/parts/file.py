"""The way from a map to what is said of the whole file: its name, language and review date."""

from __future__ import annotations

from cjm_desktop.journey.records import MapDocument
from cjm_desktop.ui.charts import short_date
from cjm_desktop.ui.inspector.parts.part import Part, Row, empty


class File(Part):
    """A row that shows the document, with the day its maps are to be looked through again."""

    def state(self) -> object:
        return self.journey.document

    def build(self) -> None:
        empty(self.column)
        document: MapDocument = self.journey.document
        review = document.review_date
        aside = self.tr("review {day}").format(day=short_date(review)) if review else ""
        row = Row("file-text", self.tr("Document and review date"), aside)
        row.clicked.connect(lambda: self.jump.emit(document.id))
        self.column.addWidget(row)
