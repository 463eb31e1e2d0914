using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Completes what is being typed: the last word from the corpus' own, and names of speakers and episodes.</summary>
public static class SearchSuggester
{
    private const int MaxWords = 8;
    private const int MaxNames = 5;

    public static SearchSuggestions Suggest(string typed, SearchCorpus corpus, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var tokens = TokensOf(UnicodeText.WellFormed(typed));
        if (tokens.Count == 0)
        {
            return SearchSuggestions.None;
        }

        // A word that is finished, by the space after it, is not completed.
        var words = char.IsWhiteSpace(typed[^1]) ? [] : vocabulary.StartingWith(tokens[^1], MaxWords);
        return new SearchSuggestions(
            words.Select(static word => word.Text).ToList(),
            corpus.Speakers
                .Where(speaker => Begins(speaker.Name, tokens))
                .Select(static speaker => new SuggestedName(speaker.Name, speaker.Slug))
                .OrderBy(static name => name.Name, StringComparer.Ordinal).Take(MaxNames).ToList(),
            corpus.Episodes
                .Where(episode => episode.Titles.Values.Any(title => Begins(title, tokens)))
                .Select(static episode => new SuggestedName(episode.Title, episode.Slug))
                .DistinctBy(static name => name.Slug)
                .OrderBy(static name => name.Name, StringComparer.Ordinal).Take(MaxNames).ToList());
    }

    /// <summary>Whether the name holds all the words, the last of them perhaps unfinished.</summary>
    private static bool Begins(string name, List<string> words)
    {
        var tokens = TokensOf(name);
        return words[..^1].TrueForAll(tokens.Contains) && tokens.Exists(token => token.StartsWith(words[^1], StringComparison.Ordinal));
    }

    private static List<string> TokensOf(string text)
    {
        var tokens = new List<string>();
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        while (reader.MoveNext())
        {
            tokens.Add(reader.Term.ToString());
        }

        return tokens;
    }
}
