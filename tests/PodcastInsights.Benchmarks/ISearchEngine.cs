namespace PodcastInsights.Benchmarks;

/// <param name="Total">Of all that matches.</param>
/// <param name="Top">Keys of the best, best first.</param>
/// <param name="SnippetLength">Of all snippets together, in characters: what is made must be used.</param>
internal readonly record struct Answer(int Total, IReadOnlyList<string> Top, int SnippetLength);

/// <summary>An engine with the corpus in it. Answers with the best twenty: their texts, marked snippets and the exact total.</summary>
internal interface ISearchEngine : IDisposable
{
    string Name { get; }

    /// <summary>Fills the index, and opens it.</summary>
    Task BuildAsync(Corpus corpus);

    /// <summary>Opens an index that was filled before, as a program does when it starts.</summary>
    Task OpenAsync();

    /// <summary>Seconds in which the index alone was filled.</summary>
    double FillSeconds { get; }

    /// <summary>Of the index alone, without the texts, in bytes.</summary>
    long IndexBytes();

    Answer Search(BenchmarkQuery query);
}
