#!/usr/bin/env python3
"""Reads and searches a running server for a while and reports its memory before and after.

Takes the addresses from the server itself: episodes, turns, speakers, and words of their titles to search for. Needs python3 alone and Linux, as
memory is read from /proc.

    tests/scripts/soak.py URL PID [--seconds 60] [--clients 8] [--most-growth 64]

Prints requests, failures, slowest answer, and the resident memory before and after in MiB; ends with 1 where an answer was 500 or
memory grew by more than --most-growth MiB after a warm-up of half the time, in which the answers that are kept (at most 100 MiB) fill their room.
"""
import argparse
import json
import pathlib
import random
import re
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request


def resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def get(url):
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def addresses(url):
    found = ["/", "/zh/", "/episodes", "/status", "/api/v1/episodes", "/nothing"]
    listing = json.loads(get(f"{url}/api/v1/episodes?pageSize=100")[1])["items"]
    words = set()
    for item in listing[:30]:
        episode = json.loads(get(f"{url}/api/v1/episodes/{item['slug']}")[1])
        found += [f"/episodes/{item['slug']}", f"/zh/episodes/{item['slug']}", f"/api/v1/episodes/{item['slug']}"]
        found += [f"/episodes/{item['slug']}/turns/{turn['id']}" for turn in episode["turns"][:10]]
        found += [f"/speakers/{speaker['slug']}" for speaker in episode["speakers"]]
        for turn in episode["turns"][:20]:
            words.update(turn["paragraphs"][0]["text"].split()[:12])
    words = sorted(words)
    return found, words


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("pid", type=int)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--most-growth", type=float, default=64)
    options = parser.parse_args()
    url = options.url.rstrip("/")
    pages, words = addresses(url)
    counts, failures, slowest = [0] * options.clients, [], [0.0] * options.clients
    end = time.monotonic() + options.seconds

    def client(number):
        chance = random.Random(number)
        while time.monotonic() < end:
            if words and chance.random() < 0.5:
                query = " ".join(chance.sample(words, min(len(words), chance.randint(1, 3))))
                path = chance.choice(["/search?q=", "/zh/search?q=", "/api/v1/search?q="]) + urllib.parse.quote(query)
            else:
                path = chance.choice(pages)
            began = time.monotonic()
            status, _ = get(url + path)
            slowest[number] = max(slowest[number], time.monotonic() - began)
            counts[number] += 1
            if status >= 500:
                failures.append(f"{status} {path}")

    threads = [threading.Thread(target=client, args=(number,)) for number in range(options.clients)]
    start = resident(options.pid)
    for thread in threads:
        thread.start()
    time.sleep(options.seconds / 2)
    warm = resident(options.pid)
    for thread in threads:
        thread.join()
    after = resident(options.pid)
    print(f"{sum(counts)} requests in {options.seconds:.0f} s, {len(failures)} failed, slowest {max(slowest):.2f} s; "
          f"memory {start:.0f} MiB at the start, {warm:.0f} MiB when warm, {after:.0f} MiB at the end")
    for failure in failures[:10]:
        print(failure)
    return 1 if failures or after - warm > options.most_growth else 0


if __name__ == "__main__":
    sys.exit(main())
