namespace PodcastInsights.Core.Search.Matching;

/// <summary>What is known of a document beside its words.</summary>
/// <param name="Turn">
/// The store's id of the turn; a turn's own words and the sponsor reads in it are two documents, one after the other.
/// </param>
/// <param name="Episode">Index into <see cref="SearchCorpus.Episodes"/>.</param>
/// <param name="Speaker">Index into <see cref="SearchCorpus.Speakers"/>; -1 where nobody can be named.</param>
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
/// The documents by id, a column for each thing known of them: a search looks at one or two things of very many documents, and
/// those must lie close together. Some ids belong to no document, which then is not <see cref="DocumentTraits.Live"/>.
/// </summary>
public sealed class SearchDocuments
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

    /// <summary>One more than the greatest id; the columns may be longer.</summary>
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

/// <summary>Adds documents, and takes some away, between one state of the index and the next. Not for several threads.</summary>
public sealed class SearchDocumentsBuilder
{
    private DocumentTraits[] traits = [];
    private int[] lengths = [];
    private int[] episodes = [];
    private int[] speakers = [];
    private byte[] languages = [];
    private long[] turns = [];
    private int count;
    private bool traitsAreShared;

    /// <param name="id">Above all that were added before.</param>
    public void Add(int id, in SearchDocument document)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, count);
        if (id >= traits.Length)
        {
            Grow(id + 1);
        }

        traits[id] = document.Traits;
        lengths[id] = document.Length;
        episodes[id] = document.Episode;
        speakers[id] = document.Speaker;
        languages[id] = document.Language;
        turns[id] = document.Turn;
        count = id + 1;
    }

    /// <returns>The length of the document that was there.</returns>
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

    /// <summary>The documents as they are now. What is added later goes behind them, where nobody who holds this looks.</summary>
    public SearchDocuments Build()
    {
        traitsAreShared = true;
        return new SearchDocuments(count, traits, lengths, episodes, speakers, languages, turns);
    }

    private void Grow(int least)
    {
        var size = Math.Max(least, traits.Length * 3 / 2);
        Array.Resize(ref traits, size);
        Array.Resize(ref lengths, size);
        Array.Resize(ref episodes, size);
        Array.Resize(ref speakers, size);
        Array.Resize(ref languages, size);
        Array.Resize(ref turns, size);
        traitsAreShared = false;
    }
}
