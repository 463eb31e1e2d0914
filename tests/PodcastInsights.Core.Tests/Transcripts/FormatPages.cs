using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>
/// Runs the examples of <c>docs/formats/*.md</c>: a block <c>transcript</c>, then a block <c>turns</c> with what is read from it.
/// </summary>
public sealed class FormatPages
{
    // The archive's page has examples of whole episodes: see DocumentedExamples.
    internal static readonly ITranscriptFormat[] Formats = [.. TranscriptReader.Formats.Where(format => format.Name != "archive")];

    // Labelled speech has a page for each of the usual ways to write labels.
    private static readonly (string Page, string Format)[] Pages =
    [
        .. Formats.Select(format => (format.Name, format.Name)),
        ("bold", "labelled"), ("timed", "labelled"), ("plain", "labelled"), ("sayit", "labelled"),
        ("front-matter", "labelled"),
    ];

    public static TheoryData<string, string, int> Examples()
    {
        var examples = new TheoryData<string, string, int>();
        foreach (var (page, format) in Pages)
        {
            for (var i = 0; i < Read(page).Count; i++)
            {
                examples.Add(page, format, i);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_a_format_page_reads_as_the_page_says(string page, string format, int example)
    {
        var (transcript, turns) = Read(page)[example];

        var draft = Formats.Single(candidate => candidate.Name == format).Parse(new SourceText("example.txt", transcript));

        Assert.Equal(turns, DraftText.Of(draft));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_a_format_page_is_recognised_as_that_format(string page, string format, int example)
    {
        var source = new SourceText("example.txt", Read(page)[example].Transcript);

        var votes = Formats
            .OrderByDescending(candidate => candidate.Vote(source).Share)
            .Select(candidate => (candidate.Name, candidate.Vote(source).Share))
            .ToList();

        Assert.Equal(format, votes[0].Name);
        Assert.True(votes[0].Share >= 0.5, $"{votes[0].Share}");

        // A format that explains every line stands first where another does so too.
        Assert.True(votes[1].Share < votes[0].Share || votes[0].Share == 1, $"{votes[1]}");
    }

    [Fact]
    public void Every_format_has_a_page_with_examples() => Assert.All(Pages, page => Assert.NotEmpty(Read(page.Page)));

    [Theory]
    [InlineData("It was a quiet Tuesday. Nobody noticed, and the calendar held until noon.\n\nThen it broke.")]
    [InlineData(
        "# Notes\n\nNote: this is no transcript.\n\n- one: two\n- **three:** four\n\n"
        + "See https://example.org/a:b at 12:30 (or 13:45).\n")]
    [InlineData("")]
    [InlineData("\n \n\t\n")]
    public void Prose_is_no_transcript_of_any_format(string text)
    {
        var source = new SourceText("notes.md", text);

        Assert.All(Formats, format => Assert.True(format.Vote(source).Share < 0.1, $"{format.Name} {format.Vote(source).Share}"));
    }

    internal static List<(string Transcript, string Turns)> Read(string format)
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "formats", format + ".md")).ReplaceLineEndings("\n");
        var examples = new List<(string, string)>();
        var rest = page;
        while (Block(ref rest, "transcript") is { } transcript)
        {
            examples.Add((transcript, Block(ref rest, "turns") ?? "no turns"));
        }

        return examples;
    }

    private static string? Block(ref string rest, string kind)
    {
        var fence = $"\n```{kind}\n";
        var start = rest.IndexOf(fence, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += fence.Length;
        var end = rest.IndexOf("\n```", start, StringComparison.Ordinal) + 1;
        var block = rest[start..end];
        rest = rest[(end + 3)..];
        return block;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PodcastInsights.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the project's folder.");
        }

        return folder.FullName;
    }
}
