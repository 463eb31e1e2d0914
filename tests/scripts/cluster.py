#!/usr/bin/env python3
"""Kills and freezes the parts of a cluster in turn while readers read and search, and reports what that costs them.

Starts in a temporary folder: a primary of PostgreSQL with two standbys (reached by sockets in that folder), three instances of the program over one folder
of made-up transcripts, and nginx before them, all on free ports of 127.0.0.1. Then, one after the other: a standby frozen, a standby killed, an instance
killed, the primary frozen, the primary killed and a standby promoted; each is put right before the next. Meanwhile one file of the folder
changes every few seconds, and readers ask the proxy and the instances. Needs python3, Linux, Debian's postgresql and nginx; the program must be built,
or published: then it is named without ".dll" and brings its runtime.

    tests/scripts/cluster.py [--program src/PodcastInsights.Web/bin/Release/net10.0/PodcastInsights.Web.dll] [--readers 8] [--seconds 12] [--most-wait 1.0]

Prints for each step the requests, those that failed, the longest wait, beside it the longest wait for an answer that needs no server, which is what the machine
itself costs, and how often a reader of one instance saw an older state after a newer one. Ends with 1 where a request failed, a wait was longer than
--most-wait, or a state went backwards.
"""
import argparse
import glob
import http.client
import os
import pathlib
import pwd
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDS = "harbour lantern kettle ledger plank river seam tide winter yard anchor barley copper drift ember field gravel hinge island juniper".split()
EPISODES = 40
PATIENCE = 30  # seconds until a request counts as not answered


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(what, condition, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    sys.exit(f"{what} took more than {seconds} s")


class Postgres:
    """A server in a folder of its own, run by an unprivileged user."""
    programs = pathlib.Path(sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))[-1])
    user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.getuid() == 0 else []

    def __init__(self, folder, primary=None):
        self.folder = folder
        folder.mkdir()
        if self.user:
            os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
        if primary is None:
            self.run("initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        else:
            self.run("pg_basebackup", "-D", folder / "data", "-h", primary.folder, "-U", "postgres", "-R", "-X", "stream", "--checkpoint=fast", "--no-sync")
        self.start()

    def run(self, program, *arguments):
        subprocess.run([*self.user, self.programs / program, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=self.folder)

    def start(self):
        settings = ["listen_addresses=", "hot_standby_feedback=on", "max_connections=200", "fsync=off"]
        self.process = subprocess.Popen(
            [*self.user, self.programs / "postgres", "-D", self.folder / "data", "-k", self.folder, *(word for setting in settings for word in ("-c", setting))],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder)
        wait_for("PostgreSQL", lambda: self.ask("SELECT 1") == "1")

    def ask(self, sql):
        asked = subprocess.run(["psql", "-h", self.folder, "-U", "postgres", "-Atc", sql], capture_output=True, text=True)
        return asked.stdout.strip() if asked.returncode == 0 else None

    def processes(self):
        return [self.process.pid, *(int(path.split("/")[2]) for path in glob.glob("/proc/[0-9]*/stat") if parent_of(path) == self.process.pid)]

    def signal(self, number):
        for process in self.processes():
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass
        if number == signal.SIGKILL:
            self.process.wait()

    def follow(self, primary):
        """Becomes a standby of another server, with a new base backup."""
        if self.process.poll() is None:
            self.signal(signal.SIGKILL)
        shutil.rmtree(self.folder)
        self.__init__(self.folder, primary)


def parent_of(stat):
    try:
        return int(pathlib.Path(stat).read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return None


def command(program):
    """How a build is run, which needs a runtime, and a published program, which brings its own."""
    return ["dotnet", str(program)] if str(program).endswith(".dll") else [str(program)]


class Instance:
    def __init__(self, program, folder, name, servers):
        self.program, self.folder, self.name, self.port = program, folder, name, free_port()
        self.database = "Host=" + ",".join(str(server.folder) for server in servers) + ";Username=postgres;Database=postgres"
        self.start()

    def start(self):
        settings = {"ASPNETCORE_ENVIRONMENT": "Production", "ASPNETCORE_URLS": f"http://127.0.0.1:{self.port}", "RateLimit__PermitsPerMinute": "0",
                    "Library__Transcripts": str(self.folder / "library"), "Library__Database": self.database}
        self.log = open(self.folder / f"{self.name}.log", "ab")
        self.process = subprocess.Popen(command(self.program), env=os.environ | settings, stdout=self.log, stderr=self.log)

    def is_ready(self):
        try:
            return get(self.port, "/health/ready")[0] == 200
        except OSError:
            return False


def get(port, path, headers={}):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.getheader("Served-By")
    finally:
        connection.close()


class Readers:
    """Readers of the proxy, who must always be served, and one of each instance, who sees whether its states rise."""

    def __init__(self, proxy, instances, count):
        self.lock = threading.Lock()
        self.stopped = False
        self.clear()
        self.threads = [threading.Thread(target=self.read, args=(proxy, number)) for number in range(count)]
        self.threads += [threading.Thread(target=self.watch, args=(instance,)) for instance in instances]
        self.threads += [threading.Thread(target=self.idle, args=(instance,)) for instance in instances]
        for thread in self.threads:
            thread.start()

    def clear(self):
        with self.lock:
            self.requests, self.failed, self.longest, self.backwards, self.asleep = 0, [], (0.0, "", ""), 0, 0.0

    def read(self, port, number):
        chance = random.Random(number)
        while not self.stopped:
            path = chance.choice(["/", "/episodes", f"/episodes/talk-{chance.randrange(EPISODES)}", f"/search?q={chance.choice(WORDS)}+{chance.choice(WORDS)}",
                                  f"/api/v1/search?q={chance.choice(WORDS)}", "/speakers"])
            begun, served = time.monotonic(), None
            try:
                status, _, served = get(port, path)
            except (OSError, http.client.HTTPException) as error:
                status = repr(error)
            with self.lock:
                self.requests += 1
                self.longest = max(self.longest, (time.monotonic() - begun, path, served or "nobody"))
                if status != 200:
                    self.failed.append((path, status))

    def watch(self, instance):
        newest, process = -1, instance.process
        while not self.stopped:
            if process is not instance.process:
                newest, process = -1, instance.process
            try:
                found = re.search(rb"clock (\d+)", get(instance.port, "/api/v1/episodes/clock")[1])
            except (OSError, http.client.HTTPException):
                found = None
            if found:
                with self.lock:
                    self.backwards += int(found[1]) < newest
                newest = int(found[1])
            time.sleep(0.1)

    def idle(self, instance):
        """What the machine itself costs: the longest wait for an answer that needs no server."""
        while not self.stopped:
            begun = time.monotonic()
            try:
                get(instance.port, "/health/live")
                with self.lock:
                    self.asleep = max(self.asleep, time.monotonic() - begun)
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.02)

    def stop(self):
        self.stopped = True
        for thread in self.threads:
            thread.join()


class Clock(threading.Thread):
    """Changes one file of the folder every few seconds."""

    def __init__(self, folder):
        super().__init__(daemon=True)
        self.file, self.count, self.stopped = folder / "Clock.md", 0, False
        self.tick()

    def tick(self):
        self.count += 1
        waiting = self.file.with_suffix(".waiting")
        waiting.write_text(f"# Clock\n\n**Ada Quill:** The clock {self.count} struck.\n\n**Bo Marsh:** It did.\n")
        waiting.rename(self.file)

    def run(self):
        while not self.stopped:
            time.sleep(3)
            self.tick()


def write_library(folder):
    folder.mkdir()
    for number in range(EPISODES):
        chance = random.Random(number)
        turns = (f"**{('Ada Quill', 'Bo Marsh')[turn % 2]}:** " + " ".join(chance.choices(WORDS, k=40)) + ".\n\n" for turn in range(40))
        (folder / f"Talk {number}.md").write_text(f"# Talk {number}\n\n" + "".join(turns))


def write_proxy(folder, port, instances):
    servers = "".join(f"server 127.0.0.1:{instance.port} max_fails=1 fail_timeout=1s;" for instance in instances)
    (folder / "nginx.conf").write_text(f"""
        daemon off; error_log {folder}/nginx.log; pid {folder}/nginx.pid;
        events {{ worker_connections 1024; }}
        http {{
            access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
            upstream talks {{ {servers} }}
            server {{
                listen 127.0.0.1:{port};
                location / {{
                    add_header Served-By "$upstream_addr in $upstream_connect_time and $upstream_response_time s" always;
                    proxy_pass http://talks; proxy_connect_timeout 300ms; proxy_next_upstream error timeout http_503;
                    proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host localhost;
                }}
            }}
        }}""")
    return subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--program", default=ROOT / "src/PodcastInsights.Web/bin/Release/net10.0/PodcastInsights.Web.dll")
    arguments.add_argument("--readers", type=int, default=8)
    arguments.add_argument("--seconds", type=float, default=12)
    arguments.add_argument("--most-wait", type=float, default=1.0)
    options = arguments.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pi-cluster-"))
    folder.chmod(0o755)
    write_library(folder / "library")
    clock = Clock(folder / "library")
    servers, instances, proxy, readers = [], [], None, None
    try:
        servers.append(Postgres(folder / "a"))
        servers += [Postgres(folder / name, servers[0]) for name in "bc"]
        instances += [Instance(options.program, folder, f"instance-{number}", servers) for number in range(3)]
        wait_for("Three instances", lambda: all(instance.is_ready() for instance in instances))
        port = free_port()
        proxy = write_proxy(folder, port, instances)
        wait_for("nginx", lambda: subprocess.run(["curl", "-sf", "-o", "/dev/null", f"http://127.0.0.1:{port}/"]).returncode == 0)
        clock.start()
        readers = Readers(port, instances, options.readers)
        time.sleep(options.seconds)  # what is asked first is compiled first
        good = [step(readers, options, *what) for what in steps(servers, instances, clock)]
        sys.exit(0 if all(good) else 1)
    finally:
        if readers:
            readers.stop()
        clock.stopped = True
        for process in [proxy, *(instance.process for instance in instances)]:
            if process:
                process.kill() if process is not proxy else process.terminate()
                process.wait()
        for server in servers:
            server.signal(signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)


def steps(servers, instances, clock):
    def has_written(server):
        seen = server.ask("SELECT version FROM podcast_insights.library_state")
        return lambda: server.ask("SELECT version FROM podcast_insights.library_state") != seen

    def restart():
        instances[0].start()
        wait_for("The instance", instances[0].is_ready)

    yield "nothing", lambda: None, lambda: None
    yield "a standby frozen", lambda: servers[1].signal(signal.SIGSTOP), lambda: servers[1].signal(signal.SIGCONT)
    yield "a standby killed", lambda: servers[1].signal(signal.SIGKILL), servers[1].start
    yield "an instance killed", lambda: (instances[0].process.kill(), instances[0].process.wait()), restart
    yield "the primary frozen", lambda: servers[0].signal(signal.SIGSTOP), lambda: servers[0].signal(signal.SIGCONT)

    def promote():
        servers[0].signal(signal.SIGKILL)
        time.sleep(2)
        written = has_written(servers[1])
        servers[1].ask("SELECT pg_promote()")
        begun = time.monotonic()
        clock.tick()
        wait_for("A write after the promotion", written)
        print(f"  a file that changed then was written {time.monotonic() - begun:.1f} s after the promotion", flush=True)

    yield "the primary killed, a standby promoted", promote, lambda: [server.follow(servers[1]) for server in (servers[0], servers[2])]


def step(readers, options, name, harm, mend):
    readers.clear()
    harm()
    time.sleep(options.seconds)
    mend()
    time.sleep(2)
    with readers.lock:
        good = not readers.failed and readers.longest[0] <= options.most_wait and not readers.backwards
        print(f"{name}: {readers.requests} requests, {len(readers.failed)} failed, longest {readers.longest[0]:.2f} s "
              f"(without a server {readers.asleep:.2f} s), {readers.backwards} backwards"
              + ("" if good else "   <--  {1} by {2}".format(*readers.longest)) + "".join(f"\n  {status} {path}" for path, status in readers.failed[:3]), flush=True)
    return good


if __name__ == "__main__":
    main()
