namespace PodcastInsights.Core.Episodes;

/// <summary>How many words there are, as <see cref="WordReader"/> reads them.</summary>
public static class WordCount
{
    public static int Of(Turn turn) => turn.Paragraphs.Sum(paragraph => paragraph.WordCount);

    public static int Of(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var reader = new WordReader(text); reader.MoveNext();)
        {
            words++;
        }

        return words;
    }
}
