using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Sponsors;

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
        var caption = "";
        var at = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var start = text.IndexOf(sentence, at, StringComparison.Ordinal);
            var end = start + sentence.Length;
            var begun = end - at + caption.Length;
            if (caption.Length > 0 && begun > Longest && Utterance.Joined(caption, sentence) == caption + text[at..end])
            {
                yield return caption;
                caption = sentence;
            }
            else
            {
                caption += text[at..end];
            }

            at = end;
        }

        if (caption.Length > 0)
        {
            yield return caption + text[at..];
        }
    }
}
