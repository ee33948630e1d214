"""From a journey to pieces in poster units: pure functions, no window and no printer.

`draw` lays a map out at its natural size for the screen and reuses what an edit left alone; `fit`
reflows it for a page and sets its type as large as the page allows, `fit_rows` with its stages in
several rows.
"""

from cjm_desktop.layout.drawing import draw
from cjm_desktop.layout.fit import fit
from cjm_desktop.layout.options import Options
from cjm_desktop.layout.pieces import Drawing
from cjm_desktop.layout.stacked import fit_rows
from cjm_desktop.layout.theme import DARK, LIGHT, Theme

__all__ = ["DARK", "LIGHT", "Drawing", "Options", "Theme", "draw", "fit", "fit_rows"]
