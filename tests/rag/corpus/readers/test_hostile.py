"""A folder in which somebody put all that breaks readers: each gets one reason, the rest is read."""

import time
from pathlib import Path

from eval.benchmarks import sample_files as made
from rag.index.refresh import refresh
from rag.index.request import RefreshReport, RefreshRequest

SOUND_PDF = made.pdf([made.lines_down(["渡口的夜校每周二晚上开课。"])])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LONG_CELL = "没有收尾" * 1_300_000

HOSTILE: dict[str, tuple[bytes, str]] = {
    # What the file is called and holds, and what its reason must name.
    "炸弹.docx": (made.packed({"word/document.xml": bytes(300 * 2**20)}), "reading.unpacked_mib"),
    "炸弹.epub": (made.packed({"META-INF/container.xml": bytes(300 * 2**20)}), "reading.unpacked_mib"),
    "锁.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "锁.pdf": (
        made.pdf(
            [made.lines_down(["安全。"])],
            hidden={
                "Encrypt": f"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>",
                "ID": "[<00><00>]",
            },
        ),
        "密码",
    ),
    "断.docx": (made.docx(made.paragraph("安全。"))[:700], "重新"),
    "断.pdf": (SOUND_PDF[:120], "重新"),
    "断.epub": (made.epub(["<p>安全。</p>"])[:-100], "重新"),
    "冒名.docx": (SOUND_PDF, ".pdf"),
    "冒名.txt": (made.html("<p>安全。</p>"), ".html"),
    "冒名.pdf": (b"MZ\x90\x00" + bytes(range(256)) * 40, "Windows 程序"),
    "深.html": (made.html("<div>" * 1_000_000 + "安全"), "嵌套"),
    "深.epub": (made.epub(["<div>" * 200_000]), "嵌套"),
    "长.csv": (f'id,text\n1,"{LONG_CELL}'.encode(), "没有"),
    "无正文.csv": ("姓名,年龄\n沈渡,40\n".encode(), "姓名、年龄"),
    "零.html": (bytes(5000), "二进制"),
    "零.txt": (b"\x00" * 5000, "二进制"),
    "扫描.pdf": (made.pdf([[]]), "没有文字"),
}


def refreshed(folder: Path) -> RefreshReport:
    return refresh(RefreshRequest((folder,), folder.parent / "索引"))


def test_each_hostile_file_has_one_reason_and_the_rest_is_read(tmp_path: Path):
    folder = tmp_path / "文章"
    folder.mkdir()
    for name, (data, _) in HOSTILE.items():
        (folder / name).write_bytes(data)
    (folder / "好.pdf").write_bytes(SOUND_PDF)
    (folder / "好.txt").write_text("渡口每天早上六点开航。", "utf-8")
    started = time.monotonic()
    report = refreshed(folder)
    assert time.monotonic() - started < 60
    said = {one.file: one.reason for one in report.skipped}
    assert len(said) == len(report.skipped)
    assert {name: wanted in said[name].zh for name, (_, wanted) in HOSTILE.items()} == dict.fromkeys(
        HOSTILE, True
    )
    assert all(reason.en for reason in said.values())
    assert report.articles == 2
