using CsCheck;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Posting lists made of what they say: by document, the positions.</summary>
internal static class Postings
{
    // Positions near to each other, and such whose differences take one byte, two or three.
    private static readonly Gen<int> Position = Gen.Frequency((9, Gen.Int[0, 12]), (1, Gen.OneOf(Gen.Int[60, 70], Gen.Int[120, 130], Gen.Int[8_190, 8_194], Gen.Int[1_048_570, 1_048_580])));

    /// <summary>Few documents and positions, so that lists meet often.</summary>
    public static Gen<SortedDictionary<int, SortedSet<int>>> Some { get; } = Gen.Select(Gen.Int[1, 8], Position).List[0, 30].Select(static places =>
    {
        var result = new SortedDictionary<int, SortedSet<int>>();
        foreach (var (document, position) in places)
        {
            result.TryAdd(document, []);
            result[document].Add(position);
        }

        return result;
    });

    public static PostingList Of(SortedDictionary<int, SortedSet<int>> places)
    {
        var builder = new PostingListBuilder();
        foreach (var (document, positions) in places)
        {
            foreach (var position in positions)
            {
                builder.Add(position);
            }

            builder.Close(document);
        }

        return builder.Build();
    }

    public static PostingList At(int document, params int[] positions) =>
        Of(new SortedDictionary<int, SortedSet<int>> { [document] = [.. positions] });

    /// <summary>As <c>document: position position</c>, a prime behind those of another form.</summary>
    public static string Print(PostingList list)
    {
        var documents = new List<string>();
        for (var i = 0; i < list.Count; i++)
        {
            var places = new List<int>();
            list.Read(i, places);
            documents.Add($"{list.Documents[i]}: {string.Join(' ', places.Select(static place => $"{place >> 1}{((place & 1) == 0 ? "" : "'")}"))}");
        }

        return string.Join(", ", documents);
    }

    public static string Print(IEnumerable<(int Document, IEnumerable<int> Positions)> expected) => string.Join(
        ", ", expected.Where(static one => one.Positions.Any()).Select(static one => $"{one.Document}: {string.Join(' ', one.Positions)}"));
}
