#!/usr/bin/env python3
"""Measures PostgreSQL beside SQLite, and beside PostgreSQL's own full-text search, on one library.

Makes a library of --episodes files out of a folder of transcripts, as start.py does, and a server of PostgreSQL in a temporary folder, as cluster.py does.
Imports the library into both engines, by turns; starts a program on each and searches both, by turns, for the same words, pairs, phrases and beginnings, common
and rare; asks PostgreSQL for the same over a table of its own, one row for each turn, with GIN and ts_rank_cd: once for the numbers of the turns alone, and once
for what a reader is shown of them, cut by ts_headline, as the program's answer has it. Last, two instances of the program on two cores beside one on one, over
the same server: with the server and those who ask on the same one core, and on all cores. Needs python3, Linux and Debian's postgresql; the program must be built.

    tests/scripts/engines.py FOLDER [--episodes 470 4700] [--program PodcastInsights.Web.dll] [--rounds 4] [--imports 2] [--work DIRECTORY]

Times are of this machine as busy as it is. Beside each stands the processor time of all processes that work for it, which other programs change little: where the
two ratios disagree, the machine was busy.
"""
import argparse
import collections
import multiprocessing
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

import cluster
import start

TICK = os.sysconf("SC_CLK_TCK")
PER_KIND = 15
WARM_ROUNDS = 50  # not counted: the first reads lists; what is used often is compiled anew, for some thousand searches after the start
WARM_SIZES = 8


def processor(process):
    """Seconds of a process and of its children, those included that have ended; of those of PostgreSQL each is one."""
    total = 0.0
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(path.parent.name) == process:
            total += sum(map(int, fields[11:15])) / TICK
        elif int(fields[1]) == process:
            total += sum(map(int, fields[11:13])) / TICK
    return total


def queries(database):
    """Of each kind some, by the rank of their words."""
    counts, runs = collections.Counter(), []
    with sqlite3.connect(database) as connection:
        for number, (text,) in enumerate(connection.execute("SELECT coalesce(plain, text) FROM paragraph")):
            words = re.findall(r"[a-z]{3,}", text.lower())
            counts.update(words)
            if number % 97 == 0 and re.fullmatch(r"[ -~]+", text) and len(words) > 12:
                runs.append(re.findall(r"[a-z]+", text.lower())[3:6])
    ranked = [word for word, _ in counts.most_common()]
    chance = random.Random(1)
    common, middling, rare = ranked[5:80], ranked[300:1100], ranked[3000:]
    some = lambda words: [chance.choice(words) for _ in range(PER_KIND)]
    yield from (("common", [word]) for word in some(common))
    yield from (("middling", [word]) for word in some(middling))
    yield from (("rare", [word]) for word in some(rare))
    yield from (("two", list(pair)) for pair in zip(some(common), some(middling)))
    yield from (("three", list(three)) for three in zip(some(common), some(common), some(middling)))
    yield from (("phrase", run) for run in some(runs))
    yield from (("beginning", [word[:3]]) for word in some(middling))


def typed(kind, words):
    text = " ".join(words)
    return f'"{text}"' if kind == "phrase" else text + "*" if kind == "beginning" else text


def own(shows, kind, words):
    text = (" <-> " if kind == "phrase" else " & ").join(words) + (":*" if kind == "beginning" else "")
    found = (f"SELECT id, ts_rank_cd(words, query) AS rank, count(*) OVER () AS total, query FROM own, to_tsquery('simple', '{text}') AS query "
             "WHERE words @@ query ORDER BY rank DESC LIMIT 20")
    shown = "rank, total" + (", ts_headline('simple', said.words, query)" if shows else "")
    return f"SELECT id, {shown} FROM ({found}) AS found" + (" JOIN said USING (id) ORDER BY rank DESC;" if shows else ";")


class Connection:
    """To one instance: asks by the bytes, as a client in Python's own library takes a third of the time of a search."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=300)

    def get(self, path):
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        answer = self.socket.recv(1 << 18)
        while b"\r\n\r\n" not in answer:
            answer += self.more()
        head, _, body = answer.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)\r\ncontent-length: (\d+)", head)
        while len(body) < int(length[1]) if length else not body.endswith(b"\r\n0\r\n\r\n"):
            body += self.more()
        if not head.startswith(b"HTTP/1.1 200 "):
            sys.exit(f"{head[:30]} for {path}")

    def more(self):
        return self.socket.recv(1 << 18) or sys.exit("The program closed the connection.")


def address(text, size=20):
    return f"/api/v1/search?pageSize={size}&q={urllib.parse.quote(text)}"


class Web(start.Server):
    def __init__(self, options, folder, database, port):
        super().__init__(options.program.resolve(), folder, database, port)
        self.connection = None

    def search(self, text, size=20):
        path = address(text, size)
        self.connection = self.connection or Connection(self.port)
        begun = time.perf_counter()
        self.connection.get(path)
        return (time.perf_counter() - begun) * 1000


def imports(options, folder, files, server, settings):
    """Both engines by turns; the last store of each is kept."""
    rows = []
    for number in range(options.imports):
        row = []
        for database in (files(number), settings(number)):
            wal = server.ask("SELECT pg_current_wal_lsn()")
            before, begun = processor(server.process.pid) + children(), time.monotonic()
            subprocess.run(["dotnet", options.program.resolve(), "import", folder, "--Library:Database", str(database)], stdout=subprocess.DEVNULL, check=True)
            row += [time.monotonic() - begun, processor(server.process.pid) + children() - before]
        row.append(int(server.ask(f"SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '{wal}')")))
        rows.append(row)
    return [statistics.median(column) for column in zip(*rows)]


def children():
    times = os.times()
    return times.children_user + times.children_system


def copy_turns(database, server):
    """Makes the table that PostgreSQL's own search is asked of: a row for each turn, as the turns themselves are stored in compressed blocks."""
    with sqlite3.connect(database) as connection:
        turns = connection.execute("SELECT turn_id, group_concat(coalesce(plain, text), ' ') FROM paragraph GROUP BY turn_id")
        quoted = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
        rows = "".join(f"{number}\t{words.translate(quoted)}\n" for number, words in turns)
    given = "CREATE TABLE said (id bigint PRIMARY KEY, words text);\nCOPY said FROM STDIN;\n" + rows + "\\.\n" + """
        CREATE TABLE own AS SELECT id, to_tsvector('simple', words) AS words FROM said;
        CREATE INDEX own_words ON own USING gin (words);
        ANALYZE own;
        """
    subprocess.run(["psql", "-q", "-h", server.folder, "-U", "postgres", "-v", "ON_ERROR_STOP=1"], input=given, text=True, check=True, stderr=subprocess.DEVNULL)


def ask_own(server, asked, shows):
    """Milliseconds of each, as psql measures them."""
    given = "\\timing on\n" + "\n".join(own(shows, *query) for query in asked)
    said = subprocess.run(["psql", "-h", server.folder, "-U", "postgres", "-At"], input=given, capture_output=True, text=True, check=True).stdout
    return [float(value) for value in re.findall(r"^Time: ([\d.]+) ms", said, re.M)]


def written(text, number):
    """The same words in small and capital letters, otherwise for each number: an answer that was given once is kept."""
    letters = iter(f"{number:b}"[::-1].ljust(len(text), "0"))
    return "".join(letter.upper() if letter.isalpha() and next(letters) == "1" else letter for letter in text)


def searches(server, webs, asked, rounds, first, size):
    """Of each engine the times of all queries and the processor time of one, in milliseconds."""
    own_server = lambda: processor(server.process.pid)
    ask_web = lambda web, number: [web.search(written(typed(*query), number), size(number)) for query in asked]
    engines = {
        "SQLite": (lambda number: ask_web(webs["SQLite"], number), webs["SQLite"].processor),
        "PostgreSQL": (lambda number: ask_web(webs["PostgreSQL"], number), lambda: webs["PostgreSQL"].processor() + own_server()),
        "own, numbers alone": (lambda number: ask_own(server, asked, False), own_server),
        "own, with passages": (lambda number: ask_own(server, asked, True), own_server),
    }
    if not rounds:
        engines = {name: engine for name, engine in engines.items() if name in webs}
        rounds = WARM_ROUNDS
    times, spent = {name: [] for name in engines}, dict.fromkeys(engines, 0.0)
    for number in range(first, first + rounds):
        for name, (ask, used) in engines.items():
            before = used()
            times[name] += ask(number)
            spent[name] += used() - before
    return times, {name: 1000 * seconds / rounds / len(asked) for name, seconds in spent.items()}


def compare(server, webs, asked, rounds):
    """Warm searches: of which all is in memory, and of which each has one more passage to be read than the one before."""
    searches(server, webs, asked, 0, 0, lambda number: 20 + number % WARM_SIZES)
    shown = 20 + WARM_SIZES - WARM_ROUNDS
    for what, first, size in (("all in memory", WARM_ROUNDS + rounds, lambda number: 20), ("one passage read", WARM_ROUNDS, lambda number: shown + number)):
        times, spent = searches(server, webs, asked, rounds, first, size)
        for name, found in times.items():
            cuts = statistics.quantiles(found, n=20)
            print(f"{what}: {name}: mean {statistics.mean(found):.2f} ms, p50 {statistics.median(found):.2f}, p95 {cuts[18]:.2f}; "
                  f"processor {spent[name]:.2f} ms", flush=True)
        for other in [name for name in times if name != "PostgreSQL"]:
            print(f"{what}: PostgreSQL / {other}: mean {statistics.mean(times['PostgreSQL']) / statistics.mean(times[other]):.3f}, "
                  f"processor {spent['PostgreSQL'] / spent[other]:.3f}", flush=True)


def load(port, asked, seconds, number, cores, count, spent):
    os.sched_setaffinity(0, cores)
    connection, chance, done, before = Connection(port), random.Random(number), 0, time.process_time()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        connection.get(address(written(typed(*chance.choice(asked)), chance.getrandbits(24)), chance.randrange(10, 60)))
        done += 1
    count.value, spent.value = done, time.process_time() - before


def side_by_side(instances, server, asked, cores, seconds=10):
    """Searches in a second; of one, milliseconds of processor time of instances, server and those who ask. The latter two run on the given cores."""
    for process in server.processes():
        os.sched_setaffinity(process, cores)
    counts, asking = [[multiprocessing.Value(kind) for _ in instances for _ in range(2)] for kind in "id"]
    parts = lambda: (sum(web.processor() for web in instances), processor(server.process.pid))
    before, begun = parts(), time.monotonic()
    readers = [multiprocessing.Process(target=load, args=(instances[number % len(instances)].port, asked, seconds, number, cores, *shared))
               for number, shared in enumerate(zip(counts, asking))]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    elapsed, done = time.monotonic() - begun, sum(count.value for count in counts)
    used = [after - then for after, then in zip(parts(), before)] + [sum(spent.value for spent in asking)]
    return done / elapsed, *(1000 * part / done for part in used)


def measure(options, work, episodes):
    folder = work / "library"
    size = start.make_library(options.folder, folder, episodes, 1)
    server = cluster.Postgres(work / "server")
    webs, second = {}, None
    try:
        files = lambda number: work / f"{number}.db"
        settings = lambda number: f"Host={server.folder};Username=postgres;Database=postgres;Search Path=library{number}"
        light, light_spent, heavy, heavy_spent, wal = imports(options, folder, files, server, settings)
        last = options.imports - 1
        with sqlite3.connect(files(last)) as connection:
            paragraphs, text = connection.execute("SELECT count(*), sum(length(CAST(text AS blob))) FROM paragraph").fetchone()
        print(f"\n{episodes} files, {size / 1e6:.1f} MB; {paragraphs} paragraphs, {text / 1e6:.1f} MB of text", flush=True)
        print(f"import: SQLite {light:.1f} s (processor {light_spent:.1f}), PostgreSQL {heavy:.1f} s ({heavy_spent:.1f}): "
              f"{heavy / light:.2f}x ({heavy_spent / light_spent:.2f}x); WAL {wal / 1e6:.1f} MB, {wal / text:.2f}x the text", flush=True)
        asked = list(queries(files(last)))
        for name, database in (("SQLite", files(last)), ("PostgreSQL", settings(last))):
            web = webs[name] = Web(options, folder, database, cluster.free_port())
            web.until("/")
            page, begun = web.elapsed(), time.monotonic()
            web.until(f"/search?q={asked[0][1][0]}")
            print(f"{name}: first page {page:.2f} s after the start, first search {time.monotonic() - begun:.2f} s after it", flush=True)
            web.until("/health/ready")
        copy_turns(files(last), server)
        compare(server, webs, asked, options.rounds)
        webs.pop("SQLite").stop()
        first = webs["PostgreSQL"]
        second = Web(options, folder, settings(last), cluster.free_port())
        second.until("/health/ready")
        for query in asked:
            second.search(typed(*query))
        for core, web in enumerate((first, second)):
            for task in pathlib.Path(f"/proc/{web.process.pid}/task").iterdir():
                os.sched_setaffinity(int(task.name), {core % os.cpu_count()})
        ways = {
            "all on one core": ([first], {0}),
            "one instance on one core, the rest on all": ([first], set(range(os.cpu_count()))),
            "two instances on two, the rest on all": ([first, second], set(range(os.cpu_count()))),
        }
        rates = [[side_by_side(instances, server, asked, cores) for instances, cores in ways.values()] for _ in range(3)]
        middle = [tuple(map(statistics.median, zip(*column))) for column in zip(*rates)]
        for name, (rate, *parts) in zip(ways, middle):
            print(f"{name}: {rate:.0f} searches/s ({middle[-1][0] / rate:.2f}x are those of two); processor time of one: " + ", ".join(
                f"{part} {spent:.2f} ms" for part, spent in zip(("instance", "server", "who asks"), parts)), flush=True)
    finally:
        for web in [*webs.values(), second]:
            if web:
                web.stop()
        server.signal(signal.SIGKILL)
        for path in (folder, server.folder):
            shutil.rmtree(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--episodes", type=int, nargs="+", default=[470])
    parser.add_argument("--program", type=pathlib.Path, default=start.PROGRAM)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--imports", type=int, default=2)
    parser.add_argument("--work", type=pathlib.Path, help="a directory for the library and the stores; a temporary one else")
    options = parser.parse_args()
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
    work = pathlib.Path(tempfile.mkdtemp(prefix="podcast-insights-engines-", dir=options.work))
    work.chmod(0o755)
    try:
        for episodes in options.episodes:
            measure(options, work, episodes)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
