#!/usr/bin/env python3
"""Kills imports at random moments and looks at what they leave.

Each round changes some files of a library, starts an import, kills it (SIGKILL) after a random time, and checks the database file:
`pragma integrity_check` and `foreign_key_check` find nothing, and every episode that was stored is there whole, in its old or its new state. Then
an import that is let run must make the library complete. Needs python3 alone; the program must be built.

    tests/scripts/crash.py [--rounds 200] [--episodes 40] [--program src/PodcastInsights.Web/bin/Debug/net10.0/PodcastInsights.Web.dll]

Prints a line of figures; ends with 1 where anything was lost.
"""
import argparse
import collections
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TURNS = 60


def write_episode(folder, number, version):
    """Every turn of an episode says its version, so that a mixture would show."""
    said = "".join(f"**{'Ada Quill' if turn % 2 else 'Bo Marsh'}:** Version {version} of turn {turn} held for {turn + 1} days.\n\n" for turn in range(TURNS))
    path = folder / f"Episode {number}.md"
    path.write_text(f"# Episode {number}\n\n{said}", encoding="utf-8")


def state_of(database):
    """For each episode the versions that its turns say, and how many turns there are; None before the database is made."""
    if not database.exists():
        return None
    connection = sqlite3.connect(database)
    try:
        verdict = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        assert verdict == ["ok"], f"integrity_check: {verdict[:5]}"
        assert not connection.execute("PRAGMA foreign_key_check").fetchall(), "foreign_key_check"
        if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'episode'").fetchone():
            return None
        found = collections.defaultdict(lambda: [set(), 0])
        sql = """
            SELECT episode.slug, paragraph.text
            FROM   episode
            JOIN   body      ON body.episode_id     = episode.id
            JOIN   turn      ON turn.body_id        = body.id
            JOIN   paragraph ON paragraph.turn_id   = turn.id
        """
        for slug, text in connection.execute(sql):
            found[slug][0].add(text.split()[1])
            found[slug][1] += 1
        searched = connection.execute("SELECT coalesce(sum(last_document - first_document + 1), 0) FROM search_run").fetchone()[0]
        turns = sum(count for _, count in found.values())
        assert searched == turns, f"{searched} turns are searched and {turns} are stored"
        words = connection.execute("SELECT count(*) FROM search_text_docsize").fetchone()[0]
        removed = connection.execute("SELECT coalesce(sum(last_document - first_document + 1), 0) FROM search_removal").fetchone()[0]
        assert words == searched + removed, f"the index has words of {words} turns, for {searched} and {removed} that are to be taken out"
        return {slug: (frozenset(versions), count) for slug, (versions, count) in found.items()}
    finally:
        connection.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--episodes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "src/PodcastInsights.Web/bin/Debug/net10.0/PodcastInsights.Web.dll")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="podcast-insights-crash-"))
    folder, database = work / "library", work / "library.db"
    log = work / "library.db-wal"
    folder.mkdir()
    command = ["dotnet", str(options.program), "import", str(folder), "--Library:Database", str(database)]

    def run():
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    versions = {}
    for number in range(options.episodes):
        versions[number] = 0
        write_episode(folder, number, 0)
    began = time.monotonic()
    first = run()
    duration = time.monotonic() - began
    assert first.returncode == 0, first.stdout
    last = state_of(database)
    assert len(last) == options.episodes, f"{len(last)} of {options.episodes} episodes"

    killed, finished, between, lost = 0, 0, 0, []
    longest = 0.4
    for round_number in range(1, options.rounds + 1):
        changed = chance.sample(sorted(versions), max(1, options.episodes // 2))
        for number in changed:
            versions[number] += 1
            write_episode(folder, number, versions[number])
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wrote = None
        if chance.random() < 0.2:
            moment = time.monotonic() + chance.uniform(0, duration)
        else:
            # Starting takes most of the time; what matters is the writing, which the log's growth tells.
            while process.poll() is None and not (log.exists() and log.stat().st_size):
                time.sleep(0.001)
            wrote = time.monotonic()
            moment = wrote + chance.uniform(0, longest)
        try:
            process.wait(timeout=max(0, moment - time.monotonic()))
            finished += 1
            longest = max(0.05, min(longest, time.monotonic() - wrote)) if wrote else longest
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
        try:
            now = state_of(database)
            assert set(now) == set(last), f"episodes lost: {sorted(set(last) - set(now))}"
            for slug, (said, count) in now.items():
                number = int(slug.split("-")[1])
                wanted = {str(version) for version in range(versions[number] + 1)}
                assert count == TURNS and len(said) == 1 and said <= wanted, f"{slug}: {count} turns of versions {sorted(said)}"
            fresh = sum(next(iter(said)) == str(versions[int(slug.split('-')[1])]) for slug, (said, _) in now.items())
            between += options.episodes - len(changed) < fresh < options.episodes
            last = now
        except (AssertionError, sqlite3.Error) as failure:
            lost.append(f"round {round_number}: {failure}")
            break
        if round_number % 20 == 0:
            print(f"{round_number} rounds: {killed} killed, {finished} had ended before, {between} in the midst of writing", file=sys.stderr)

    complete = run()
    final = state_of(database) if not lost else {}
    wrong = [slug for slug, (said, _) in final.items() if said != {str(versions[int(slug.split("-")[1])])}]
    print(f"{killed} imports killed, {between} of them with some episodes written and some not, {finished} ended before; "
          f"{len(lost)} damaged; afterwards {len(final) - len(wrong)} of {options.episodes} episodes up to date, exit code {complete.returncode}")
    for failure in lost:
        print(failure)
    shutil.rmtree(work)
    return 1 if lost or wrong or complete.returncode or len(final) != options.episodes else 0


if __name__ == "__main__":
    sys.exit(main())
