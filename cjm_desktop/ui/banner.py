"""A strip over the map that says one thing and offers a way out; it never stops the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cjm_desktop.ui import icons, plain
from cjm_desktop.ui.controls import button, icon_button, name_button
from cjm_desktop.ui.icons import IconRole

Answer = tuple[str, Callable[[], object]]
"""What a button says and what it does."""


class Banner(QFrame):
    """One sentence with its answers.

    Args:
        sentence: what is the matter.
        answers: the ways out; each closes the strip too.
        look: "warn" or "alarm".
        sign: name of the icon.
    """

    def __init__(
        self,
        sentence: str,
        answers: Sequence[Answer] = (),
        look: str = "warn",
        sign: str = "alert-triangle",
    ) -> None:
        super().__init__()
        self.setProperty("look", look)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 6, 5)
        row.setSpacing(10)
        role: IconRole = "alarm" if look == "alarm" else "warn"
        picture = plain.label()
        picture.setPixmap(icons.icon(sign, role).pixmap(QSize(18, 18)))
        self.sentence = plain.label(sentence, wrap=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row.addWidget(picture)
        row.addWidget(self.sentence, 1)
        for text, do in answers:
            made = button(text)
            made.clicked.connect(lambda _on=False, do=do: self._answer(do))
            row.addWidget(made)
        close = icon_button("x", 16)
        name_button(close, self.tr("Close"))
        close.clicked.connect(self.close_)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)

    def _answer(self, do: Callable[[], object]) -> None:
        self.close_()
        do()

    def close_(self) -> None:
        """Take the strip away."""
        self.hide()
        self.deleteLater()


class Banners(QWidget):
    """The strips over the map, one for each matter."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._shown: dict[str, Banner] = {}

    def show_banner(self, matter: str, banner: Banner) -> None:
        """Show a strip in place of the one about the same matter."""
        self.drop(matter)
        self._shown[matter] = banner
        self._column.addWidget(banner)
        banner.destroyed.connect(lambda: self._forget(matter, banner))

    def _forget(self, matter: str, banner: Banner) -> None:
        if self._shown.get(matter) is banner:
            del self._shown[matter]

    def drop(self, matter: str) -> None:
        """Take the strip about a matter away, if there is one."""
        banner = self._shown.pop(matter, None)
        if banner is not None:
            banner.close_()

    def drop_all(self) -> None:
        """Take every strip away."""
        for matter in tuple(self._shown):
            self.drop(matter)

    def sentences(self) -> dict[str, str]:
        """What is said, by matter."""
        return {matter: one.sentence.text() for matter, one in self._shown.items()}
