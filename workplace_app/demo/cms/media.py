"""The demo's pictures: which there are, what they show, and the pages of the content tree that stand for them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workplace_app.demo.cms.content import MEDIA_ROOT, Content, Property, guid_of
from workplace_app.demo.tenant.dice import Dice

MEDIA_FOLDER = "/globalassets/nyheter"
MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg"}
_FIRST_NUMBER = 2_000


@dataclass(frozen=True, slots=True)
class _File:
    number: int
    path: Path
    description: str


class Media:
    """The pictures in the demo's folder, by name without suffix ("forest-2")."""

    def __init__(self, folder: Path, origin: str) -> None:
        self._origin = origin
        described = json.loads((folder / "pictures.json").read_text(encoding="utf-8"))
        paths = sorted(path for path in (folder / "pictures").iterdir() if path.suffix in MEDIA_TYPES)
        self._files = {
            path.stem: _File(_FIRST_NUMBER + place, path, described[path.stem.rpartition("-")[0]])
            for place, path in enumerate(paths)
        }

    def variant(self, scenes: Sequence[str], dice: Dice) -> str | None:
        """One of the pictures of these scenes; None when there is none."""
        names = [name for name in self._files if name.rpartition("-")[0] in scenes]
        return dice.pick(names) if names else None

    def number_of(self, name: str) -> int | None:
        """The content number of a picture."""
        file = self._files.get(name)
        return None if file is None else file.number

    def description(self, name: str) -> str:
        """What the picture shows, for those who do not see it."""
        return self._files[name].description

    def path_of(self, file_name: str) -> Path | None:
        """The file behind a name with suffix ("forest-2.jpg"); None for any other name."""
        file = self._files.get(Path(file_name).stem)
        return file.path if file is not None and file.path.name == file_name else None

    def contents(self, uploaded: datetime) -> Iterator[Content]:
        """The pictures as content, as references to them need it."""
        for name, file in self._files.items():
            mime = MEDIA_TYPES[file.path.suffix]
            yield Content(
                number=file.number,
                guid=guid_of(f"media:{name}"),
                name=file.path.name,
                content_type=("Image", "Media", "ImageFile"),
                parent=MEDIA_ROOT,
                segment=file.path.name,
                address=f"{self._origin}{MEDIA_FOLDER}/{file.path.name}",
                created=uploaded,
                changed=uploaded,
                start_publish=uploaded,
                properties={
                    "mimeType": Property("PropertyString", mime),
                    "altText": Property("PropertyLongString", file.description),
                },
            )
