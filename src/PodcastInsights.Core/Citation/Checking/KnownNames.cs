using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Finds names of the library's speakers in a text.</summary>
internal sealed class KnownNames(IReadOnlyList<SearchSpeaker> speakers)
{
    // A text of up to this many words may be a part of a name: "Ada", "Quill".
    private const int MostWordsOfPart = 3;

    private readonly Lazy<List<(string Name, string Folded)>> names = new(() => [.. speakers.Select(static speaker => (speaker.Name, Fold(speaker.Name)))]);

    /// <summary>The longest speaker name among the words; or the words themselves, where they are part of a name; else null.</summary>
    public string? In(ReadOnlySpan<ComparedWord> words)
    {
        var text = Join(words);
        var (found, length) = ((string?)null, 0);
        foreach (var (name, folded) in names.Value)
        {
            if (folded.Length > length && text.Contains(folded, StringComparison.Ordinal))
            {
                (found, length) = (name, folded.Length);
            }
        }

        return found is null && words.Length is > 0 and <= MostWordsOfPart && names.Value.Exists(name => name.Folded.Contains(text, StringComparison.Ordinal))
            ? text.Trim()
            : found;
    }

    private static string Fold(string name)
    {
        var words = new List<ComparedWord>();
        ComparedWord.Read(name, 0, 0, words);
        return Join([.. words]);
    }

    /// <summary>Joins words with a space before and after each, so that only whole words match.</summary>
    private static string Join(ReadOnlySpan<ComparedWord> words) =>
        words.IsEmpty ? "" : $" {string.Join(' ', words.ToArray().Select(static word => word.Folded))} ";
}
