"""The right column: the size, what one purpose alone asks, colour, language, and the margins."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from cjm_desktop.poster.job import TONES, Tone
from cjm_desktop.ui import plain
from cjm_desktop.ui.controls import Combo, Segments
from cjm_desktop.ui.export.choices import DPI, FORMATS, Choices
from cjm_desktop.ui.export.extras import Extras
from cjm_desktop.ui.export.labelled import Labelled, fill
from cjm_desktop.ui.export.sizing import Sizing

MARGINS = ("numbers", "marks", "assembly", "frame")


class Details(Labelled):
    """Chooses everything but the purpose."""

    changed = Signal()
    """Something else is chosen now."""

    def __init__(self) -> None:
        super().__init__((20, 16, 20, 16))
        self._choices = Choices()
        self._quiet = False
        self.dpi = Combo()
        self.tone = Segments(TONES, stretch=True)
        self.sparing = plain.label("", "secondary", wrap=True)
        self.theme = Segments(("light", "dark"), stretch=True)
        self.language = Segments(("ru", "en"), stretch=True)
        self.format = Segments(FORMATS["picture"], stretch=True)
        self.boxes = {name: QCheckBox() for name in MARGINS}
        self.sizing, self.extras = Sizing(), Extras()
        self.inside.addWidget(self.sizing)
        self.inside.addWidget(self.extras)
        self.add("format", self.format)
        self.add("dpi", self.dpi)
        self.add("tone", self.tone, self.sparing)
        self.add("theme", self.theme)
        self.add("language", self.language)
        self.add("margins", *self.boxes.values(), spacing=2)
        self.inside.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.dpi.activated.connect(self._read)
        for segments in (self.tone, self.theme, self.language, self.format):
            segments.chosen.connect(self._read)
        for box in self.boxes.values():
            box.toggled.connect(self._read)
        self.sizing.changed.connect(self._read)
        self.extras.changed.connect(self._read)

    def hold(self, more: QWidget) -> None:
        """Hold something more at the foot of the column."""
        self.inside.insertWidget(self.inside.count() - 1, more)

    def say(self, language: str, selected: int) -> None:
        """Write every label in the window's language.

        Args:
            language: of the window.
            selected: how many cards are selected on the map.
        """
        self.extras.say(language, selected)
        self.sizing.say(language)
        self.write(
            {
                "format": self.tr("Kind of file"),
                "dpi": self.tr("Dots per inch, and pixels"),
                "tone": self.tr("Colour"),
                "theme": self.tr("Ground"),
                "language": self.tr("Language of the poster's own words"),
                "margins": self.tr("On the sheets' margins"),
            }
        )
        self.tone.say((self.tr("In colour"), self.tr("Grey"), self.tr("Outline")))
        self.theme.say((self.tr("Light"), self.tr("Dark")))
        self.language.say(("Русский", "English"))
        self.format.say(("PNG", "SVG", "HTML", "PPTX"))
        self.boxes["numbers"].setText(self.tr("Numbers and neighbours"))
        self.boxes["marks"].setText(self.tr("Cut lines and places for glue"))
        self.boxes["assembly"].setText(self.tr("A sheet that shows how to glue"))
        self.boxes["frame"].setText(self.tr("A frame round the poster, to cut along"))

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, without telling anybody."""
        self._choices = choices
        self._quiet = True
        fill(self.dpi, {str(one): str(one) for one in DPI}, str(choices.dpi))
        self.tone.choose(choices.tone)
        # PowerPoint prints in grey what has colours; it could not colour what is grey.
        self.tone.setVisible(not choices.slides)
        slides = self.tr("As on the screen; PowerPoint itself prints slides in grey.")
        self.sparing.setText(slides if choices.slides else self._saved(choices.tone))
        self.theme.choose(choices.theme)
        self.language.choose(choices.language)
        self.format.choose(choices.format)
        for name, box in self.boxes.items():
            box.setChecked(getattr(choices, name))
        self.sizing.show_choices(choices)
        self.extras.show_choices(choices)
        self._quiet = False
        picture = choices.purpose == "picture"
        self.show_only(
            {
                "format": picture,
                "dpi": picture and choices.format == "png",
                "theme": choices.purpose != "cards"
                and (choices.slides or choices.tone != "outline"),
                "margins": choices.in_sheets,
            }
        )

    def _saved(self, tone: Tone) -> str:
        """What a way to colour a print gives."""
        return {
            "colour": self.tr("As on the screen."),
            "grey": self.tr("Black ink only: faces, dots and words say what colours do."),
            "outline": self.tr("White with lines round everything: the least ink, room to write."),
        }[tone]

    def show_dots(self, width: float, height: float) -> None:
        """Say how many pixels each choice of dots per inch comes to.

        Args:
            width, height: of the finished size, mm.
        """
        for at, dpi in enumerate(DPI):
            across, down = (round(one / 25.4 * dpi) for one in (width, height))
            said = self.tr("{dpi}: {width} × {height}")
            self.dpi.setItemText(at, said.format(dpi=dpi, width=across, height=down))

    def _read(self) -> None:
        if self._quiet:
            return
        made = self.extras.with_extras(self.sizing.choices)
        self._choices = replace(
            made,
            dpi=int(self.dpi.currentData()),
            tone=cast("Tone", self.tone.choice),
            theme=self.theme.choice,
            language=self.language.choice,
            format=self.format.choice if made.purpose == "picture" else made.format,
            numbers=self.boxes["numbers"].isChecked(),
            marks=self.boxes["marks"].isChecked(),
            assembly=self.boxes["assembly"].isChecked(),
            frame=self.boxes["frame"].isChecked(),
        )
        self.changed.emit()

    @property
    def choices(self) -> Choices:
        """Everything that is chosen here; the rest is as it was shown."""
        return self._choices
