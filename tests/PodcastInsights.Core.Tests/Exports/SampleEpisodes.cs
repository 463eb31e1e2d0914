using CsCheck;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Exports;

/// <summary>Episodes as the store gives them, with names and words that look like the marks of every format.</summary>
internal static class SampleEpisodes
{
    private static readonly Gen<string> Name = Gen.OneOf(
        "Ada Quill", "Bo", "林小明", "L. Körbes-O'Neil, Jr.", "Speaker 2", "MUSIC", "Mireille B. Reece, Psy.D", "Clip from \"Slow\"",
        "dana lunt", "Ada Quill (AQ)", "Q", "The one who never said what he was called", "Bo: again", "**Bo**", "Bo (0:05)", "\"Bo\"",
        "[Bo]", "?", "\\?", "_bo_", "<Bo> & Co", "-", "2");

    internal static readonly Gen<string> Line = Gen.OneOf<string>(
        Gen.OneOf(
            "We shipped on a Tuesday. Nobody noticed, and it held.", "Huh.", "第一句。第二句！然後呢？", "Mixed 中文 and English。Then more.", "12:30",
            "*soft* and `code`", "🙂 𠀀", "Bo:", "Bo: yes", "Ada Quill: I said so.", "Bo (00:01:02):", "(00:01:02):", "[00:01:02] Bo: no",
            "Bo  1:05", "**Bo:** x", "**Bo** (0:05): x", "**Never** again", "# heading", "## Transcript", "### Bo:", "---", "> quoted",
            ">> BO: WELL", "- item", "- Bo: item", "    indented", " \t tabbed", "### a heading", "\\### x", "=== x ===", "(0:05) x", "(no time) x", "():", "[applause]", "\\",
            "\\\\ two", "\\**Bo:** x", "\\> x", "\\(0:05) x", "\\[04:12.50\\] It held.", "[04:12] It held.", "We met \\[04:12] there.",
            "[a](https://example.org/b:c)", "1", "00:00:01,000 --> 00:00:02,000", "00:01.000 --> 00:02.000 x", "WEBVTT", "NOTE x", "STYLE",
            "<v Bo>x</v>", "<b>x</b> &lt; &amp; AT&T a < b", "{\\an8}x", "&amp;amp;", "{\"segments\": []}", "turns: [",
            "Transcribed by https://otter.ai", "Yes. No. Yes. No.", "\"Why?\" she asked. \"Because!\" (laughs) ... well ...",
            "trailing blank "),
        Gen.OneOf(
                "One sentence more to say.", "What of it?", "再說一句。", "Mr. X went on! And on;").Array[3, 12]
            .Select(sentences => string.Join(' ', sentences)));

    // Most texts are one line; a transcript that breaks its lines gives several.
    private static readonly Gen<string> Text = Gen.Frequency<string>(
        (8, Line),
        (2, Line.Array[2, 3].Select(lines => string.Join('\n', lines))),
        (1, Line.Select(line => $"One.\n\n{line}")));

    private static readonly Gen<Timestamp?> Time = Gen.Frequency<Timestamp?>(
        (3, Gen.Const((Timestamp?)null)),
        (3, Gen.Long[0, 20_000].Select(seconds => (Timestamp?)new Timestamp(seconds * 1000))),
        (1, Gen.Long[0, 20_000_000].Select(milliseconds => (Timestamp?)new Timestamp(milliseconds))));

    private static readonly Gen<(string Title, Timestamp? Start)[]> Headings = Gen.Frequency(
        (3, Gen.Const(Array.Empty<(string, Timestamp?)>())),
        (1, Gen.Select(
            Gen.OneOf(
                "How it began", "第一章", "Learning C#", "Bo:", "Bo (0:05):", "**Bo:** x", "(0:05) x", "() x", "(no time) x", "(99:99) x",
                "x (0:05)", "# x", "### x", "x ===", "=== x ===", "=", "> x", "[x]", "\\x", "a --> b", "12:30", "<b>&amp;", "Transcript"),
            Time).Array[1, 2]));

    private static readonly Gen<(
        string? Speaker,
        Timestamp? Start,
        (string Text, Timestamp? Start)[] Paragraphs,
        (int After, string Text)[] Notes,
        (string Title, Timestamp? Start)[] Headings)> Turn = Gen.Select(
        Gen.Frequency<string?>((9, Name.Select(name => (string?)name)), (1, Gen.Const((string?)null))),
        Gen.Select(Time, Gen.Bool),
        Gen.Select(Text, Time).Array[1, 4],
        Gen.Select(Gen.Int[0, 9], Gen.OneOf("applause", "（笑）", "> noted", "[x]", "a --> b")).Array[0, 2],
        Headings,
        (speaker, start, paragraphs, notes, headings) =>
        {
            // As a header gives it, the turn's time is most often that of its first words.
            var turnStart = start.Item2 ? paragraphs[0].Item2 : start.Item1;
            var ordered = notes
                .Select(note => (After: note.Item1 % (paragraphs.Length + 1), Text: note.Item2))
                .OrderBy(note => note.After)
                .ToArray();
            return (speaker, turnStart, paragraphs.Select(paragraph => (paragraph.Item1, paragraph.Item2)).ToArray(), ordered, headings);
        });

    private static readonly Gen<string> Title = Gen.OneOf(
        "Shipping on Tuesdays", "星期二", "Why: \"not\"? # 1", "- [x]: 'y'", "--- ...", "\\n {a: b} 🙂", "null");

    private static readonly Gen<EpisodeSummary> Summary = Gen.Select(
        Gen.Select(Title, Title, Gen.Int[0, 2]).Select(t => t.Item3 switch
        {
            0 => new Dictionary<string, string> { ["en"] = t.Item1 },
            1 => new Dictionary<string, string> { ["zh"] = t.Item1 },
            _ => new Dictionary<string, string> { ["en"] = t.Item1, ["zh"] = t.Item2 },
        }),
        Gen.OneOf<string?>(null, "The Slow Build", "Yes: no"),
        Gen.OneOf<string[]>([], ["shipping"], ["a: b", "日曆", "c, d"]),
        Gen.OneOf<DateOnly?>(null, new DateOnly(2031, 2, 3)),
        Gen.OneOf<int?>(null, 3723),
        Gen.OneOf<string?>(null, "https://www.example.org/watch?v=abc&t=1"),
        (titles, show, topics, date, duration, media) => new EpisodeSummary(
            EpisodeSlug.From("Ada Quill"),
            titles,
            show,
            ["Ada Quill"],
            topics,
            date,
            duration,
            media,
            0,
            0,
            [new EpisodeSource("en", "Ada Quill.md")]));

    public static Gen<Episode> All { get; } = Gen.Select(
        Summary,
        Turn.Array[1, 8],
        Gen.OneOf("en", "zh"),
        Gen.Select(Gen.OneOf<string?>(null, "Ada ships.", "A: \"b\"\nc # d\n---\ne"), Gen.Int[0, 5]),
        Gen.Select(Gen.OneOf("Ship it", "# x", "**Bo:** x", "為什麼？"), Text).Array[0, 2],
        Gen.OneOf<Dictionary<string, string>>([], new() { ["zh"] = "**Ada** ships.\n\n## And\n- more", ["en"] = "> Ada" }),
        (summary, turns, language, described, takeaways, about) =>
        {
            var (description, inferred) = described;
            var parted = turns.Where((turn, i) => i == 0 || turns[i - 1].Speaker != turn.Speaker || turn.Headings.Length > 0).ToList();
            var ids = parted.Select((turn, i) => TurnId.Of(i + 1, turn.Paragraphs[0].Text)).ToList();
            return new Episode(
                summary,
                language,
                about,
                description,
                [],
                [.. takeaways.Select((takeaway, i) => new Takeaway(i + 1, takeaway.Item1, takeaway.Item2.Trim('\n'), null))],
                [],
                [
                    .. parted.Select((turn, i) => new Turn(
                        ids[i],
                        i + 1,
                        turn.Speaker,
                        turn.Speaker is not null && i % 3 == inferred,
                        turn.Start,
                        [.. turn.Paragraphs.Select(p => new Paragraph(p.Text, p.Start, false, language))])),
                ],
                [.. parted.SelectMany((turn, i) => turn.Notes.Select(note => new Note(ids[i], note.After, note.Text)))],
                [
                    .. parted.SelectMany((turn, i) => turn.Headings.Select(heading => (heading.Title, heading.Start, Id: ids[i])))
                        .Select((heading, i) => new Section(i + 1, heading.Title, heading.Start, heading.Id)),
                ],
                [],
                [],
                null);
        });
}
