#!/usr/bin/env python3
"""Makes the typefaces beside this file, which cards are set in, from those of Debian 12 and of npm.

Needs Debian's fonttools, fonts-noto-core, fonts-noto-cjk and npm. Those of npm are taken as they are, as their licence keeps their name for
that; those of Debian without hints, which cards do not use, and of the East Asian one only what is commonly written. The result is the same
bytes on every run. See docs/decisions/0146.
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
NOTO = "/usr/share/fonts/truetype/noto"
CJK = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
SIMPLIFIED = 2  # among the five forms that the collection has
NPM = {
    "SourceSerif-Regular.ttf": ("@expo-google-fonts/source-serif-4@0.4.1", "400Regular/SourceSerif4_400Regular.ttf"),
    "SourceSerif-SemiBold.ttf": ("@expo-google-fonts/source-serif-4@0.4.1", "600SemiBold/SourceSerif4_600SemiBold.ttf"),
    "NotoEmoji-Regular.ttf": ("@expo-google-fonts/noto-emoji@0.4.7", "400Regular/NotoEmoji_400Regular.ttf"),
}
DEBIAN = [
    "NotoNaskhArabic-Regular.ttf",
    "NotoSerifArmenian-Regular.ttf",
    "NotoSerifBengali-Regular.ttf",
    "NotoSerifDevanagari-Regular.ttf",
    "NotoSerifGeorgian-Regular.ttf",
    "NotoSerifHebrew-Regular.ttf",
    "NotoSerifTamil-Regular.ttf",
    "NotoSerifThai-Regular.ttf",
]


def characters(encoding, first_bytes):
    """The characters of two bytes in an older encoding, which holds what its country commonly writes."""
    found = set()
    for first in first_bytes:
        for second in range(0x40, 0xFF):
            try:
                text = bytes([first, second]).decode(encoding)
            except UnicodeDecodeError:
                continue
            found.update(map(ord, text) if len(text) == 1 else ())
    return found


def east_asian():
    return (
        characters("gb2312", range(0xA1, 0xF8))  # Simplified Chinese, both levels
        | characters("big5", range(0xA1, 0xC7))  # Traditional Chinese, the level of common characters
        | characters("shift_jis", range(0x81, 0x99))  # Japanese, likewise
        | characters("euc_kr", range(0xA1, 0xC9))  # Korean syllables
        | set(range(0x20, 0x7F))
        | set(range(0x3000, 0x3130))
        | set(range(0xFF00, 0xFFF0))
    )


def subset(source, name, *options):
    target = HERE / name
    command = ["pyftsubset", str(source), f"--output-file={target}", "--no-hinting", "--notdef-outline", "--name-IDs=0,1,2,13,14", "--no-recalc-timestamp"]
    subprocess.run([*command, *options], check=True)
    print(f"{target.stat().st_size:>9} {name}", flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for package in {package for package, _ in NPM.values()}:
            subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        for name, (package, path) in NPM.items():
            archive = package.lstrip("@").replace("/", "-").replace("@", "-") + ".tgz"
            subprocess.run(["tar", "xzf", archive, f"package/{path}"], cwd=folder, check=True)
            shutil.copyfile(Path(folder, "package", path), HERE / name)
        for name in DEBIAN:
            subset(Path(NOTO, name), name, "--unicodes=*", "--layout-features=*")
        wanted = Path(folder, "wanted")
        wanted.write_text(" ".join(f"{code:X}" for code in sorted(east_asian())))
        subset(
            CJK, "NotoSerifCJK-Regular.otf", f"--font-number={SIMPLIFIED}", f"--unicodes-file={wanted}",
            # The forms of other countries, which the text's language chooses; nothing for lines that run downwards.
            "--layout-features=ccmp,locl", "--drop-tables+=vhea,vmtx,VORG,BASE")


if __name__ == "__main__":
    sys.exit(main())
