using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>Makes search documents of turns.</summary>
public static class SearchDocumentBuilder
{
    /// <param name="turns">Each with its index in the body.</param>
    /// <param name="takeaways">Turns in which a takeaway begins.</param>
    public static IReadOnlyList<DocumentRow> Build(IEnumerable<(int Index, Turn Turn)> turns, IReadOnlySet<TurnId> takeaways)
    {
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(takeaways);
        var documents = new List<DocumentRow>();
        var text = new IndexedText();
        foreach (var (index, turn) in turns)
        {
            foreach (var sponsor in (ReadOnlySpan<bool>)[false, true])
            {
                text.Clear();
                foreach (var paragraph in turn.Paragraphs)
                {
                    if (paragraph.Sponsor == sponsor)
                    {
                        text.AddParagraph(paragraph.Plain);
                    }
                    else
                    {
                        text.SkipParagraph();
                    }
                }

                if (text.Length > 0)
                {
                    documents.Add(new DocumentRow(index, text.Length, sponsor, takeaways.Contains(turn.Id), text.Utf8.ToArray()));
                }
            }
        }

        return documents;
    }

    /// <summary>Makes the documents of a run once more, of the turns as they were stored.</summary>
    /// <param name="firstTurn">The store's id of the body's first turn.</param>
    /// <param name="turns">All of the body.</param>
    /// <returns>At the index of each document; without words where none are found in its turn.</returns>
    public static IReadOnlyList<DocumentRow> Rebuild(PackedDocuments documents, long firstTurn, IReadOnlyList<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(turns);
        var wanted = documents.Select(document => new DocumentRow(
            (int)(document.Turn - firstTurn),
            document.Length,
            document.Traits.HasFlag(DocumentTraits.Sponsor),
            document.Traits.HasFlag(DocumentTraits.Takeaway),
            ReadOnlyMemory<byte>.Empty)).ToList();
        var found = Build(wanted.Select(static row => row.Turn).Distinct().Select(index => (index, turns[index])), new HashSet<TurnId>())
            .ToDictionary(static row => (row.Turn, row.Sponsor), static row => row.Tokens);
        return wanted.ConvertAll(row => row with { Tokens = found.GetValueOrDefault((row.Turn, row.Sponsor)) });
    }
}
