"""The one style sheet of the window; sizes follow the interface font, colours the tokens."""

from __future__ import annotations

from string import Template

from cjm_desktop import assets
from cjm_desktop.ui.palette import Tokens
from cjm_desktop.ui.typeface import NORMAL_FONT, scaled

__all__ = ["NORMAL_FONT", "scaled", "stylesheet"]

_SHEET = Template("""
QMainWindow::separator { width: 1px; height: 1px; background: $line; }
QToolTip { background: $tip; color: $tip_ink; border: none; padding: ${p4}px ${p8}px; }
QToolBar, QFrame#view, QFrame#find { background: $bar; border: none; padding: 0; spacing: ${p4}px; }
QToolBar#top, QFrame#view, QFrame#find { border-bottom: 1px solid $line; }
QToolBar#rail { border-right: 1px solid $line; padding-top: 3px; spacing: 0; }
QFrame#start { background: $bar; border-right: 1px solid $line; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="post"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QFrame[look="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[look="quiet"] { background: $field; border: 1px solid $line; border-radius: 6px; }
QFrame[look="warn"] { background: $warn_soft; border: 1px solid $line2; border-radius: 8px; }
QFrame[look="alarm"] { background: $alarm_soft; border: 1px solid $line2; border-radius: 8px; }
QFrame[look="warn"] QLabel { color: $warn; } QFrame[look="alarm"] QLabel { color: $alarm; }
QWidget[look="ground"], QScrollArea[look="ground"] { background: $canvas; }
QStatusBar { background: $bar; border-top: 1px solid $line; min-height: ${r28}px; }
QStatusBar::item { border: none; } QAbstractScrollArea::corner { background: transparent; }
QScrollArea, QListView[look="open"] { border: none; background: transparent; }
QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $fline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; margin: 0; }

QLabel[role="secondary"] { color: $ink2; font-size: ${f12}px; }
QLabel[role="faint"] { color: $ink3; font-size: ${f12}px; }
QLabel[role="panel"] { font-size: ${f15}px; font-weight: 600; }
QLabel[role="dialog"] { font-size: ${f16}px; font-weight: 700; }
QLabel[role="strong"] { font-weight: 600; } QLabel[role="target"] { color: $good; }
QLabel[role="number"] { font-size: ${f20}px; font-weight: 700; }
QLabel[role="past"] { font-size: ${f20}px; color: $ink3; }
QLabel[role="alarm"] { color: $alarm; font-size: ${f12}px; }
QLabel[role="warn"] { color: $warn; background: $warn_soft; border-radius: 6px; padding: ${p8}px; }

QPushButton, QToolButton { color: $ink; border: 1px solid transparent; border-radius: 6px; }
QPushButton { background: $card; border-color: $line2; font-weight: 500;
  min-height: ${b30}px; padding: 0 ${p14}px; }
QPushButton:hover { background: $hover; } QPushButton[look="link"]:hover { color: $accent_ink; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; color: $accent_ink; }
QPushButton:disabled { color: $line2; border-color: $line; }
QPushButton[look="main"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[look="main"]:hover:enabled { background: $accent_over; }
QPushButton[look="main"]:disabled { background: $hover; border-color: $hover; color: $line2; }
QPushButton[look="flat"], QPushButton[look="row"], QPushButton[look="link"] {
  background: transparent; border-color: transparent; }
QPushButton[look="flat"]:hover, QPushButton[look="row"]:hover { background: $hover; }
QPushButton[look="link"] { color: $ink2; font-weight: 400; padding: 0 ${p4}px; }
QToolButton { background: transparent; padding: ${p4}px; } QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; color: $accent_ink; }
QToolButton:disabled { color: $line2; } QToolButton::menu-indicator { image: none; }
QToolButton[look="worded"] { padding: ${p4}px ${p8}px; font-weight: 500; color: $ink2; }
QToolButton[on="true"] { background: $accent_soft; color: $accent_ink; }
QToolBar#rail QToolButton { font-size: ${f10}px; color: $ink2; padding: 3px 0; }
QToolBar#rail QToolButton:checked { color: $accent_ink; font-weight: 600; }
QToolBar#rail QToolButton:disabled, QPushButton[look="link"]:disabled { color: $line2; }
QToolButton[look="segment"] { background: $card; color: $ink2; border: 1px solid $line2;
  border-radius: 0; padding: 0 ${p10}px; min-height: ${b26}px; border-right-width: 0; }
QToolButton[place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px;
  border-right-width: 1px; }
QToolButton[place="single"] { border-radius: 6px; border-right-width: 1px; }
QToolButton[look="segment"]:hover { background: $hover; }
QToolButton[look="segment"]:checked { background: $accent_soft; color: $accent_ink;
  font-weight: 600; } QToolButton[look="segment"][tight="true"] { padding: 0 2px; }
QToolButton[look="section"] { font-weight: 600; text-align: left; padding: 0; }
QToolButton[look="section"]:checked, QToolButton[look="section"]:hover {
  background: transparent; color: $ink; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; }
QToolButton[look="segment"]:focus { padding: 0 ${p9}px; min-height: ${b24}px; }
QPushButton:focus { padding: 0 ${p13}px; min-height: ${b28}px; }
QPushButton[look="link"]:focus { padding: 0 ${p3}px; }

QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox { background: $field; color: $ink;
  border: 1px solid $fline; border-radius: 6px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${b30}px; padding: 0 ${p9}px; }
QPlainTextEdit { padding: ${p4}px ${p5}px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid $focus;
  padding: 0 ${p8}px; min-height: ${b28}px; }
QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px ${p4}px; }
QLineEdit[look="bare"] { background: transparent; border-color: transparent; padding: 0; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $line2;
  border-color: $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; background: transparent;
  padding: 0; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: ${p16}px; border: none; }
QAbstractSpinBox::up-arrow { image: url("$pictures/arrow-up-$mode.svg"); width: 12px; }
QAbstractSpinBox::down-arrow { image: url("$pictures/arrow-down-$mode.svg"); width: 12px; }
QComboBox::drop-down { border: none; width: ${p20}px; }
QComboBox::down-arrow { width: 14px; height: 14px;
  image: url("$pictures/arrow-down-$mode.svg"); }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line2; outline: none;
  selection-background-color: $accent_soft; selection-color: $accent_ink; padding: 4px 0; }
QAbstractItemView[look="rows"] { background: $field; border: 1px solid $line; border-radius: 6px;
  selection-background-color: $accent_soft; selection-color: $accent_ink; outline: none; }
QCheckBox, QRadioButton { spacing: ${p8}px; min-height: ${r24}px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView[look="rows"]::indicator {
  width: 14px; height: 14px; background: $field; border: 1px solid $fline; border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView[look="rows"]::indicator:checked {
  background: $accent; border-color: $accent; image: url("$pictures/check.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
  image: url("$pictures/dot.svg"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; }
QTabBar::tab { background: transparent; border: none; border-bottom: 3px solid transparent;
  padding: 0 ${p12}px; height: 45px; color: $ink2; max-width: 260px; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent_ink; font-weight: 600; }
QTabBar::tab:hover { color: $ink; background: $hover; } QTabBar::tear { width: 0; border: none; }
QMenu { background: $card; border: 1px solid $line2; padding: 4px 0; }
QMenu::item { padding: ${p5}px ${p20}px ${p5}px ${p12}px; }
QMenu::item:selected { background: $accent_soft; color: $accent_ink; }
QTabBar::scroller { width: 44px; } QMenu::item:disabled { color: $line2; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; } QMenu::icon { left: 8px; }
QMenu::indicator:checked { image: url("$pictures/check-$mode.svg"); }
QMenu::icon:checked { border: 1px solid $accent_ink; border-radius: 3px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenuBar { background: $bar; border-bottom: 1px solid $line; }
QProgressBar, QProgressBar::chunk { border: none; border-radius: 3px; max-height: 6px; }
QProgressBar { background: $hover; } QProgressBar::chunk { background: $accent_ink; }
""")


def stylesheet(colours: Tokens, font: int) -> str:
    """The style sheet in these colours.

    Args:
        colours: the tokens of the theme.
        font: size of the interface text, px; rows and paddings grow with it.
    """
    values: dict[str, object] = colours._asdict() | {
        "tip": colours.card if colours.dark else colours.ink,
        "tip_ink": colours.ink if colours.dark else colours.bar,
        "accent_over": "#1B6297" if colours.dark else "#0F4C75",
        "mode": "dark" if colours.dark else "light",
        "pictures": assets.path("pictures").as_posix(),
    }
    for letter, sizes in {
        "f": (10, 12, 15, 16, 20),
        "r": (24, 28),
        "b": (24, 26, 28, 30),
        "p": (3, 4, 5, 8, 9, 10, 12, 13, 14, 16, 20),
    }.items():
        values |= {f"{letter}{size}": scaled(size, font) for size in sizes}
    return _SHEET.substitute(values)
