#!/usr/bin/env python3
"""Measures how names and titles are found in a running server, by its own library.

    finding.py URL [FOLDER]

FOLDER is the library that the server shows; with it, what the files call themselves (front matter, first heading) is
measured too, where the library has an episode of that title. Prints one line for each measure and ends with 1 where one
misses its mark:

    completion   three letters of each word of a name or title: the right one among the first three      >= 95 %, p95 <= 20 ms
    title        an episode's title shows the episode on top                                             >= 98 %
    slip         the same with one letter inserted, dropped or changed, or two swapped                   >= 95 %
    name         a speaker's name, and the name with a slip, shows the speaker on top                    >= 98 %, >= 95 %

Voices that a machine has named ("Speaker 3") are nobody's names, and names of two characters or three letters are too near
to others for a slip to tell: both are left out.
"""
import json, pathlib, random, re, sys, time, unicodedata, urllib.parse, urllib.request

SAMPLE = 100


def get(url, path, **query):
    address = f"{url}{path}?{urllib.parse.urlencode(query)}"
    with urllib.request.urlopen(address) as answer:
        return json.load(answer)


def is_long(text):
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= (3 if any(map(is_han, letters)) else 4)


def is_han(letter):
    return unicodedata.name(letter, "").startswith("CJK UNIFIED")


def three_letters(text):
    """Three letters of each word; of a run of Chinese characters, the first three."""
    words = [re.sub(r"^\W+", "", word) for word in text.split()]
    return " ".join(word[:3] for word in words if word)


def slip(text, chance):
    """The text with one slip of the finger, in a letter: another number is another thing."""
    places = [i for i, letter in enumerate(text) if letter.isalpha()]
    at = chance.choice(places)
    kind = chance.choice("idcs")
    other = "的" if is_han(text[at]) else chance.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != text[at].lower()])
    if kind == "s" and at + 1 < len(text) and text[at + 1].isalpha() and text[at + 1].lower() != text[at].lower():
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return {"i": text[:at] + other + text[at:], "d": text[:at] + text[at + 1 :]}.get(kind, text[:at] + other + text[at + 1 :])


def everything(url):
    episodes, page = [], 1
    while True:
        answer = get(url, "/api/v1/episodes", page=page, pageSize=100)
        episodes += answer["items"]
        if page * 100 >= answer["total"]:
            return episodes
        page += 1


def titles_in(folder):
    """What the files call themselves."""
    for file in sorted(pathlib.Path(folder).rglob("*.md")):
        head = file.read_text(encoding="utf-8", errors="replace")[:2000]
        found = re.search(r"^title:\s*['\"]?(.+?)['\"]?\s*$", head, re.M) or re.search(r"^# (.+)$", head, re.M)
        if found:
            yield found.group(1).strip()


def share(name, right, least, extra=""):
    value = sum(right) / max(1, len(right))
    print(f"{name:<22} {value:6.1%} of {len(right)}  (>= {least:.0%}) {extra}")
    return value >= least


def main():
    url = sys.argv[1].rstrip("/")
    chance = random.Random(16)
    episodes = everything(url)
    by_title = {}
    for episode in episodes:
        for title in episode["titles"].values():
            by_title.setdefault(title, set()).add(episode["slug"])
    if len(sys.argv) > 2:
        files = list(titles_in(sys.argv[2]))
        print(f"{sum(title in by_title for title in files)} of {len(files)} titles in the files are titles in the library")
    people = {}
    for episode in chance.sample(episodes, min(60, len(episodes))):
        for speaker in get(url, f"/api/v1/episodes/{urllib.parse.quote(urllib.parse.unquote(episode['slug']))}")["speakers"]:
            if not urllib.parse.unquote(speaker["slug"]).startswith(urllib.parse.unquote(episode["slug"]) + "-"):
                people[speaker["name"]] = speaker["slug"]

    titles = chance.sample(sorted(by_title), min(SAMPLE, len(by_title)))
    names = chance.sample(sorted(people), min(SAMPLE, len(people)))
    missed = []

    times, right = [], []
    for wanted, slugs in [(t, by_title[t]) for t in titles[: SAMPLE // 2]] + [(n, {people[n]}) for n in names[: SAMPLE // 2]]:
        typed = three_letters(wanted)
        begun = time.perf_counter()
        answer = get(url, "/api/v1/suggest", q=typed)
        times.append(time.perf_counter() - begun)
        first = [one["slug"] for one in answer["speakers"][:3] + answer["episodes"][:3]][:3]
        right.append(bool(slugs & set(first)))
        if not right[-1]:
            missed.append(f"completion: {typed} -> {first}, wanted {slugs}")
    p95 = sorted(times)[int(len(times) * 0.95) - 1] * 1000
    good = share("completion", right, 0.95, f"p95 {p95:.1f} ms (<= 20)") and p95 <= 20

    for what, kind, all_of, slugs_of in (
        ("title", "episode", titles, by_title), ("name", "speaker", names, {name: {slug} for name, slug in people.items()})):
        for form, least in (("", 0.98), (" with a slip", 0.95)):
            right = []
            for wanted in (one for one in all_of if not form or is_long(one)):
                typed = slip(wanted, chance) if form else wanted
                named = get(url, "/api/v1/search", q=typed, pageSize=1)["named"]
                right.append(any(one["slug"] in slugs_of[wanted] for one in named if one["kind"] == kind))
                if not right[-1]:
                    missed.append(f"{what}{form}: {typed} -> {[one['name'] for one in named]}, wanted {wanted}")
            good &= share(what + form, right, least)

    print(*missed[:40], sep="\n")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
