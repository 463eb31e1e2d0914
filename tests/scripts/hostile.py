#!/usr/bin/env python3
"""Imports hostile and broken files beside good ones, and reports what each costs and what is said of it.

Each case is a library of its own with two good episodes and the case's files. The import must end, name the hostile file in a diagnostic or take
it as what it is, and keep both good episodes; its peak memory and its time are printed. Needs python3 alone and Linux; the program must be built.

    tests/scripts/hostile.py [--program src/PodcastInsights.Web/bin/Release/net10.0/PodcastInsights.Web.dll] [--only NAME] [--most-mib 1024]

Ends with 1 where a good episode was lost, nothing was said, or memory went over --most-mib.
"""
import argparse
import os
import pathlib
import re
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
MIB = 1 << 20
GOOD = "# Ada\n\n" + "".join(f"**{'Ada Quill' if turn % 2 else 'Bo Marsh'}:** It held for {turn} days.\n\n" for turn in range(8))
TURN = "**Ada Quill:** It held for a week and a day, and then the rain came in from the west.\n\n**Bo Marsh:** Did it?\n\n"


def text(name, content):
    return lambda folder: (folder / name).write_bytes(content() if callable(content) else content)


def many(names, piece, size=0):
    """Files of a good episode, and then one piece over and over up to the size."""
    def make(folder):
        for name in names:
            with open(folder / name, "wb") as file:
                file.write(GOOD.encode() if size or not piece else piece.encode())
                fill(file, piece, size)
    return make


def repeated(name, piece, size):
    def make(folder):
        with open(folder / name, "wb") as file:
            fill(file, piece, size)
    return make


def fill(file, piece, size):
    # In parts: what this process holds counts as its child's peak until that has started its own program.
    part = (piece * (MIB // max(1, len(piece)) + 1))[:MIB].encode()
    for _ in range(size // MIB):
        file.write(part)


def sparse(folder):
    with open(folder / "Sparse.md", "wb") as file:
        file.truncate(200 * MIB)


def pipe(folder):
    os.mkfifo(folder / "Pipe.md")
    os.mkfifo(folder / "speakers.yaml")
    os.mkfifo(folder / ".alternates")


def listening(folder):
    socket.socket(socket.AF_UNIX).bind(str(folder / "Socket.md"))


def links(folder):
    os.symlink("/etc/passwd", folder / "Passwords.txt")
    os.symlink(folder, folder / "round")
    os.symlink("/", folder / "root")
    os.symlink(folder / "no such file", folder / "Dangling.md")


def odd_names(folder):
    for name in (b"..Up.md", b"A..B.md", b"\xff\xfe bytes.md", b"\xff\xfd bytes.md", b"Line\nbreak.md", b"Bell\x07\x1b[31m.md", b"-rf.md", b"%2e%2e%2f.md", b"n" * 252 + b".md"):
        with open(os.fsencode(folder) + b"/" + name, "w", encoding="utf-8") as file:
            file.write(GOOD)


def one_slug(folder):
    for name in ("Ada.md", "ADA.md", "ada_.md", unicodedata.normalize("NFC", "J\u00fcrgen.md"), unicodedata.normalize("NFD", "J\u00fcrgen.md"), "C.md", "C++.md"):
        (folder / name).write_text(GOOD.replace("held", f"held as {len(name)} {sum(map(ord, name))}"), encoding="utf-8")


def deep_folders(folder):
    below = folder
    for _ in range(400):
        below = below / "d"
        below.mkdir()
    (below / "Deep.md").write_text(GOOD, encoding="utf-8")


def yaml_bomb(folder):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    (folder / "Bomb.md").write_text("---\n" + "\n".join(lines) + "\n---\n\n" + GOOD, encoding="utf-8")
    aliases = ["- name: A", "  aliases: &a0 [" + ", ".join(["x"] * 9) + "]"] + [f"- name: A{i}\n  aliases: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    (folder / "speakers.yaml").write_text("\n".join(aliases) + "\n", encoding="utf-8")


# What is in the folder, how it is made, and a code that must be said of it; "" where it is to be taken in silence.
CASES = [
    ("empty", text("Empty.md", b""), "file.empty"),
    ("200 MB of turns", repeated("Large.md", TURN, 200 * MIB), "file.too-large"),
    ("200 MB without a byte on disk", sparse, "file.too-large"),
    ("50 MB in one line", repeated("Line.md", "a word ", 50 * MIB), "file.too-large"),
    ("16 MB in one line", repeated("Line.md", "a word ", 16 * MIB), "file.not-a-transcript"),
    ("16 MB in one word", repeated("Word.md", "a", 16 * MIB), "file.not-a-transcript"),
    ("16 MB of turns", repeated("Turns.md", TURN, 16 * MIB), "file.too-many-turns"),
    ("15 MB of one turn", many(["Turn.md"], "word and more of it ", 15 * MIB), ""),
    ("16 MB of lines without a word", repeated("Blank.md", "\n", 16 * MIB), "file.too-many-lines"),
    ("900,000 lines of one word", repeated("Lines.md", "a\n\n", 2 * MIB), "file.too-many-lines"),
    ("15 MB of short paragraphs", many(["Short.md"], "said it again today.\n\n", 15 * MIB), ""),
    ("24 files of 15 MB", many([f"Talk {number}.md" for number in range(24)], "word and more of it ", 15 * MIB), ""),
    ("90 editions of 8 MB", many([f"Talk.{a}{b}.md" for a in "abcdefghijklmnopqrstuvwxyz" for b in "aeiou"][:90], "word and more of it ", 8 * MIB), ""),
    ("invalid UTF-8", text("Bytes.md", GOOD.encode() + b"\xc3\x28\xff\xfe\xed\xa0\x80"), "file.encoding-doubtful"),
    ("UTF-16 with a mark", text("Wide.md", ("\ufeff" + GOOD).encode("utf-16-le")), ""),
    ("UTF-16 with lone surrogates", text("Wide.md", b"\xff\xfe" + GOOD.replace("held", "he\ud800ld").encode("utf-16-le", "surrogatepass")), ""),
    ("UTF-16 without a mark", text("Wide.md", GOOD.encode("utf-16-le")), "file.encoding"),
    ("NUL bytes", text("Nul.md", GOOD.encode() + b"\0"), "file.binary"),
    ("control characters", text("Control.md", GOOD.replace("held", "\x1b[2J\x07\x08held\u202e\u2066").encode()), ""),
    ("100,000 speakers", text("Speakers.md", lambda: "".join(f"**Speaker Nr{n}x:** Said.\n\n" for n in range(100_000)).encode()), "file.not-a-transcript"),
    ("40,000 speakers", text("Speakers.md", lambda: "".join(f"**Anna Nr{n}x:** Said.\n\n" for n in range(40_000)).encode()), ""),
    ("deep Markdown quotes", text("Quotes.md", lambda: (GOOD + ">" * MIB).encode()), ""),
    ("deep Markdown lists", text("Lists.md", lambda: (GOOD + "".join(" " * n + "- a\n" for n in range(3000))).encode()), ""),
    ("deep Markdown brackets", text("Brackets.md", lambda: (GOOD + "[" * 400_000 + "](" * 100_000 + "*a_" * 300_000).encode()), ""),
    ("deep HTML", text("Deep.html", lambda: b"<div>" * 500_000 + b"<cite>Ada:</cite><p>Held.</p>"), ""),
    ("deep JSON", text("Deep.json", lambda: b'{"segments":' + b"[" * 500_000), ""),
    ("a YAML bomb", yaml_bomb, ""),
    ("a speakers file of brackets", text("speakers.yaml", b"[" * 100_000), "speakers.invalid"),
    ("pipes", pipe, "file.empty"),
    ("a socket", listening, "file.empty"),
    ("links", links, ""),
    ("odd names", odd_names, ""),
    ("names with one address", one_slug, "library.slug-taken"),
    ("400 folders deep", deep_folders, ""),
    ("20,000 small files", many([f"Talk {number}.md" for number in range(20_000)], ""), ""),
    ("20,000 files that are no transcripts", many([f"Note {number}.md" for number in range(20_000)], "Nobody speaks here.\n"), "file.not-a-transcript"),
]


def stored(database):
    connection = sqlite3.connect(database)
    try:
        assert [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"], "integrity_check"
        return {slug: turns for slug, turns in connection.execute("SELECT slug, turn_count FROM episode")}
    finally:
        connection.close()


def run(command):
    """Exit code, output, seconds and peak MiB of the command."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read().decode(errors="replace")
    return process.returncode, said, time.monotonic() - began, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "src/PodcastInsights.Web/bin/Release/net10.0/PodcastInsights.Web.dll")
    parser.add_argument("--only", default="")
    parser.add_argument("--most-mib", type=float, default=1024)
    options = parser.parse_args()
    failed = 0
    for name, make, code in CASES:
        if options.only not in name:
            continue
        work = pathlib.Path(tempfile.mkdtemp(prefix="podcast-insights-hostile-"))
        folder, database = work / "library", work / "library.db"
        (folder / "good").mkdir(parents=True)
        for good in ("Good One", "Good Two"):
            (folder / "good" / f"{good}.md").write_text(GOOD, encoding="utf-8")
        make(folder)
        exit_code, said, seconds, peak = run(["dotnet", str(options.program), "import", str(folder), "--Library:Database", str(database)])
        problems = []
        try:
            episodes = stored(database)
            problems += [f"{slug} is lost" for slug in ("good-one", "good-two") if episodes.get(slug) != 8]
        except (AssertionError, sqlite3.Error) as failure:
            episodes = {}
            problems.append(str(failure))
        if exit_code not in (0, 1) or "Unhandled" in said or "   at " in said:
            problems.append(f"exit code {exit_code}: {said[-2000:]}")
        if code and code not in said:
            problems.append(f"no {code} in: {said[:2000]}")
        if "parser-fault" in said:
            problems.append(said[:2000])
        if peak > options.most_mib:
            problems.append(f"more than {options.most_mib:.0f} MiB")
        codes = sorted(set(re.findall(r"\b[a-z0-9-]+\.[a-z0-9-]+(?= ×)|(?<=: )[a-z0-9-]+\.[a-z0-9-]+(?=: )", said)))
        print(f"{name:40} {seconds:7.1f} s {peak:7.0f} MiB  {len(episodes)} episodes  {' '.join(codes)}", flush=True)
        for problem in problems:
            print(f"    WRONG: {problem}", flush=True)
        failed += bool(problems)
        shutil.rmtree(work)
    print(f"{failed} of the cases went wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
