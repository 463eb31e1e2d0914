namespace PodcastInsights.Core.Text;

/// <summary>The number of words, as <see cref="WordReader"/> reads them.</summary>
public static class WordCount
{
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
