using System.Buffers;
using System.Globalization;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>
/// Makes example searches from a library's titles, topics and names, and from some passages where these are not enough. The caller tries
/// each one, since it may have no results.
/// </summary>
internal sealed class ExampleWriter(SearchCorpus corpus, Vocabulary vocabulary)
{
    private const int LongestTitle = 40;
    private const int PrefixLength = 5;
    private const int Near = 5;

    private static readonly SearchValues<char> Parting = SearchValues.Create(".,;:!?\"“”()，。；：！？「」、…—–-");

    // Number of latest titles considered.
    private const int TitlesLookedAt = 12;

    /// <summary>Candidates in display order; within one kind or filter, the best first.</summary>
    /// <param name="headed">Word pairs of titles and topics that are also said in turns.</param>
    public IEnumerable<ExampleSearch> Write(IReadOnlyList<HeadingPair> headed, IReadOnlyList<string> passages, string language)
    {
        var distinctive = DistinctiveWords.Of(passages, vocabulary, corpus.LiveCount);
        return
        [
            .. Headed(headed)
                .Concat(passages.Zip(distinctive).SelectMany(pair => Within(pair.First, pair.Second)))
                .Concat(Across(distinctive))
                .OrderBy(static one => one.Kind),
            .. Filters(language),
        ];
    }

    /// <summary>Examples from word pairs. Each kind starts with another pair.</summary>
    private static IEnumerable<ExampleSearch> Headed(IReadOnlyList<HeadingPair> pairs)
    {
        for (var i = 0; i < pairs.Count; i++)
        {
            var (words, phrase, either, without, near) = (Pair(0), Pair(1), Pair(2), Pair(3), Pair(4));
            yield return new(ExampleKind.Words, words.Phrase, [words.First, words.Second]);
            yield return new(ExampleKind.Phrase, $"\"{phrase.Phrase}\"", [phrase.Phrase]);
            if (either.Second != words.Second)
            {
                yield return new(ExampleKind.Or, $"{either.Second} OR {words.Second}", [either.Second, words.Second]);
            }

            yield return new(ExampleKind.Not, $"{without.Second} -{without.First}", [without.Second, without.First]);
            yield return Beginning(Pair(2).First.Length > PrefixLength + 1 ? Pair(2).First : Pair(2).Second);
            yield return Beside(near.First, near.Second);

            HeadingPair Pair(int kind) => pairs[(i + kind) % pairs.Count];
        }
    }

    private static ExampleSearch Beside(string first, string second) => new(
        ExampleKind.Near, string.Create(CultureInfo.InvariantCulture, $"NEAR({first} {second}, {Near})"), [first, second]);

    private static ExampleSearch Beginning(string word)
    {
        var beginning = word[..Math.Min(word.Length, PrefixLength)];
        return new(ExampleKind.Prefix, $"{beginning}*", [beginning]);
    }

    /// <summary>Examples whose words are all in one passage.</summary>
    private static IEnumerable<ExampleSearch> Within(string passage, List<DistinctiveWord> words)
    {
        var pairs = words.Take(6).SelectMany((first, i) => words.Take(6).Skip(i + 1).Select(second => (First: first, Second: second)))
            .Where(static pair => Math.Abs(pair.First.At - pair.Second.At) > 1 && pair.First.Text != pair.Second.Text)
            .Select(static pair => pair.First.At < pair.Second.At ? pair : (First: pair.Second, Second: pair.First))
            .ToList();
        foreach (var (first, second) in pairs.Take(1))
        {
            yield return new(ExampleKind.Words, $"{first.Text} {second.Text}", [first.Text, second.Text]);
        }

        foreach (var (first, second) in pairs.Where(static pair => pair.Second.At - pair.First.At <= Near).Take(1))
        {
            yield return Beside(first.Text, second.Text);
        }

        foreach (var phrase in words.Select(word => PhraseAt(passage, word)).OfType<string>().Take(1))
        {
            yield return new(ExampleKind.Phrase, $"\"{phrase}\"", [phrase]);
        }

        foreach (var word in words.Where(static word => word.Text.Length > PrefixLength + 1).Take(1))
        {
            yield return Beginning(word.Text);
        }
    }

    /// <summary>Examples with words of two passages.</summary>
    private static IEnumerable<ExampleSearch> Across(List<List<DistinctiveWord>> passages)
    {
        foreach (var (first, other) in passages.Zip(passages.Skip(1)))
        {
            var own = first.Select(static word => word.Text).FirstOrDefault();
            var second = other.Select(static word => word.Text).FirstOrDefault(text => first.TrueForAll(word => word.Text != text));
            if (own is not null && second is not null)
            {
                yield return new(ExampleKind.Or, $"{own} OR {second}", [own, second]);
                yield return new(ExampleKind.Not, $"{own} -{second}", [own, second]);
            }
        }
    }

    /// <summary>The word with one or two adjacent words, as written; null where punctuation separates them.</summary>
    private static string? PhraseAt(string passage, DistinctiveWord word)
    {
        var end = word.Start + word.Length;
        var reader = new TokenReader(passage.AsSpan(end), stackalloc char[TokenReader.MaxLength]);
        var phrase = (string?)null;
        for (var more = 0; more < 2 && reader.MoveNext(); more++)
        {
            var between = passage.AsSpan(end)[..reader.Start];
            if (between.TrimEnd().ContainsAny(Parting) || reader.Kind == TokenKind.Sign)
            {
                break;
            }

            phrase = passage[word.Start..(end + reader.End)];
        }

        return phrase?.Contains('\n', StringComparison.Ordinal) == true ? null : phrase;
    }

    private IEnumerable<ExampleSearch> Filters(string language)
    {
        var names = corpus.Names;
        var choices = corpus.Lists.Choices;
        var newest = names.Statistics.EpisodesThere.Max(static episode => episode.PublishedOn);
        foreach (var field in FilterField.All)
        {
            IEnumerable<string> values = field.Offers switch
            {
                FilterOffer.Speakers => names.Speakers.Heaviest(2).Select(static name => name.Name),
                FilterOffer.Guests => names.Guests.Heaviest(2).Select(static name => name.Name),
                FilterOffer.Episodes => names.Episodes.Heaviest(TitlesLookedAt).Select(static name => name.Name)
                    .OrderBy(static title => title.Length > LongestTitle),
                FilterOffer.Topics => names.Topics.Heaviest(2).Select(static name => name.Name),
                _ => field.Name switch
                {
                    "before" or "year" => choices.Years.Select(static year => year.ToString(CultureInfo.InvariantCulture)),
                    "after" => newest is { } day ? [day.ToString("yyyy-MM", CultureInfo.InvariantCulture)] : [],
                    "lang" => corpus.Languages.OrderBy(code => code == language),
                    _ => [field.Example],
                },
            };
            foreach (var value in values.Where(static value => value.Length > 0))
            {
                yield return new(ExampleKind.Filter, FilterSyntax.Write(field.Name, value)[(field.Name.Length + 1)..], [], field);
            }
        }
    }
}
