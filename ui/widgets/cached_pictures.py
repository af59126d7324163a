"""Pictures of articles as pixmaps: read from the cache, never from the network, scaled once per size."""

from collections import OrderedDict

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from ui.widgets.decoded_picture import decoded_picture
from workplace_app.store.connection_type import Connection
from workplace_app.store.news_reader import picture

_SPARE = 2
MOST_KEPT = 120
"""A screenful of lists and then some: about 15 MB at 100 %."""


class CachedPictures:
    """One per account, so that nobody sees another's. Gives the picture with a key, or None while it has
    not been fetched (the words then take the room)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._absent: set[str] = set()
        self._kept: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()

    def forget_absent(self) -> bool:
        """Pictures have come: look again for those that were not there. True when one of these was, by now: then rows
        with a picture have another height than before."""
        wanted, self._absent = self._absent, set()
        return any(picture(self._connection, key) is not None for key in wanted)

    def pixmap(self, key: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture, large enough to fill ``size`` logical pixels at this device pixel ratio."""
        wanted = size * ratio
        name = (key, wanted.width(), wanted.height())
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        if key in self._absent:
            return None
        made = self._read(key, wanted)
        if made is None:
            self._absent.add(key)
            return None
        self._kept[name] = made
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return made

    def _read(self, key: str, wanted: QSize) -> QPixmap | None:
        data = picture(self._connection, key)
        if data is None:
            return None
        image = decoded_picture(data.content, wanted * _SPARE, fill=True)  # large enough to be made smaller well
        if image.isNull():
            return None
        return QPixmap.fromImage(image).scaled(
            wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        )
