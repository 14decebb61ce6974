"""How much may reading one file cost, and may text be read out of pictures?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadingSettings:
    """The bounds that keep one hostile file from stopping a refresh, and what is read only when asked for."""

    ocr: bool = False
    """Read scanned pages with tesseract: seconds a page, and a misread character can be quoted."""
    ocr_languages: str = "chi_sim+eng"
    """As tesseract names them: simplified Chinese, and the Latin words in it."""
    file_seconds: float = 120.0
    """For one PDF, Word file, web page or EPUB: more than a thousand pages of print take less."""
    ocr_file_seconds: float = 3600.0
    """The same with ``ocr``: some hundreds of scanned pages."""
    memory_mib: int = 2048
    """Address space of the process that reads such files, where the system can bound it: a 64 MiB file of
    newspaper pages takes a quarter."""
    unpacked_mib: int = 256
    """What a .docx or .epub may unpack to, its pictures with it: a thousand times a long book's text."""
    packed_files: int = 10_000
    """Files inside a .docx or .epub: a book has some hundreds."""
    most_characters: int = 20_000_000
    """Text extracted of one file: a hundred long novels."""
    most_pages: int = 5_000
    """Pages of one PDF: a yearbook has a thousand."""

    def __post_init__(self) -> None:
        """Raise ``ValueError`` for a bound under which nothing could be read."""
        bounds = {
            "file_seconds": self.file_seconds,
            "ocr_file_seconds": self.ocr_file_seconds,
            "memory_mib": self.memory_mib,
            "unpacked_mib": self.unpacked_mib,
            "packed_files": self.packed_files,
            "most_characters": self.most_characters,
            "most_pages": self.most_pages,
        }
        for name, bound in bounds.items():
            if not bound > 0:
                raise ValueError(f"{name} must be positive")
