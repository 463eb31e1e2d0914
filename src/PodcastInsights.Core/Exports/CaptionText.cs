using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Exports;

/// <summary>Cuts a paragraph into captions.</summary>
internal static class CaptionText
{
    /// <summary>Characters that a caption should not exceed: about fifteen seconds of speech.</summary>
    private const int Longest = 200;

    /// <summary>Cuts at sentence ends, as many sentences in a caption as fit; a longer sentence stays whole.</summary>
    public static IEnumerable<string> Split(string paragraph)
    {
        var text = Utterance.Spaced(paragraph);
        var from = 0;
        var at = 0;
        foreach (var sentence in Sentences.In(text))
        {
            var start = text.IndexOf(sentence, at, StringComparison.Ordinal);
            var end = start + sentence.Length;

            // Cuts only where joining the captions restores the text between them.
            if (at > from && end - from > Longest && text.AsSpan(at, start - at).SequenceEqual(Utterance.Gap(text[at - 1], sentence)))
            {
                yield return text[from..at];
                from = start;
            }

            at = end;
        }

        if (at > from)
        {
            yield return text[from..];
        }
    }
}
