using PodcastInsights.Core.Search;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Whatever is pasted has an answer, and what it costs does not depend on how it was made.</summary>
public sealed class HostileQuotationTests
{
    private static readonly SampleIndex Index = new(
        [.. Enumerable.Range(0, 200).Select(static turn => new SampleTurn("Ada Quill", string.Join(' ', Enumerable.Repeat("the of and e a 的 的", 40 + turn))))]);

    public static TheoryData<string> Texts =>
    [
        "", " ", "…", "[", "]", "“", "”", "“”", "[]", "[sic]", ":", "—", "Ada Quill:", "— Ada Quill", "Ada Quill", "\uD800", "\uDC00\uD800 the",
        "\0", "the\u00AD", "-\n-", "\u0301\u0301", "１２", "%", "$", ".", ".a", "https://", "&#0;", "&#xD800;", "&amp;amp;",
        Repeated("the "), Repeated("a"), Repeated("e-"), Repeated("的"), Repeated("… the "), Repeated("[the] "), Repeated("“the of” "), Repeated("“"),
        Repeated("‘a b c’ "), Repeated("Ada Quill: "), Repeated("— Ada Quill "), Repeated("the of and e a "), Repeated("the\n\n"), Repeated("1 2 3 "),
        Repeated("one two "), Repeated("10k 5m "), Repeated("million "), Repeated(" "), Repeated("."), Repeated(". "), Repeated("&"), Repeated("the of never "),
        string.Join(' ', Enumerable.Range(1, 200).Select(static length => new string('x', length % 26))),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_text_is_judged(string text)
    {
        foreach (var speaker in new[] { null, "", "Ada", text })
        {
            var report = Index.Check(text, speaker);
            Assert.All(report.Quotations, static quotation => Assert.True(quotation.Places.Count <= CheckedQuotation.MostPlaces));
            Assert.All(
                report.Quotations.SelectMany(static quotation => quotation.Places),
                static place => Assert.True(place.FirstWord >= 1 && (place.Turns.Count > 1 || place.FirstWord <= place.LastWord)));
        }
    }

    private static string Repeated(string text) =>
        string.Concat(Enumerable.Repeat(text, 1 + (QuotationReport.LongestText / text.Length)))[..QuotationReport.LongestText];
}
