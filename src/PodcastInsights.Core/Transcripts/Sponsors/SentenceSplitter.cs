namespace PodcastInsights.Core.Transcripts.Sponsors;

internal static class SentenceSplitter
{
    /// <summary>Characters; longer ones are cut at a space, so that what searches a sentence stays linear in the text.</summary>
    private const int Longest = 600;

    /// <summary>Where there is no space they are cut anywhere.</summary>
    private const int LongestWithoutSpace = 2 * Longest;

    /// <summary>
    /// The sentences of a paragraph, trimmed; a dot ends one only before white space and something that can begin the next, so
    /// addresses stay whole.
    /// </summary>
    public static IEnumerable<string> Split(string paragraph)
    {
        var start = 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (i - start >= Longest && (char.IsWhiteSpace(paragraph[i]) || i - start >= LongestWithoutSpace))
            {
                yield return paragraph[start..i];
                start = char.IsWhiteSpace(paragraph[i]) ? i + 1 : i;
            }

            if (paragraph[i] is '.' or '?' or '!' or '。' or '？' or '！')
            {
                if (Ends(paragraph, i, out var next))
                {
                    yield return paragraph[start..next].Trim();
                    start = next;
                }

                i = next - 1;
            }
        }

        if (start < paragraph.Length && paragraph[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static bool Ends(string text, int mark, out int next)
    {
        next = mark + 1;
        if (text[mark] is '。' or '？' or '！')
        {
            return true;
        }

        while (next < text.Length && text[next] is ('.' or '?' or '!' or '"' or '”' or '’' or '\'' or ')'))
        {
            next++;
        }

        if (next >= text.Length || !char.IsWhiteSpace(text[next]))
        {
            return next >= text.Length;
        }

        var begin = next;
        while (begin < text.Length && char.IsWhiteSpace(text[begin]))
        {
            begin++;
        }

        // "lemontree. com" and "e.g. this" go on; a capital, a figure or a quotation begins a sentence.
        return begin >= text.Length || !char.IsLower(text[begin]);
    }
}
