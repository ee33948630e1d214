"""Pictures: what is taken, what is refused, and how they get into the map."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cjm_desktop.journey.records import Persona, Picture
from cjm_desktop.ui import picture_file
from cjm_desktop.ui.desk import Desk
from cjm_desktop.ui.inspector.parts.picture import PicturePart
from tests.ui.conftest import OpenMap, work_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9"/></svg>'


def encoded(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, "#ff000080" if mode == "RGBA" else "red").save(made, kind)
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


def test_what_only_could_let_something_through_is_stored_small(qapp: QApplication) -> None:
    made = io.BytesIO()
    Image.new("RGBA", (33, 20), "#ff0000ff").save(made, "PNG")
    loaded = picture_file.decode(made.getvalue())
    assert loaded is not None
    assert loaded.media_type == "image/jpeg"


def from_a_telephone() -> bytes:
    """A photo lying on its side, the left half red, with the place where it was taken."""
    photo = Image.new("RGB", (64, 48), "red")
    photo.paste("blue", (32, 0, 64, 48))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6  # to be turned a quarter clockwise
    exif[ExifTags.Base.Make] = "Telephone"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (55.0, 45.0, 7.0)}
    )
    made = io.BytesIO()
    photo.save(made, "JPEG", quality=95, exif=exif, comment=b"at home", icc_profile=PROFILE)
    return made.getvalue()


PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_a_photo_is_turned_upright_and_forgets_where_it_was_taken(qapp: QApplication) -> None:
    data = from_a_telephone()
    told = Image.open(io.BytesIO(data)).getexif()
    assert told.get_ifd(ExifTags.IFD.GPSInfo)
    loaded = picture_file.decode(data)
    assert loaded is not None
    assert (loaded.width, loaded.height) == (48, 64)
    kept = Image.open(io.BytesIO(loaded.data))
    top, bottom = kept.getpixel((24, 8)), kept.getpixel((24, 56))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]
    assert not dict(kept.getexif())
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    for word in (b"Telephone", b"at home", b"Exif", b"ICC_PROFILE"):
        assert word not in loaded.data


def test_texts_of_a_png_are_not_kept(qapp: QApplication) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Somebody")
    made = io.BytesIO()
    Image.new("RGBA", (20, 20), "#00ff0040").save(made, "PNG", pnginfo=info, dpi=(300, 300))
    loaded = picture_file.decode(made.getvalue())
    assert loaded is not None
    assert b"Somebody" not in loaded.data
    kept = Image.open(io.BytesIO(loaded.data))
    assert kept.getpixel((3, 3)) == (0, 255, 0, 64)


def test_a_photo_with_more_passes_than_any_camera_makes_is_refused(qapp: QApplication) -> None:
    data = encoded("JPEG")
    passes = b"\xff\xda" + data.partition(b"\xff\xda")[2].removesuffix(b"\xff\xd9")
    assert picture_file.decode(data.removesuffix(b"\xff\xd9") + passes * 200) is None


def test_what_is_pasted_or_dropped_is_looked_at_before_qt_decodes_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    dots, drawing, encoded_, text, file = (QMimeData() for _ in range(5))
    dots.setImageData(QImage(3000, 30, QImage.Format.Format_RGB32))
    drawing.setData("image/svg+xml", SVG)
    drawing.setData("application/x-qt-image", SVG)
    encoded_.setData("image/png", encoded("PNG"))
    encoded_.setData("image/svg+xml", SVG)
    text.setText("photo.png")
    (tmp_path / "photo.png").write_bytes(encoded("PNG"))
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    many = (dots, drawing, encoded_, text, file)
    assert [picture_file.offered(one) for one in many] == [True, False, True, False, True]
    sizes = [(one.width, one.height) if one else None for one in map(picture_file.taken, many)]
    assert sizes == [(1024, 10), None, (40, 20), None, (40, 20)]
    assert picture_file.name_of(file) == "photo.png"
    assert picture_file.name_of(dots) == ""


def test_a_large_picture_is_made_smaller(qapp: QApplication) -> None:
    loaded = picture_file.decode(encoded("JPEG", (4000, 1000)))
    assert loaded is not None
    assert (loaded.width, loaded.height) == (1024, 256)


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


def test_what_is_no_file_is_not_waited_for(qapp: QApplication, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "photo.png")
    assert picture_file.load(tmp_path / "photo.png") is None
    assert picture_file.load(tmp_path) is None
    assert picture_file.load(tmp_path / "none.png") is None


def test_a_persona_gets_a_picture_and_loses_it(
    desk: Desk, open_map: OpenMap, tmp_path: Path
) -> None:
    window = open_map(desk)
    work = work_of(window)
    persona = work.journey.all(Persona)[0]
    before = len(work.journey.all(Picture))
    window.bench.inspector.show_record(persona.id)
    page = window.bench.inspector.page
    assert page is not None
    part = next(one for one in page.parts if isinstance(one, PicturePart))
    file = tmp_path / "photo.png"
    file.write_bytes(encoded("PNG"))
    part.taking.take_file(persona.id, file)
    stored = work.journey.get(Persona, persona.id).picture_id
    assert work.journey.get(Picture, str(stored)).name == "photo.png"
    part.taking.take_file(persona.id, file)
    assert len(work.journey.all(Picture)) == before + 1
    (tmp_path / "photo.svg").write_bytes(SVG)
    part.taking.take_file(persona.id, tmp_path / "photo.svg")
    assert "photo.svg" in window.banners.sentences()["problem"]
    part.remove.click()
    assert work.journey.get(Persona, persona.id).picture_id is None
    assert len(work.journey.all(Picture)) == before
    window.commands["edit.undo"].trigger()
    assert work.journey.get(Persona, persona.id).picture_id is not None
