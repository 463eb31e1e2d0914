#!/usr/bin/env python3
"""Does to a server of its own what strangers may do to it, and reports what that costs others.

Starts the program on a made-up library in a temporary folder and a free port of 127.0.0.1, and talks to nothing else. One does not read its answer;
requests differ in packing, letters and parameters; hosts and paths are odd; many ask and do not read, from one address and from many; many ask for
searches and leave. After each the others must be served at once, with their own answer, and the memory stays bounded. Needs python3 alone and Linux, as
memory and time are read from /proc; the program must be built.

    tests/scripts/abuse.py [--program src/PodcastInsights.Web/bin/Release/net10.0/PodcastInsights.Web.dll] [--short] [--most-mib 1024]

--short takes a fifth of the connections. Ends with 1 where anything falls short.
"""
import argparse
import http.client
import os
import pathlib
import random
import re
import resource
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = "harbour lantern kettle ledger plank river seam tide winter yard anchor barley copper drift ember field gravel hinge island juniper".split()
EPISODES = 24
PATIENCE = 15  # seconds until a request counts as not answered


class Server:
    def __init__(self, program, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log_file = folder / "log"
        self.log = open(self.log_file, "wb")
        settings = {"ASPNETCORE_ENVIRONMENT": "Production", "ASPNETCORE_URLS": f"http://127.0.0.1:{self.port}", "Library__Transcripts": str(folder / "library"),
                    "Library__Database": str(folder / "library.db"), "Proxy__Trusted": "127.0.0.250"}
        self.process = subprocess.Popen(["dotnet", str(program)], env=os.environ | settings, stdout=self.log, stderr=self.log)

    def ready(self):
        for _ in range(600):
            try:
                if self.get("/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        sys.exit(f"The program did not become ready:\n{self.log_file.read_text()[-2000:]}")

    def get(self, path, client="127.0.0.1", method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE, source_address=(client, 0))
        try:
            connection.putrequest(method, path, skip_accept_encoding=True, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def ask(self, path, client="127.0.0.1", encoding="identity"):
        """Asks with a small window, and does not read."""
        one = socket.socket()
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        one.settimeout(PATIENCE)
        one.bind((client, 0))
        one.connect(("127.0.0.1", self.port))
        one.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Encoding: {encoding}\r\n\r\n".encode())
        return one

    def resident(self):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024

    def processor(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Report:
    def __init__(self):
        self.short = 0

    def say(self, right, what):
        self.short += not right
        print(("right  " if right else "WRONG  ") + what, flush=True)


def write_library(folder):
    draw = random.Random(1)
    folder.mkdir()
    for number in range(EPISODES):
        turns = (f"**{'Ada Quill' if turn % 2 else 'Bo Lantern'}:** " + " ".join(draw.choices(WORDS, k=60)).capitalize() + ".\n" for turn in range(800))
        (folder / f"Talk {number}.md").write_text("\n".join(turns), encoding="utf-8")


def timed(act):
    started = time.monotonic()
    return act(), time.monotonic() - started


def unread(server, report):
    for path in ("/episodes/talk-1", "/zh/episodes/talk-2", "/api/v1/episodes/talk-3", "/api/v1/episodes/talk-4/export/json", "/search?q=harbour", "/site.css"):
        held = [server.ask(path, encoding=encoding) for encoding in ("identity", "gzip, deflate, br")]
        time.sleep(0.2)
        (status, _, body), seconds = timed(lambda: server.get(path, Accept_Encoding="gzip, deflate, br"))
        report.say(status == 200 and len(body) > 500 and seconds < 2, f"behind one who does not read {path}: {status} after {seconds:.2f} s")
        for one in held:
            one.close()


def packings(server, report):
    wanted = {"*": "br", "BR, gzip": "br", "br;q=0, gzip": "gzip", "br;q=0": None, "gzip;q=0, *": "br", "x-br, gzip": "gzip", "brotli": None, None: None}
    wrong = []
    for round_ in range(3):
        order = list(wanted.items())
        random.Random(round_).shuffle(order)
        for accepted, packing in order:
            _, headers, _ = server.get(f"/episodes/talk-{5 + round_}", **({"Accept_Encoding": accepted} if accepted else {}))
            if headers.get("content-encoding") != packing:
                wrong.append(f"{accepted!r} was given {headers.get('content-encoding')}")
    report.say(not wrong, f"each is given a packing that it takes {'; '.join(wrong)}")


def addresses(server, report):
    for first, second, must, mustnt in (
        ("/zH/episodes/talk-8", "/zh/episodes/talk-8", b'<html lang="zh', b"/zH"),
        ("/EPISODES", "/episodes", b'rel="canonical"', b"/EPISODES"),
        ("/episodes/talk-8?utm=1", "/episodes/talk-8", b'rel="canonical"', b"utm"),
    ):
        server.get(first)
        body = server.get(second)[2]
        report.say(must in body and mustnt not in body, f"{second} is its own after {first}")
    tag = server.get("/episodes/talk-8")[1]["etag"]
    statuses = [server.get(path, If_None_Match=tag)[0] for path in ("/episodes/talk-8", "/episodes/nobody", "/nothing", "/api/v1/episodes/nobody")]
    report.say(statuses == [304, 404, 404, 404], f"a current tag is asked with: {statuses}")
    spent = server.processor()
    for number in range(200):
        server.get(f"/episodes/talk-8?x={number}&utm_source={number}")
    spent = (server.processor() - spent) / 200
    report.say(spent < 0.005, f"parameters that the page does not know: {spent * 1000:.1f} ms of processor each")


def odd(server, report):
    wrong = []
    for path, host in [(p, h) for p in ("/", "/health/live", "/api/v1/episodes", "/site.css") for h in ("xn--", "a.xn--.b", "a..b", "a" * 300, "a:99999", "\"<script>")]:
        status, _, body = server.get(path, Host=host)
        if status != 400 or b"Exception" in body:
            wrong.append(f"{path} of {host[:12]!r}: {status}")
    for part in ("a%2500b", "%2500", "%25250a", "a%250d%250ab", "%25" * 40, "%ED%A0%80", "%C0%AE", "..%2f..%2f", "\\", "a;b", "%7Fb"):
        for place in ("/{}", "/episodes/{}", "/zh/episodes/{}", "/speakers/{}", "/topics/{}", "/episodes/talk-1/turns/{}", "/cards/{}/1-a.png", "/api/v1/episodes/{}", "/api/{}", "/error/{}", "/openapi/{}"):
            status, headers, body = server.get(place.format(part))
            if status not in (400, 404) or b"Exception" in body or (headers.get("content-length") != "0" and "content-security-policy" not in headers):
                wrong.append(f"{place.format(part)}: {status}")
    for scheme in ("javascript", "HTTPS", "data", "https, javascript", "\u00e9".encode().decode("latin-1")):
        status, _, body = server.get("/episodes/talk-9", client="127.0.0.250", X_Forwarded_Proto=scheme)
        if status not in (200, 400) or b"javascript:" in body or b"data:" in body or b"HTTPS:" in body:
            wrong.append(f"scheme {scheme!r}: {status}")
    report.say(not wrong, f"odd hosts, paths and schemes end in 400 or 404 {'; '.join(wrong[:5])}")


def silent(server, report, count, clients, what):
    """Many that ask, for different pages, and read nothing; others are served as before, but for what the asking itself costs."""
    others = ("/health/live", "/episodes/talk-1", "/episodes", "/status")
    calm = max(timed(lambda path=path: server.get(path, client="127.0.0.99"))[1] for path in others)
    before, held, ended = server.resident(), [], 0
    for number in range(count):
        language, lang = ("", "/zh")[number % 2], number % EPISODES
        try:
            held.append(server.ask(f"{language}/episodes/talk-{lang}?x={number}", clients[number % len(clients)]))
        except OSError:
            ended += 1
    time.sleep(1)
    waits = [timed(lambda path=path: server.get(path, client="127.0.0.99")) for path in others]
    grown, slowest = server.resident() - before, max(seconds for _, seconds in waits)
    right = all(answer[0] == 200 for answer, _ in waits) and slowest < 2 + 10 * calm and grown < 150 + 0.1 * count
    report.say(right, f"{count} that do not read, from {what}: {grown:.0f} MiB more ({server.resident():.0f} in all), others waited {slowest:.2f} s at most ({calm:.2f} before), {ended} not taken")
    for one in held:
        one.close()


def leaving(server, report, count):
    """Many that ask for what is costly, each for something else, and go. Beside them as many ask for what costs next to nothing, and go."""
    def search(number):
        return "/search?q=" + urllib.parse.quote(" ".join(random.Random(number).choices(WORDS, k=60)) + f" {number}")

    def left(path):
        before = server.processor()
        for number in range(count):
            server.ask(path(number), f"127.0.0.{1 + number % 20}").close()
        _, seconds = timed(lambda: server.get("/episodes/talk-10", client="127.0.0.99"))
        time.sleep(3)
        return server.processor() - before, seconds

    before = server.processor()
    for number in range(10):
        server.get(search(-1 - number))
    whole = (server.processor() - before) / 10 * count
    bare, _ = left(lambda number: f"/nothing-{number}")
    spent, seconds = left(search)

    # A search that is given up at once costs about what a connection costs; what is too cheap to be measured shows nothing.
    report.say(seconds < 4 and (whole < 5 or spent < bare + whole * 3 / 4),
               f"{count} that ask for searches and go: others waited {seconds:.2f} s, {spent:.1f} s of processor where all would be {whole:.1f}, and {bare:.1f} for as many connections")


def crowd(server, report, count):
    """More that is to be rendered than there are places: whoever finds none in time is told when to come back."""
    waiting = [server.ask(f"/search?q={word}+{number}", f"127.0.0.{1 + number % 20}") for number, word in zip(range(count), WORDS * count)]
    statuses = {}
    for one in waiting:
        try:
            status = one.recv(2048)[9:12].decode()
        except OSError:
            status = "none"
        statuses[status] = statuses.get(status, 0) + 1
        one.close()
    report.say(set(statuses) <= {"200", "503"} and statuses.get("200", 0) > 0, f"{count} different searches at once: {statuses}")


def log(server, report):
    text = server.log_file.read_text(errors="replace")
    traces = re.findall(r'"@x":"((?:[^"\\]|\\.)*)', text)
    kinds = {(trace.split(":", 1)[0], re.findall(r"at [^\\]*", trace)[:1] and re.findall(r"at [^\\]*", trace)[0]) for trace in traces}
    failed = text.count('"StatusCode":500')
    report.say(failed == 0 and len(traces) == len(kinds), f"answers of 500: {failed}; stack traces in the log: {len(traces)} of {len(kinds)} kinds")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "src/PodcastInsights.Web/bin/Release/net10.0/PodcastInsights.Web.dll")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--most-mib", type=float, default=1024)
    options = parser.parse_args()
    many = 400 if options.short else 2000
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        write_library(pathlib.Path(folder) / "library")
        server = Server(options.program, pathlib.Path(folder))
        try:
            server.ready()
            unread(server, report)
            packings(server, report)
            addresses(server, report)
            odd(server, report)
            silent(server, report, many, ["127.0.0.1"], "one address")
            silent(server, report, many, [f"127.0.0.{number}" for number in range(2, 42)], "forty addresses")
            leaving(server, report, many // 4)
            crowd(server, report, many // 10)
            log(server, report)
            peak = int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{server.process.pid}/status").read_text())[1]) / 1024
            report.say(server.process.poll() is None and peak < options.most_mib, f"the program runs, and took {peak:.0f} MiB at most")
        finally:
            server.process.terminate()
            server.process.wait(30)
            server.log.close()
    print(f"{report.short} fall short")
    sys.exit(report.short > 0)


if __name__ == "__main__":
    main()
