#!/usr/bin/env python3
"""Measures a cold start on a large library: the first start, a restart, words not asked before, and memory.

Makes a library of --episodes files out of a folder of transcripts: its own files first, then copies of them with other names and, in every copy, other words in
the place of some, so that no two files are alike and the vocabulary grows as it does in life. The same seed makes the same library. One or two builds of the
program then do the same, by turns; with two, the first is "before". Needs python3 alone, and Linux for the bytes written; the programs must be built
(their .dll) or published.

    tests/scripts/start.py FOLDER [--episodes 500 5000] [--program BEFORE AFTER] [--searches 500] [--port 5990] [--work DIRECTORY]

Prints a table for each size. Times are of this machine as busy as it is: compare the columns.
"""
import argparse
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "src/PodcastInsights.Web/bin/Release/net10.0/PodcastInsights.Web.dll"
KINDS = {".md", ".markdown", ".txt", ".vtt", ".srt", ".json", ".json3", ".html", ".htm"}
SYLLABLES = [first + second for first in "bdfgklmnprstv" for second in "aeiou"]
WORD = re.compile(r"(?<![\w/.:@-])[a-z]{5,}(?![\w/.:@-])")


def make_library(source, target, episodes, seed):
    """A copy with other words, number for number; every fortieth word of five letters or more is another one in each copy."""
    target.mkdir(parents=True)
    files = sorted(path for path in source.rglob("*") if path.is_file() and path.suffix.lower() in KINDS and not path.name.startswith("."))
    if not files:
        sys.exit(f"{source} holds no transcripts.")
    if len(files) > episodes:
        files = files[:: len(files) // episodes][:episodes]
    for number in range(episodes):
        path, copy = files[number % len(files)], number // len(files)
        relative = path.relative_to(source)
        stem, dot, rest = relative.name.partition(".")
        place = target / relative.parent / (f"{stem} {copy}{dot}{rest}" if copy else relative.name)
        place.parent.mkdir(parents=True, exist_ok=True)
        if copy == 0:
            shutil.copyfile(path, place)
            continue
        chance = random.Random(f"{seed} {copy} {relative}")
        text = path.read_text(encoding="utf-8", errors="replace")
        text = WORD.sub(lambda word: "".join(chance.choices(SYLLABLES, k=4)) if chance.random() < 0.025 else word[0], text)
        place.write_text(text, encoding="utf-8")
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())


def words_of(folder, count, seed):
    """Different words of the library, common and rare alike."""
    chance = random.Random(seed)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    words = set()
    for path in chance.sample(files, min(len(files), 400)):
        found = WORD.findall(path.read_text(encoding="utf-8", errors="replace"))
        words.update(chance.sample(found, min(len(found), 10)))
    return chance.sample(sorted(words), min(len(words), count))


def command(program):
    """How a build is run, which needs a runtime, and a published program, which brings its own."""
    return ["dotnet", str(program)] if program.suffix == ".dll" else [str(program)]


class Server:
    def __init__(self, program, folder, database, port):
        settings = ["--Library:Transcripts", folder, "--Library:Database", database, "--RateLimit:PermitsPerMinute", "0", "--urls", f"http://127.0.0.1:{port}"]
        self.port = port
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [*command(program), *map(str, settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=program.parent)

    def elapsed(self):
        return time.monotonic() - self.began

    def get(self, path):
        """Status and body; status 0 while nobody listens."""
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        except OSError:
            if self.process.poll() is not None:
                sys.exit(f"The program ended with {self.process.returncode}.")
            return 0, b""
        finally:
            connection.close()

    def until(self, path, holds=lambda body: True):
        while True:
            status, body = self.get(path)
            if status == 200 and holds(body):
                return body
            time.sleep(0.01)

    def status(self, name):
        """A figure of /proc/PID/status, in MB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{name}:\s+(\d+) kB", text, re.M)[1]) / 1024

    def written(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/io").read_text()
        figures = {name: int(value) for name, value in re.findall(r"^(\w+): (\d+)", text, re.M)}

        # What was truncated away before it went to the disk was never written.
        return figures["write_bytes"] - figures["cancelled_write_bytes"]

    def processor(self):
        """Seconds of all its threads."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def first_start(program, folder, database, port):
    server = Server(program, folder, database, port)
    try:
        listed = json.loads(server.until("/api/v1/episodes?pageSize=1", lambda body: json.loads(body)["total"] > 0))
        slug = listed["items"][0]["slug"]
        episode = json.loads(server.until(f"/api/v1/episodes/{urllib.parse.quote(slug)}"))
        text = " ".join(paragraph["text"] for turn in episode["turns"] for paragraph in turn["paragraphs"] if not paragraph["sponsor"])
        word = max(re.findall(r"\w+", text), key=len)
        server.until(f"/api/v1/search?q={urllib.parse.quote(word)}", lambda body: json.loads(body)["total"] > 0)
        first = server.elapsed()
        server.until("/health/ready")
        ready = server.elapsed()
        peak, written, processor = server.status("VmHWM"), server.written(), server.processor()
    finally:
        server.stop()
    return {
        "first start: first episode can be read and found, s": first,
        "first start: everything is stored, s": ready,
        "first start: processor time until then, s": processor,
        "bytes written per byte of database": written / database.stat().st_size,
        "peak memory of the import, MB": peak,
        "database, MB": database.stat().st_size / 2**20,
    }


def restart(program, folder, database, port, words):
    server = Server(program, folder, database, port)
    try:
        server.until("/")
        page = server.elapsed()
        began = time.monotonic()
        server.until(f"/search?q={words[0]}")
        search = time.monotonic() - began
        server.until("/health/ready")
        ready, processor = server.elapsed(), server.processor()
        times = []
        for word in words[1:]:
            began = time.monotonic()
            server.until(f"/search?q={word}")
            times.append((time.monotonic() - began) * 1000)
        memory = server.status("VmRSS")
    finally:
        server.stop()
    return {
        "restart: first page, s": page,
        "restart: ready, s": ready,
        "restart: first search, s": search,
        "restart: processor time of these three, s": processor,
        "words not asked before, p50, ms": statistics.median(times),
        "words not asked before, p95, ms": statistics.quantiles(times, n=20)[18],
        f"memory after {len(words)} searches, MB": memory,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--episodes", type=int, nargs="+", default=[5000])
    parser.add_argument("--program", type=pathlib.Path, nargs="+", default=[PROGRAM])
    parser.add_argument("--searches", type=int, default=500)
    parser.add_argument("--port", type=int, default=5990)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, help="a directory for the library and the databases; a temporary one else")
    options = parser.parse_args()
    if options.work:
        pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
    work = pathlib.Path(tempfile.mkdtemp(prefix="podcast-insights-start-", dir=options.work))
    names = ["before", "after"] if len(options.program) == 2 else [program.parent.name for program in options.program]
    try:
        for episodes in options.episodes:
            folder = work / f"library-{episodes}"
            size = make_library(options.folder, folder, episodes, options.seed)
            words = words_of(folder, options.searches, options.seed)
            databases = [work / f"{episodes}-{number}.db" for number in range(len(names))]
            figures = [{} for _ in names]
            for measure in (first_start, lambda *given: restart(*given, words)):
                for program, database, found in zip(options.program, databases, figures):
                    found.update(measure(program.resolve(), folder, database, options.port))
            print(f"\n| {episodes} episodes, {size / 2**20:.0f} MB | {' | '.join(names)} |\n|---|{'--:|' * len(names)}")
            for what in figures[0]:
                print(f"| {what} | {' | '.join(f'{found[what]:.2f}' for found in figures)} |", flush=True)
            shutil.rmtree(folder)
            for database in databases:
                database.unlink()
    finally:
        shutil.rmtree(work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
