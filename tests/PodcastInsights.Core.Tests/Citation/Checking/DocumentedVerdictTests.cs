using System.Runtime.CompilerServices;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Runs the examples of <c>docs/checking.md</c>.</summary>
public sealed class DocumentedVerdictTests
{
    private static readonly string[] Document = File.ReadAllLines(PathOfDocument());

    private static readonly SampleIndex Index = new(Document
        .SkipWhile(static line => line != "```turns").Skip(1).TakeWhile(static line => line != "```")
        .Select(static line => line.Split(" | "))
        .Select(static parts => new SampleTurn(
            parts[1],
            parts[2].Replace("ad: ", "", StringComparison.Ordinal),
            parts[2].StartsWith("ad: ", StringComparison.Ordinal)))
        .ToList());

    public static TheoryData<string, string?, string, string, string> Examples()
    {
        var examples = new TheoryData<string, string?, string, string, string>();
        var rows = Document.Where(static line => line.StartsWith("| `", StringComparison.Ordinal));
        foreach (var cells in rows.Select(static line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            examples.Add(
                cells[1].Trim('`').Replace('⏎', '\n'), cells[2].Length == 0 ? null : cells[2], cells[3], cells[4], cells[5]);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_documented_quotation_is_judged_as_the_document_says(
        string text, string? speaker, string verdict, string turns, string cautions)
    {
        var report = Index.Check(text, speaker);
        var places = report.Quotations.SelectMany(static quotation => quotation.Places).ToList();
        Assert.Equal(
            (verdict, turns, cautions),
            (Name(report.Verdict),
                string.Join(' ', places.Select(static place => string.Join('+', place.Turns.Select(static turn => turn.Number)))),
                string.Join(' ', places.SelectMany(static place => place.Cautions).Distinct()).ToLowerInvariant()));
    }

    [Fact]
    public void The_document_has_its_examples() => Assert.True(Examples().Count > 45);

    private static string Name(QuotationVerdict verdict) =>
        verdict == QuotationVerdict.NotFound ? "not-found" : verdict.ToString().ToLowerInvariant();

    private static string PathOfDocument([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "docs", "checking.md");
}
