namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A part of an episode's page beside the transcript.</summary>
internal enum PagePart
{
    /// <summary>The transcript, or a section of it.</summary>
    None,

    Takeaways,
    AboutGuest,

    /// <summary>Links, credits, comments and the like, which are notes.</summary>
    Notes,
}

/// <summary>
/// Reads the parts of a page above and below the transcript: the takeaways and the text about the guest, each under its heading. Every other
/// line there is a note.
/// </summary>
internal sealed class PageParts(EditionDraft draft)
{
    private static readonly (PagePart Part, string[] Titles)[] Headings =
    [
        (PagePart.Takeaways,
            ["Key Takeaways", "Takeaways", "Main Takeaways", "Top Takeaways", "Highlights", "核心要点", "核心要點", "要点", "要點", "本集要点", "本集重点", "本集重點"]),
        (PagePart.AboutGuest, ["About the Guest", "About Our Guest", "About Today's Guest", "关于嘉宾", "關於來賓", "關於嘉賓", "嘉宾介绍", "來賓介紹", "嘉賓介紹"]),
        (PagePart.Notes,
            [
                "Show Notes", "Episode Notes", "Notes", "Links", "Episode Links", "Useful Links", "Related Links", "Resources", "Resources Mentioned", "References", "Sources",
                "Links and Resources", "Further Reading", "Footnotes", "Credits", "Créditos", "Crédits", "Acknowledgements", "Comments", "Related", "Related Episodes", "Subscribe", "Share",
                "Mentioned in this Episode", "Links Mentioned", "Books Mentioned", "Sponsors", "Our Sponsors", "Connect with Us", "About the Host", "About the Show",
                "节目笔记", "節目筆記", "参考资料", "參考資料", "延伸阅读", "延伸閱讀", "相关链接", "相關連結", "赞助商", "贊助商",
            ]),
    ];

    private static readonly Dictionary<string, PagePart> Parts = Headings
        .SelectMany(static row => row.Titles.Select(title => (title, row.Part)))
        .ToDictionary(static pair => pair.title, static pair => pair.Part, StringComparer.OrdinalIgnoreCase);

    /// <summary>The part that the line is the heading of.</summary>
    public static PagePart Of(LabelledLine line) =>
        line.Kind == LineKind.Heading && Heading.TryRead(line.Text, out _, out var title)
            ? Of(title)
            : PagePart.None;

    /// <summary>The part that the title is for.</summary>
    public static PagePart Of(string title) => Parts.GetValueOrDefault(title.Trim(' ', ':', '：', '*', '_').Replace('’', '\''));

    /// <summary>
    /// Reads the list of chapters among the lines above the transcript, where the transcript has times that they can be found by. The lines are
    /// notes as well, because not every chapter has words.
    /// </summary>
    public void ReadChapters(IReadOnlyList<LabelledLine> lines, int to)
    {
        if (draft.Chapters.Count > 0 || !lines.Skip(to).Any(static line => line.Label is { Start: not null } || line.Stamp is { Time: not null }))
        {
            return;
        }

        for (var i = 0; i < to && draft.Chapters.Count == 0; i++)
        {
            if (!lines[i].IsBlank)
            {
                draft.Chapters.AddRange(ChapterLines.At(lines, i, to));
            }
        }
    }

    /// <summary>Reads the parts among the lines from one index up to another.</summary>
    /// <returns>Indexes of the lines that were read.</returns>
    public HashSet<int> Read(IReadOnlyList<LabelledLine> lines, int from, int to)
    {
        var read = new HashSet<int>();
        for (var i = from; i < to; i++)
        {
            var part = Of(lines[i]);
            if (part is not (PagePart.Takeaways or PagePart.AboutGuest))
            {
                continue;
            }

            var end = EndOf(lines, i, to);
            var body = lines.Skip(i + 1).Take(end - i - 1).Where(static line => !line.IsBlank).ToList();
            if (part == PagePart.Takeaways)
            {
                ReadTakeaways(body);
            }
            else if (body.Count > 0)
            {
                var text = string.Join("\n\n", body.Select(static line => line.Text));
                draft.About.TryAdd(TextLanguage.Of(text, "en"), text);
            }

            read.UnionWith(Enumerable.Range(i, end - i));
            i = end - 1;
        }

        return read;
    }

    /// <summary>Index of the next heading that is not below this one.</summary>
    private static int EndOf(IReadOnlyList<LabelledLine> lines, int heading, int to)
    {
        Heading.TryRead(lines[heading].Text, out var level, out _);
        var end = heading + 1;
        while (end < to && !lines[end].IsRule
            && !(lines[end].Kind == LineKind.Heading && Heading.TryRead(lines[end].Text, out var other, out _) && other <= level))
        {
            end++;
        }

        return end;
    }

    /// <summary>Each item of the list is a takeaway; or each heading, with the text below it.</summary>
    private void ReadTakeaways(List<LabelledLine> body)
    {
        for (var i = 0; i < body.Count; i++)
        {
            if (body[i].Kind != LineKind.Heading)
            {
                draft.Takeaways.Add(new DraftTakeaway(null, MarkdownLine.WithoutListMark(body[i].Text), Cut: false, body[i].Number));
                continue;
            }

            Heading.TryRead(body[i].Text, out _, out var heading);
            var text = body.Skip(i + 1).TakeWhile(static line => line.Kind != LineKind.Heading).ToList();
            draft.Takeaways.Add(text.Count == 0
                ? new DraftTakeaway(null, heading, Cut: false, body[i].Number)
                : new DraftTakeaway(heading, string.Join("\n\n", text.Select(static line => line.Text)), Cut: false, body[i].Number));
            i += text.Count;
        }
    }
}
