using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PodcastInsights.Benchmarks;

/// <summary>
/// Lucene.Net with its English analyser (stems, no stop words), BM25, stored texts and a snippet marked by that analyser.
/// </summary>
internal sealed class LuceneEngine(string folder) : ISearchEngine
{
    private const int SnippetLength = 240;

    private readonly string path = Path.Combine(folder, "lucene");
    private readonly EnglishAnalyzer analyzer = new(LuceneVersion.LUCENE_48, Lucene.Net.Analysis.Util.CharArraySet.Empty);
    private FSDirectory? directory;
    private DirectoryReader? reader;
    private IndexSearcher? searcher;

    public string Name => "lucene";

    public double FillSeconds { get; private set; }

    public Task BuildAsync(Corpus corpus)
    {
        var started = TimeProvider.System.GetTimestamp();
        directory = FSDirectory.Open(path);
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() };
        using (var writer = new IndexWriter(directory, settings))
        {
            foreach (var passage in corpus.Passages)
            {
                writer.AddDocument(
                    [new StringField("speaker", passage.Speaker, Field.Store.YES), new TextField("text", passage.Text, Field.Store.YES)]);
            }

            writer.ForceMerge(1);
        }

        FillSeconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        return OpenAsync();
    }

    public Task OpenAsync()
    {
        directory ??= FSDirectory.Open(path);
        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        return Task.CompletedTask;
    }

    public long IndexBytes() =>
        new DirectoryInfo(path)
            .EnumerateFiles()
            .Where(static file => file.Extension is not (".fdt" or ".fdx"))
            .Sum(static file => file.Length);

    public Answer Search(BenchmarkQuery query)
    {
        var printed = Print(query);
        var collector = TopScoreDocCollector.Create(20, docsScoredInOrder: true);
        searcher!.Search(printed, collector);
        var hits = collector.GetTopDocs();
        var wanted = new HashSet<Term>();
        searcher.Rewrite(printed).ExtractTerms(wanted);
        var words = wanted.Where(static term => term.Field == "text").Select(static term => term.Text).ToHashSet(StringComparer.Ordinal);
        var top = new List<string>(20);
        var length = 0;
        foreach (var hit in hits.ScoreDocs)
        {
            var text = searcher.Doc(hit.Doc).Get("text", System.Globalization.CultureInfo.InvariantCulture);
            top.Add(hit.Doc.ToString(System.Globalization.CultureInfo.InvariantCulture));
            length += text.Length + Snippet(text, words).Length;
        }

        return new Answer(hits.TotalHits, top, length);
    }

    public void Dispose()
    {
        reader?.Dispose();
        directory?.Dispose();
        analyzer.Dispose();
    }

    private string Snippet(string text, HashSet<string> words)
    {
        var snippet = new System.Text.StringBuilder();
        using var tokens = analyzer.GetTokenStream("text", text);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        var offset = tokens.AddAttribute<IOffsetAttribute>();
        tokens.Reset();
        var at = -1;
        while (tokens.IncrementToken() && snippet.Length < SnippetLength)
        {
            var match = words.Contains(term.ToString());
            if (at < 0 && !match)
            {
                continue;
            }

            at = at < 0 ? offset.StartOffset : at;
            snippet
                .Append(text, at, offset.StartOffset - at)
                .Append(match ? "<b>" : "")
                .Append(text, offset.StartOffset, offset.EndOffset - offset.StartOffset)
                .Append(match ? "</b>" : "");
            at = offset.EndOffset;
        }

        tokens.End();
        return snippet.ToString();
    }

    private Query Print(BenchmarkQuery query)
    {
        switch (query.Kind)
        {
            case QueryKind.Prefix:
                return new PrefixQuery(new Term("text", query.Words[0]))
                {
                    MultiTermRewriteMethod = MultiTermQuery.SCORING_BOOLEAN_QUERY_REWRITE,
                };
            case QueryKind.Phrase:
                var phrase = new PhraseQuery();
                foreach (var word in query.Words.SelectMany(Stems))
                {
                    phrase.Add(new Term("text", word));
                }

                return phrase;
            default:
                var all = new BooleanQuery();
                foreach (var word in query.Words.SelectMany(Stems))
                {
                    all.Add(new TermQuery(new Term("text", word)), Occur.MUST);
                }

                if (query.Speaker is { } speaker)
                {
                    all.Add(new ConstantScoreQuery(new TermQuery(new Term("speaker", speaker))), Occur.MUST);
                }

                return all;
        }
    }

    private List<string> Stems(string word)
    {
        var stems = new List<string>();
        using var tokens = analyzer.GetTokenStream("text", word);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            stems.Add(term.ToString());
        }

        tokens.End();
        return stems;
    }
}
