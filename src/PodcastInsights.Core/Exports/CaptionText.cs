using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Exports;

/// <summary>Cuts a paragraph into captions.</summary>
internal static class CaptionText
{
    /// <summary>Characters that a caption should not exceed: some fifteen seconds of speech.</summary>
    private const int Longest = 200;

    /// <summary>Whole sentences, as many as fit; one longer than a caption stays whole.</summary>
    public static IEnumerable<string> Split(string paragraph)
    {
        var text = Utterance.Spaced(paragraph);
        var from = 0;
        var at = 0;
        foreach (var sentence in Sentences.In(text))
        {
            var start = text.IndexOf(sentence, at, StringComparison.Ordinal);
            var end = start + sentence.Length;

            // Only where those who join captions put back what stands between the two.
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
