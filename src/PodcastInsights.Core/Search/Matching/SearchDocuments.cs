namespace PodcastInsights.Core.Search.Matching;

/// <summary>Attributes of a search document.</summary>
/// <param name="Turn">The store's id of the turn. A turn's own words and its sponsor reads are two adjacent documents.</param>
/// <param name="Episode">Index into <see cref="SearchCorpus.Episodes"/>.</param>
/// <param name="Speaker">Index into <see cref="SearchCorpus.Speakers"/>; -1 for an unknown speaker.</param>
/// <param name="Length">In tokens.</param>
/// <param name="Language">Index into <see cref="SearchCorpus.Languages"/>.</param>
public readonly record struct SearchDocument(long Turn, int Episode, int Speaker, int Length, byte Language, DocumentTraits Traits);

[Flags]
public enum DocumentTraits : byte
{
    None = 0,
    Live = 1,
    Sponsor = 2,

    /// <summary>A takeaway begins in the turn.</summary>
    Takeaway = 4,
}

/// <summary>
/// The attributes of all documents, in columns indexed by id: a search reads one or two attributes of very many documents, which should be
/// contiguous. Some ids belong to no document, and are not <see cref="DocumentTraits.Live"/>.
/// </summary>
internal sealed class SearchDocuments
{
    internal SearchDocuments(
        int count, DocumentTraits[] traits, int[] lengths, int[] episodes, int[] speakers, byte[] languages, long[] turns)
    {
        Count = count;
        Traits = traits;
        Lengths = lengths;
        Episodes = episodes;
        Speakers = speakers;
        Languages = languages;
        Turns = turns;
    }

    /// <summary>The greatest id plus one; the arrays may be longer.</summary>
    public int Count { get; }

    /// <inheritdoc cref="SearchDocument.Turn"/>
    public long TurnOf(int id) => Turns[id];

    /// <inheritdoc cref="SearchDocument.Episode"/>
    public int EpisodeOf(int id) => Episodes[id];

    internal DocumentTraits[] Traits { get; }

    internal int[] Lengths { get; }

    internal int[] Episodes { get; }

    internal int[] Speakers { get; }

    internal byte[] Languages { get; }

    internal long[] Turns { get; }
}

/// <summary>Adds and removes documents between two versions of the index. Not thread-safe.</summary>
internal sealed class SearchDocumentsBuilder
{
    private DocumentTraits[] traits = [];
    private int[] lengths = [];
    private int[] episodes = [];
    private int[] speakers = [];
    private byte[] languages = [];
    private long[] turns = [];
    private int count;
    private bool traitsAreShared;
    private bool speakersAreShared;

    /// <summary>The greatest id added plus one.</summary>
    public int Count => count;

    /// <summary>Makes room for the ids below one, at once: growing step by step would copy everything several times.</summary>
    public void Reserve(int end)
    {
        if (count == 0 && end > traits.Length)
        {
            Resize(end);
        }
    }

    /// <param name="id">Greater than all ids added before.</param>
    public void Add(int id, in SearchDocument document)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, count);
        if (id >= traits.Length)
        {
            Resize(Math.Max(id + 1, traits.Length * 3 / 2));
        }

        traits[id] = document.Traits;
        lengths[id] = document.Length;
        episodes[id] = document.Episode;
        speakers[id] = document.Speaker;
        languages[id] = document.Language;
        turns[id] = document.Turn;
        count = id + 1;
    }

    /// <returns>Length of the removed document.</returns>
    public int Remove(int id)
    {
        if (traitsAreShared)
        {
            traits = [.. traits];
            traitsAreShared = false;
        }

        traits[id] = DocumentTraits.None;
        return lengths[id];
    }

    /// <summary>Changes the speaker of a document.</summary>
    public void Assign(int id, int speaker)
    {
        if (speakersAreShared && speakers[id] != speaker)
        {
            speakers = [.. speakers];
            speakersAreShared = false;
        }

        speakers[id] = speaker;
    }

    /// <summary>A snapshot. Later additions go after its end, in arrays that it may share.</summary>
    public SearchDocuments Build()
    {
        traitsAreShared = true;
        speakersAreShared = true;
        return new SearchDocuments(count, traits, lengths, episodes, speakers, languages, turns);
    }

    private void Resize(int size)
    {
        Array.Resize(ref traits, size);
        Array.Resize(ref lengths, size);
        Array.Resize(ref episodes, size);
        Array.Resize(ref speakers, size);
        Array.Resize(ref languages, size);
        Array.Resize(ref turns, size);
        traitsAreShared = false;
        speakersAreShared = false;
    }
}
