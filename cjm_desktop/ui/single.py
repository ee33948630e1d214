"""One program at a time: a second start hands its files to the first and ends."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 20_000
"""Milliseconds the first program gets to answer: it is there, and may be busy on a busy machine.

Two programs would be worse than a start that waits; where none listens the socket refuses at once.
"""
_THANKS = b"ok\n"


def hand_over(name: str, paths: list[Path]) -> bool:
    """Give files to the program that runs already; False: there is none."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(json.dumps([str(path.absolute()) for path in paths]).encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(WAIT) and bytes(socket.readAll().data()) == _THANKS
    socket.disconnectFromServer()
    return answered


class Reception(QObject):
    """Takes files from later starts.

    Args:
        name: of the socket.
        parent: keeps it.
    """

    asked = Signal(list)
    """Paths to open; none: only come forward."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        # What a program that crashed left behind would keep the name for ever.
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        self.listening = self._server.listen(name)

    def _meet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._listen(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _listen(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            told = json.loads(bytes(socket.readLine(1 << 20).data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_THANKS)
        socket.flush()
        listed = told if isinstance(told, list) else []
        self.asked.emit([Path(one) for one in listed if isinstance(one, str)])
