#!/usr/bin/env python3
"""Measures how long a running server takes to show a file that was saved in its folder.

Saves a made-up episode in the folder, once as a new file and then changed, and asks the server every 20 ms until it shows what was saved. The file is
removed in the end. Needs python3 alone.

    tests/scripts/watch.py URL FOLDER [--times 20] [--most 2]

Prints the median and the longest time in seconds; ends with 1 where one took longer than --most.
"""
import argparse
import json
import pathlib
import statistics
import sys
import time
import urllib.error
import urllib.request


def shows(url, word):
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return word in answer.read().decode()
    except urllib.error.HTTPError:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--most", type=float, default=2)
    options = parser.parse_args()
    path = options.folder / "Watched Episode.md"
    url = f"{options.url.rstrip('/')}/api/v1/episodes/watched-episode"
    took = []
    try:
        for number in range(options.times):
            word = f"marker{time.time_ns()}"
            text = "# Watched Episode\n\n" + "".join(f"**{name}:** It held for {turn} days, {word}.\n\n" for turn in range(20) for name in ("Ada Quill", "Bo Marsh"))
            began = time.monotonic()
            path.write_text(text, encoding="utf-8")
            while not shows(url, word):
                time.sleep(0.02)
            took.append(time.monotonic() - began)
    finally:
        path.unlink(missing_ok=True)
    print(json.dumps({"times": len(took), "median": round(statistics.median(took), 2), "longest": round(max(took), 2)}))
    return 1 if max(took) > options.most else 0


if __name__ == "__main__":
    sys.exit(main())
