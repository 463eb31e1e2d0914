using System.Buffers;

namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>
/// Distinguishes <c>The old man said: "Wait."</c> from a label. Speech is not quoted in a transcript, unless all of it is; so a label whose words
/// begin with a quotation mark, where others' do not, is the beginning of a sentence.
/// </summary>
internal static class ReportedSpeech
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„‟«»‹›「『﹁﹃＂");

    /// <summary>Whether the words begin with a quotation mark.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> words) => words.TrimStart() is [var first, ..] && Marks.Contains(first);

    /// <summary>Whether so many labels have quoted words that the file quotes all speech.</summary>
    /// <param name="quoted">Number of labels with quoted words.</param>
    /// <param name="labels">Number of labels with words.</param>
    public static bool IsTheRule(int quoted, int labels) => quoted * 2 > labels;
}
