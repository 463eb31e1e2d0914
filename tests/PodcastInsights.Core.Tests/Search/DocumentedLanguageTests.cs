using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search;

/// <summary>Runs the examples of <c>docs/search.md</c>.</summary>
public sealed class DocumentedLanguageTests
{
    internal static readonly string[] Document = File.ReadAllLines(PathOfDocument());

    private static readonly SampleIndex Index = new(Document
        .SkipWhile(static line => line != "```turns").Skip(1).TakeWhile(static line => line != "```")
        .Select(static line => line.Split(" | "))
        .Select(static parts => new SampleTurn(
            parts[1],
            parts[2].Replace("ad: ", "", StringComparison.Ordinal),
            parts[2].StartsWith("ad: ", StringComparison.Ordinal),
            parts[0] == "5"))
        .ToList());

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        var rows = Document.Where(static line => line.StartsWith("| `", StringComparison.Ordinal));
        foreach (var cells in rows.Select(static line => line.Split(" |")))
        {
            examples.Add(cells[0].Trim('|', ' ', '`'), cells[1].Trim());
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_documented_query_finds_what_the_document_says(string typed, string turns) =>
        Assert.Equal(turns, string.Join(' ', Index.Find(typed).Order()));

    [Fact]
    public void The_document_has_its_examples() => Assert.True(Examples().Count > 30);

    private static string PathOfDocument([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "search.md");
}
