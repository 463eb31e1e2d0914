using System.Buffers;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Analysis;

namespace PodcastInsights.Core.Importing.Relating;

/// <summary>
/// Counts the marks of an episode. Words in titles, takeaways and the like count several times. Of the spoken text a sample spread over the
/// whole is counted. In scripts without spaces, pairs of characters are counted.
/// </summary>
internal sealed class SubjectReader
{
    /// <summary>Bytes of a body's tokens that are counted: half an hour of talk.</summary>
    private const int MostSaid = 24_000;

    private const int WeightOfHeads = 4;

    /// <summary>Shortest word that counts, in bytes. Most shorter words are articles, prepositions and the like.</summary>
    private const int ShortestWord = 3;

    private readonly Dictionary<uint, int> counts = new(2048);
    private readonly HashSet<uint> names = [];
    private readonly IndexedText text = new();

    public static EpisodeSubject Read(
        EditionMerge merge, IEnumerable<string> names, IReadOnlyList<TopicRow> topics, IReadOnlyList<BodyRecord> bodies)
    {
        var reader = new SubjectReader();
        foreach (var name in names)
        {
            reader.LeaveOut(name);
        }

        foreach (var head in HeadsOf(merge))
        {
            reader.AddHead(head);
        }

        foreach (var body in bodies)
        {
            reader.AddSpeech(body.Documents);
        }

        return EpisodeSubject.Of(
        [
            .. bodies.Select(LanguageOf).Distinct().Select(language => new SubjectMark(HashOf($"language {language}"), SubjectMark.Language)),
            .. topics.Select(topic => new SubjectMark(HashOf($"topic {topic.Slug}"), SubjectMark.Topic)),
            .. reader.counts.Where(word => word.Value > 1 && !reader.names.Contains(word.Key))
                .Select(word => new SubjectMark(word.Key, (byte)Math.Min(SubjectMark.MostSaid, word.Value))),
        ]);
    }

    private static IEnumerable<string> HeadsOf(EditionMerge merge) =>
    [
        .. merge.Summary.Titles.Values,
        .. merge.Summary.Topics,
        merge.Detail.Description ?? "",
        .. merge.Editions.SelectMany(edition => edition.File.Takeaways).SelectMany(takeaway => (string[])[takeaway.Heading, takeaway.Text]),
        .. merge.Editions.SelectMany(edition => edition.File.Sections).Select(section => section.Title),
    ];

    /// <summary>The language of most paragraphs, whatever the edition declares.</summary>
    private static string LanguageOf(BodyRecord body) => body.Turns.SelectMany(turn => turn.Paragraphs)
        .CountBy(paragraph => paragraph.Language)
        .OrderByDescending(language => language.Value).ThenBy(language => language.Key, StringComparer.Ordinal)
        .Select(language => language.Key)
        .FirstOrDefault(body.Language);

    // The text has a space, which no word has.
    private static uint HashOf(string mark) => HashOf(Encoding.UTF8.GetBytes(mark));

    private static uint HashOf(ReadOnlySpan<byte> token) => XxHash32.HashToUInt32(token);

    /// <summary>Names of speakers do not count: two people with the same first name have nothing in common.</summary>
    private void LeaveOut(string name)
    {
        text.Clear();
        text.AddParagraph(name);
        Count(text.Utf8, (reader, token) => reader.names.Add(token));
    }

    private void AddHead(string head)
    {
        text.Clear();
        text.AddParagraph(head);
        Count(text.Utf8, static (reader, token) => reader.Add(token, WeightOfHeads));
    }

    private void AddSpeech(IReadOnlyList<DocumentRow> documents)
    {
        var said = documents.Where(document => !document.Sponsor).ToList();
        var bytes = said.Sum(document => (long)document.Tokens.Length);
        var every = (int)(1 + (bytes / MostSaid));
        for (var at = 0; at < said.Count; at++)
        {
            // Of a long body a part of each turn is taken, because there may be one turn only.
            var tokens = said[at].Tokens.Span;
            Count(tokens[..(tokens.Length / every)], static (reader, token) => reader.Add(token, 1));
        }
    }

    private void Add(uint token, int times) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, token, out _) += times;

    /// <param name="tokens">Tokens as in <see cref="IndexedText"/>; the last one may be cut.</param>
    private void Count(ReadOnlySpan<byte> tokens, Action<SubjectReader, uint> count)
    {
        var before = ReadOnlySpan<byte>.Empty;
        var start = 0;
        while (tokens[start..].IndexOf((byte)' ') is >= 0 and var length)
        {
            var token = tokens.Slice(start, length);
            var isCharacter = length is > 1 and <= 4 && token[0] >= 0x80 && Rune.DecodeFromUtf8(token, out _, out var read) == OperationStatus.Done && read == length;
            if (isCharacter)
            {
                if (before.Length > 0)
                {
                    // The two tokens are adjacent, with a space between them.
                    count(this, HashOf(tokens.Slice(start - 1 - before.Length, before.Length + 1 + length)));
                }
            }
            else if (length >= ShortestWord && !char.IsAsciiDigit((char)token[0]))
            {
                count(this, HashOf(One(token)));
            }

            before = isCharacter ? token : default;
            start += length + 1;
        }
    }

    /// <summary>The word without an English plural ending.</summary>
    private static ReadOnlySpan<byte> One(ReadOnlySpan<byte> word) =>
        word.Length > 4 && word[^1] == 's' && word[^2] is not ((byte)'s' or (byte)'u' or (byte)'i') ? word[..^1] : word;
}
