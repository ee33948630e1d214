"""Pictures: what is taken, what is refused, and how they get into the map."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.records import Persona, Picture
from cjm_desktop.ui import picture_file
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.parts.picture import PicturePart
from tests.ui.conftest import OpenMap

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9"/></svg>'


def encoded(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, "red").save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode", "stored"),
    [
        ("PNG", "RGB", "image/jpeg"),
        ("PNG", "RGBA", "image/png"),
        ("JPEG", "RGB", "image/jpeg"),
        ("WEBP", "RGB", "image/jpeg"),
    ],
)
def test_pictures_are_encoded_anew(qapp: QApplication, kind: str, mode: str, stored: str) -> None:
    data = encoded(kind, mode=mode)
    loaded = picture_file.decode(data)
    assert loaded is not None
    assert (loaded.media_type, loaded.width, loaded.height) == (stored, 40, 20)
    assert loaded.data != data


def test_a_large_picture_is_made_smaller(qapp: QApplication) -> None:
    loaded = picture_file.decode(encoded("JPEG", (4000, 1000)))
    assert loaded is not None
    assert (loaded.width, loaded.height) == (1600, 400)


def test_more_dots_than_any_camera_has_are_refused_unread(qapp: QApplication) -> None:
    # Only the header says so: nothing is decoded.
    data = bytearray(encoded("PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") + (60_000).to_bytes(4, "big")
    assert picture_file.decode(bytes(data)) is None


@pytest.mark.qt_log_ignore("JPEG", extend=True)
@pytest.mark.parametrize(
    "data", [b"", b"GIF89a" + bytes(40), SVG, b"\x89PNG\r\n\x1a\n" + bytes(60), b"\xff\xd8\xff" * 9]
)
def test_what_is_no_picture_is_refused(qapp: QApplication, data: bytes) -> None:
    assert picture_file.decode(data) is None


def test_a_persona_gets_a_picture_and_loses_it(
    desk: Desk, open_map: OpenMap, tmp_path: Path
) -> None:
    window = open_map(desk)
    work = window.work
    assert work is not None
    persona = work.journey.all(Persona)[0]
    before = len(work.journey.all(Picture))
    window.bench.inspector.show_record(persona.id)
    page = window.bench.inspector.page
    assert page is not None
    part = next(one for one in page.parts if isinstance(one, PicturePart))
    file = tmp_path / "photo.png"
    file.write_bytes(encoded("PNG"))
    part.take(file)
    stored = work.journey.get(Persona, persona.id).picture_id
    assert work.journey.get(Picture, str(stored)).name == "photo.png"
    part.take(file)
    assert len(work.journey.all(Picture)) == before + 1
    (tmp_path / "photo.svg").write_bytes(SVG)
    part.take(tmp_path / "photo.svg")
    assert "photo.svg" in window.banners.sentences()["problem"]
    part._remove.click()
    assert work.journey.get(Persona, persona.id).picture_id is None
    assert len(work.journey.all(Picture)) == before
    window.commands["edit.undo"].trigger()
    assert work.journey.get(Persona, persona.id).picture_id is not None
