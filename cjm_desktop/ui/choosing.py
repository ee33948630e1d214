"""The dialogs in which files are chosen: to be read, or to be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cjm_desktop.ui.lifted import Lifted


def to_read(
    parent: QWidget, said: str, folder: str, kinds: str, *, several: bool = False
) -> list[Path]:
    """Let the user choose files to read.

    Args:
        parent: the window that asks.
        said: what is asked for.
        folder: that is shown first; empty: the current one.
        kinds: filters of names, such as "Maps (*.cjm);;All files (*)".
        several: more than one may be chosen.

    Returns:
        The files; none where nothing was chosen.
    """
    with _dialog(parent, said, folder, kinds) as dialog:
        mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(mode)
        return _chosen(dialog)


def folder(parent: QWidget, said: str, first: str) -> Path | None:
    """Let the user choose a folder; None: none was.

    Args:
        parent: the window that asks.
        said: what is asked for.
        first: the folder that is shown first.
    """
    with _dialog(parent, said, first, "") as dialog:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return next(iter(_chosen(dialog)), None)


def to_write(
    parent: QWidget,
    said: str,
    suggested: Path,
    suffix: str,
    kinds: str,
    others: Sequence[str] = (),
) -> Path | None:
    """Let the user choose a file to write.

    Args:
        parent: the window that asks.
        said: what is asked for.
        suggested: the file, until the user says otherwise.
        suffix: what the name ends in, whatever was typed, such as ".cjm".
        kinds: filters of names.
        others: endings that a name may have instead.

    Returns:
        The file; None where none was chosen. One that is there already was asked about.
    """
    with _dialog(parent, said, str(suggested.parent), kinds) as dialog:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        # Put on before the dialog looks whether there is such a file; not where a dot was typed.
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(suggested.name)
        while found := _chosen(dialog):
            path = _ending(found[0], (suffix, *others))
            if path == found[0] or not path.exists():
                return path
            # Nobody was asked about this one: the dialog does when it is chosen by its whole name.
            dialog.selectFile(path.name)
    return None


def _ending(path: Path, suffixes: tuple[str, ...]) -> Path:
    ends = path.name.lower().endswith(suffixes)
    return path if ends else path.with_name(path.name + suffixes[0])


@contextmanager
def _dialog(parent: QWidget, said: str, folder: str, kinds: str) -> Iterator[QFileDialog]:
    dialog = QFileDialog(parent, said, folder, kinds)
    Lifted(dialog)
    try:
        yield dialog
    finally:
        dialog.deleteLater()


def _chosen(dialog: QFileDialog) -> list[Path]:
    return [Path(one) for one in dialog.selectedFiles()] if dialog.exec() else []
