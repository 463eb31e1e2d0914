#!/usr/bin/env python3
"""Damages the database of a running program and looks at what its readers get and whether it comes back.

Each round starts the program the way a service manager does (again whenever it ends with another exit code than 0), waits until all episodes are
there, damages the database file in one way while readers ask, and waits until all episodes are there again. No answer may be
500 or hold a stack trace. Needs python3 alone; the program must be built.

    tests/scripts/damage.py [--rounds 3] [--port 6180] [--program src/PodcastInsights.Web/bin/Debug/net10.0/PodcastInsights.Web.dll]

Prints a line for each kind of damage; ends with 1 where an answer was wrong or the program did not come back.
"""
import argparse
import collections
import http.client
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EPISODES = 30
PATIENCE = 60
PAGES = ["/", "/zh/", "/episodes/episode-{n}", "/zh/episodes/episode-{n}", "/search?q=turn+{n}", "/zh/search?q=held+{n}", "/api/v1/episodes",
         "/api/v1/episodes/episode-{n}", "/api/v1/search?q=version+{n}", "/api/v1/suggest?q=day", "/sitemap.xml?page=1"]


def overwrite(database, chance, share):
    """Random bytes over a share of the pages, from a random place on; the first page stays."""
    size = database.stat().st_size
    with open(database, "r+b") as file:
        file.seek(4096 + int(chance.random() * (1 - share) * (size - 4096)))
        file.write(chance.randbytes(int(share * (size - 4096))))


def cut(database, chance):
    with open(database, "r+b") as file:
        file.truncate(int(database.stat().st_size * chance.random()))


def delete(database, _):
    database.unlink()


def delete_log(database, _):
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def replace(database, _):
    database.with_name("other").write_bytes(b"Dear diary, " * 5000)
    database.with_name("other").replace(database)


DAMAGES = {
    "all overwritten": lambda database, chance: overwrite(database, chance, 1),
    "a tenth overwritten": lambda database, chance: overwrite(database, chance, 0.1),
    "cut off": cut,
    "deleted": delete,
    "log deleted": delete_log,
    "replaced by a text": replace,
}


class Program:
    """The program, started again whenever it ends by itself."""

    def __init__(self, command, log):
        self.command, self.log, self.codes, self.stopping = command, log, [], False
        self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        threading.Thread(target=self.keep, daemon=True).start()

    def keep(self):
        while True:
            self.codes.append(self.process.wait())
            if self.stopping or self.codes[-1] == 0:
                return
            self.process = subprocess.Popen(self.command, stdout=self.log, stderr=subprocess.STDOUT)

    def stop(self):
        self.stopping = True
        self.process.terminate()
        self.process.wait()


def ask(port, path):
    """Status and words of an answer; None while nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def is_whole(port):
    ready, listed = ask(port, "/health/ready"), ask(port, "/api/v1/episodes")
    return bool(ready and listed and ready[0] == listed[0] == 200 and json.loads(listed[1])["total"] == EPISODES)


def wait_until_whole(port):
    """False where it did not come to pass."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE:
        if is_whole(port):
            return True
        time.sleep(0.1)
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--port", type=int, default=6180)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "src/PodcastInsights.Web/bin/Debug/net10.0/PodcastInsights.Web.dll")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="podcast-insights-damage-"))
    folder, database = work / "library", work / "data" / "library.db"
    folder.mkdir()
    for number in range(EPISODES):
        said = "".join(f"**{'Ada Quill' if turn % 2 else 'Bo Marsh'}:** Version {number} of turn {turn} held for {turn + 1} days.\n\n" for turn in range(200))
        (folder / f"Episode {number}.md").write_text(f"# Episode {number}\n\n{said}", encoding="utf-8")
    command = ["dotnet", str(options.program), "--urls", f"http://127.0.0.1:{options.port}", "--Library:Transcripts", str(folder), "--Library:Database", str(database)]
    failed = False
    with open(work / "log", "wb") as log:
        for kind, damage in DAMAGES.items():
            statuses, codes, longest = collections.Counter(), [], 0.0
            for _ in range(options.rounds):
                program = Program(command, log)
                failed |= not wait_until_whole(options.port)
                for path in PAGES:
                    ask(options.port, path.format(n=0))
                began = time.monotonic()
                damage(database, chance)
                for path in PAGES * 3:
                    got = ask(options.port, path.format(n=chance.randrange(EPISODES)))
                    statuses[got[0] if got else "no answer"] += 1
                    failed |= bool(got) and (got[0] == 500 or "   at " in got[1] or str(work) in got[1])
                failed |= not wait_until_whole(options.port)
                longest = max(longest, time.monotonic() - began)

                # Where readers met no damage, as what they asked for was in memory, an import is the next to look.
                (folder / "Episode 0.md").write_text((folder / "Episode 0.md").read_text(encoding="utf-8") + "**Ada Quill:** More.\n\n", encoding="utf-8")
                time.sleep(2)
                failed |= not wait_until_whole(options.port)
                program.stop()
                codes += program.codes[:-1]
            print(f"{kind}: answers {dict(statuses)}, ended by itself {codes}, whole again within {longest:.1f} s")
    if failed:
        print(f"FAILED; see {work}")
        return 1
    shutil.rmtree(work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
