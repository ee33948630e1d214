"""How a template of one's own is called, and what of the map it keeps."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from cjm_desktop.ui import plain
from cjm_desktop.ui.dialogs.frame import Frame

WIDTH = 420
"""Of the dialog, px."""
LONGEST = 80
"""Characters of a name."""


class TemplateDialog(Frame):
    """Asks for the name of a template.

    Args:
        parent: the window.
        title: the name that is suggested.
        new: the template is made from a map, and what it keeps is asked too.
    """

    def __init__(self, parent: QWidget, title: str, *, new: bool = True) -> None:
        heading = (
            QCoreApplication.translate("TemplateDialog", "Save as template")
            if new
            else QCoreApplication.translate("TemplateDialog", "Rename the template")
        )
        super().__init__(parent, heading)
        self._name = QLineEdit(title[:LONGEST])
        self._name.setMaxLength(LONGEST)
        self._name.setAccessibleName(self.tr("Name of the template"))
        self._name.selectAll()
        self.inside.addWidget(plain.label(self.tr("Name of the template"), "secondary"))
        self.inside.addWidget(self._name)
        self.bare = QRadioButton(self.tr("Stages, steps and lanes only"))
        self.full = QRadioButton(self.tr("With everything on the map"))
        self.bare.setChecked(True)
        for one in (self.bare, self.full):
            self.inside.addWidget(one)
            one.setVisible(new)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Save") if new else self.tr("Rename"), main=True)
        self.go.clicked.connect(self.accept)
        self._name.textChanged.connect(lambda: self.go.setEnabled(bool(self.title)))
        self.go.setEnabled(bool(self.title))
        self.setMinimumWidth(WIDTH)
        self._name.setFocus()

    @property
    def title(self) -> str:
        """The name."""
        return plain.clean(self._name.text())

    @property
    def contents(self) -> bool:
        """Whether all that lies on the map is kept."""
        return self.full.isChecked()
