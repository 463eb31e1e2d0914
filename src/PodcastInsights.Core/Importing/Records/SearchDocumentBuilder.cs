using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Analysis;

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
}
