using System.Collections;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// The attributes of a run's documents in one value, some five bytes each: after a restart all of them are read before the first search.
/// First come the distinct speakers and languages, then the documents, which refer to them by index.
/// </summary>
public sealed class PackedDocuments : IEnumerable<SearchDocument>
{
    private readonly byte[] bytes;
    private readonly int start;

    /// <param name="bytes">Made by <see cref="PackedDocumentsBuilder.Build"/>.</param>
    public PackedDocuments(byte[] bytes)
    {
        this.bytes = bytes;
        var reader = new PackedReader(bytes);
        Speakers = Texts(ref reader);
        Languages = Texts(ref reader);
        start = reader.At;
    }

    public IReadOnlyList<string> Speakers { get; }

    public IReadOnlyList<string> Languages { get; }

    /// <param name="firstTurn">Store id of the body's first turn; those of the others are consecutive.</param>
    public static byte[] Pack(BodyRecord body, long firstTurn)
    {
        ArgumentNullException.ThrowIfNull(body);
        var builder = new PackedDocumentsBuilder();
        foreach (var document in body.Documents)
        {
            var turn = body.Turns[document.Turn];
            var traits = (document.Sponsor ? DocumentTraits.Sponsor : 0) | (document.Takeaway ? DocumentTraits.Takeaway : 0);
            builder.Add(firstTurn + document.Turn, turn.Speaker, turn.Language, document.Length, traits);
        }

        return builder.Build();
    }

    /// <summary>
    /// The documents in order of id. <see cref="SearchDocument.Speaker"/> and <see cref="SearchDocument.Language"/> are indices into the
    /// lists of this run; <see cref="SearchDocument.Episode"/> is not set.
    /// </summary>
    public Enumerator GetEnumerator() => new(bytes, start);

    IEnumerator<SearchDocument> IEnumerable<SearchDocument>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string[] Texts(ref PackedReader reader)
    {
        var texts = new string[reader.Number()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.Text();
        }

        return texts;
    }

    /// <summary>Enumerates the documents without allocating.</summary>
    public struct Enumerator : IEnumerator<SearchDocument>
    {
        private readonly byte[] bytes;
        private int at;

        internal Enumerator(byte[] bytes, int at) => (this.bytes, this.at) = (bytes, at);

        public SearchDocument Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            var reader = new PackedReader(bytes, at);
            if (reader.IsAtEnd)
            {
                return false;
            }

            var turn = Current.Turn + reader.LongNumber();
            var speaker = reader.Number() - 1;
            Current = new SearchDocument(turn, -1, speaker, reader.Number(), reader.Byte(), (DocumentTraits)reader.Byte());
            at = reader.At;
            return true;
        }

        readonly void IEnumerator.Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>Packs the documents of one run, in the order of their ids.</summary>
internal sealed class PackedDocumentsBuilder
{
    private readonly List<string> speakers = [];
    private readonly List<string> languages = [];
    private readonly List<(long Turn, int Speaker, int Length, byte Language, DocumentTraits Traits)> documents = [];

    /// <param name="turn">Store id of the turn; not less than that of the document before.</param>
    /// <param name="speaker">As the body names them; null where nobody can be named.</param>
    /// <param name="length">In tokens.</param>
    public void Add(long turn, string? speaker, string language, int length, DocumentTraits traits) => documents.Add((
        turn,
        speaker is null ? -1 : IndexOf(speakers, speakers.IndexOf(speaker), speaker),
        length,
        (byte)IndexOf(languages, languages.IndexOf(language), language),
        traits));

    public byte[] Build()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(speakers.Count);
        speakers.ForEach(writer.Write);
        writer.Write7BitEncodedInt(languages.Count);
        languages.ForEach(writer.Write);
        var last = 0L;
        foreach (var (turn, speaker, length, language, traits) in documents)
        {
            writer.Write7BitEncodedInt64(turn - last);
            writer.Write7BitEncodedInt(speaker + 1);
            writer.Write7BitEncodedInt(length);
            writer.Write(language);
            writer.Write((byte)traits);
            last = turn;
        }

        writer.Flush();
        return bytes.ToArray();
    }

    private static int IndexOf<T>(List<T> items, int found, T item)
    {
        if (found < 0)
        {
            items.Add(item);
        }

        return found < 0 ? items.Count - 1 : found;
    }
}
