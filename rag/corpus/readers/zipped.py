"""How is a file opened that is a zip archive, so that little cannot unpack to too much?

The sizes that an archive declares are added up before anything is unpacked, and then every file of it is
unpacked once in small pieces: an archive that lies about a size, or is cut short, is found out there.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable, Words

PIECE_BYTES = 64 * 1024

DAMAGED = Words(
    "文件不完整或已损坏；请重新导出或重新下载", "cut short or damaged; export or download it again"
)
ENCRYPTED = Words("文件加了密码；请另存为不加密的", "it has a password; save it without one")

FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    KeyError,
)
"""What ``zipfile`` raises for archives that are broken, encrypted, or packed in ways it does not know."""


def opened(data: bytes, settings: ReadingSettings) -> zipfile.ZipFile:
    """The archive, every file of it proved whole and all of them small enough together.

    Raises ``Unreadable``.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except FAULTS as fault:
        raise Unreadable(DAMAGED) from fault
    _check_declared(archive, settings)
    _check_real(archive, settings)
    return archive


def _check_declared(archive: zipfile.ZipFile, settings: ReadingSettings) -> None:
    entries = archive.infolist()
    if len(entries) > settings.packed_files:
        raise Unreadable(
            Words(
                f"压缩包里有 {len(entries)} 个文件，不像文章",
                f"an archive of {len(entries)} files is no article",
            )
        )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable(ENCRYPTED)
    if sum(entry.file_size for entry in entries) > settings.unpacked_mib * 2**20:
        raise Unreadable(_bomb(settings))


def _check_real(archive: zipfile.ZipFile, settings: ReadingSettings) -> None:
    left = settings.unpacked_mib * 2**20
    for entry in archive.infolist():
        try:
            with archive.open(entry) as packed:
                while piece := packed.read(PIECE_BYTES):
                    left -= len(piece)
                    if left < 0:
                        raise Unreadable(_bomb(settings))
        except FAULTS as fault:
            raise Unreadable(DAMAGED) from fault


def _bomb(settings: ReadingSettings) -> Words:
    most = settings.unpacked_mib
    return Words(
        f"解压后超过 {most} MB；请把文件拆小，或调大设置 reading.unpacked_mib",
        f"unpacks to more than {most} MiB; split it, or raise the setting reading.unpacked_mib",
    )
