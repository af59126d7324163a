"""Drives and their items as Graph describes them, and the files that they are to us."""

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.dates import UNDATED, moment
from sync.wire.graph_envelope import GraphIdentitySet, GraphItem
from sync.wire.reading import RawItem, UnreadableItemError, required
from workplace_app.domain.frozen import frozen
from workplace_app.domain.workspace import SiteFile

DRIVE_FIELDS = "id,name,driveType,webUrl"
ITEM_FIELDS = (
    "id,name,size,webUrl,createdDateTime,lastModifiedDateTime,lastModifiedBy,file,folder,root,deleted,fileSystemInfo"
)
_LARGEST = 2**62
"""No file is larger; a larger number would not fit the store."""


class FileSystemInfo(msgspec.Struct, rename="camel", kw_only=True):
    """The dates that the file had where it was made."""

    created_date_time: str | None = None
    last_modified_date_time: str | None = None


class DriveItem(GraphItem, rename="camel", kw_only=True):
    """A driveItem. A facet is there or not: what it holds is of no interest."""

    name: str | None = None
    size: int | None = None
    web_url: str | None = None
    created_date_time: str | None = None
    last_modified_date_time: str | None = None
    last_modified_by: GraphIdentitySet | None = None
    file_system_info: FileSystemInfo | None = None
    folder: msgspec.Raw = msgspec.Raw(b"null")
    root: msgspec.Raw = msgspec.Raw(b"null")
    deleted: msgspec.Raw = msgspec.Raw(b"null")


class Drive(GraphItem, rename="camel", kw_only=True):
    """A drive: a document library."""

    name: str | None = None
    drive_type: str | None = None


@frozen
class ChangedItem:
    """What a delta says of one item: ``file`` is None when it was deleted (or is the library itself)."""

    id: str
    file: SiteFile | None
    deleted: bool = False


_ITEMS = msgspec.json.Decoder(DriveItem, strict=False)
_DRIVES = msgspec.json.Decoder(Drive, strict=False)


def drive_id(item: RawItem) -> str:
    """The id of a drive."""
    return required(_DRIVES.decode(item).id, "id")


def changed_item(item: RawItem, workspace_id: str, drive: str) -> ChangedItem:
    """Read one item of a drive's delta. Items are tracked by id, since a delta does not tell paths."""
    decoded = _ITEMS.decode(item)
    file_id = f"file:{drive}/{required(decoded.id, 'id')}"
    if _is_there(decoded.deleted):
        return ChangedItem(file_id, None, deleted=True)
    if _is_there(decoded.root):
        return ChangedItem(file_id, None)
    return ChangedItem(file_id, _file(decoded, file_id, workspace_id, drive))


def _file(item: DriveItem, file_id: str, workspace_id: str, drive: str) -> SiteFile:
    info = item.file_system_info or FileSystemInfo()
    size = item.size or 0
    if not 0 <= size <= _LARGEST:
        raise UnreadableItemError("size is no size")
    editor = item.last_modified_by or GraphIdentitySet()
    created = moment(item.created_date_time) or moment(info.created_date_time)
    return SiteFile(
        id=file_id,
        workspace_id=workspace_id,
        drive_id=drive,
        name=required(item.name, "name"),
        changed=moment(item.last_modified_date_time) or moment(info.last_modified_date_time) or created or UNDATED,
        created=created,
        changed_by=editor.name or None,
        changed_by_id=editor.user.id if editor.user else None,
        size_bytes=size,
        folder=_is_there(item.folder),
        address=absolute_https(item.web_url) if item.web_url else None,
    )


def _is_there(facet: msgspec.Raw) -> bool:
    return bytes(facet) not in (b"null", b"")
