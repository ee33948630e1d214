"""What the signs of a sketch mean: in short under the lines, and all of it on a help card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from cjm_desktop.ui import plain


def short() -> str:
    """The signs and their kinds, for `KeyRows`."""
    return "\t" + "\t".join(
        (
            QCoreApplication.translate("Signs", "[#] stage"),
            QCoreApplication.translate("Signs", "[##] step"),
            QCoreApplication.translate("Signs", "[-] action"),
            QCoreApplication.translate("Signs", "[@] contact"),
            QCoreApplication.translate("Signs", '["] thought'),
            QCoreApplication.translate("Signs", "[:] feeling"),
            QCoreApplication.translate("Signs", "[!] barrier"),
            QCoreApplication.translate("Signs", "[+] idea"),
        )
    )


class SignCard(QFrame):
    """The help card, a sign a row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QGridLayout(self)
        self.rows.setContentsMargins(20, 10, 12, 10)
        self.rows.setHorizontalSpacing(12)
        self.rows.setVerticalSpacing(2)
        self.rows.setColumnStretch(1, 1)

    def fill(self, language: str, keys: Sequence[tuple[str, str]] = ()) -> None:
        """Write the card.

        Args:
            language: of the window.
            keys: those of the field, with what they do, below the signs.
        """
        from cjm_desktop.exchange.outline import card  # not before the window is there

        for old in self.findChildren(QLabel):
            self.rows.removeWidget(old)
            old.deleteLater()
        said = [(row.sign, row.meaning, row.example) for row in card(language)]
        said += [(key, meaning, "") for key, meaning in keys]
        for number, (sign, meaning, example) in enumerate(said):
            key, words = plain.label(sign, "strong"), plain.label(meaning, "secondary", wrap=True)
            plain.tip(words, example)
            self.rows.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
            self.rows.addWidget(words, number, 1)
