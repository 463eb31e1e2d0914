using BenchmarkDotNet.Attributes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Benchmarks;

/// <summary>What one search is made of, apart from the index: reading the query, analysing a text, cutting a snippet.</summary>
[MemoryDiagnoser]
public class SearchPieces
{
    private static readonly string English = string.Concat(Enumerable.Repeat(
        "The workshop opened late, and nobody had brought a lantern. We don't mind, said the weaver. ", 8));
    private static readonly string Chinese = string.Concat(Enumerable.Repeat("工坊開得很晚，沒有人帶燈籠。織布的人說我們不介意。", 16));
    private readonly TermMarker marker = new(
        [new TermPattern([new TokenForms(["lantern"])]), new TermPattern([new TokenForms(["weaver", "weavers"])])]);

    private readonly string typed = "lantern \"said the weaver\" -workshop speaker:\"Ada Byron\" after:2023";
    private readonly IndexedText text = new();

    [Benchmark]
    public SearchQuery ParseQuery() => SearchQuery.Parse(typed);

    [Benchmark]
    public int AnalyseEnglish() => Analyse(English);

    [Benchmark]
    public int AnalyseChinese() => Analyse(Chinese);

    [Benchmark]
    public IReadOnlyList<SnippetPart> CutSnippet() => SnippetCutter.Cut(English, marker);

    private int Analyse(string paragraph)
    {
        text.Clear();
        text.AddParagraph(paragraph);
        return text.Length;
    }
}
