using System.Globalization;

namespace PodcastInsights.Web.Mcp;

/// <summary>The start of a part of a transcript.</summary>
/// <param name="Turn">Its number, from 1.</param>
/// <param name="Paragraph">Number in the turn, from 1.</param>
/// <param name="Skipped">Number of characters of the paragraph to skip.</param>
internal readonly record struct TranscriptPlace(int Turn, int Paragraph = 1, int Skipped = 0)
{
    /// <summary>Parses <c>12</c>, <c>12.3</c> and <c>12.3.4000</c>.</summary>
    public static bool TryParse(string text, out TranscriptPlace place)
    {
        var parts = text.Split('.');
        place = new TranscriptPlace(Number(parts, 0, otherwise: 1), Number(parts, 1, otherwise: 1), Number(parts, 2, otherwise: 0));
        return parts.Length <= 3 && place is { Turn: > 0, Paragraph: > 0, Skipped: >= 0 };
    }

    public override string ToString() =>
        Skipped > 0 ? Joined(Turn, Paragraph, Skipped) : Paragraph > 1 ? Joined(Turn, Paragraph) : Joined(Turn);

    private static string Joined(params int[] numbers) =>
        string.Join('.', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    /// <returns>Negative if it is not a number.</returns>
    private static int Number(string[] parts, int at, int otherwise) =>
        at >= parts.Length ? otherwise
        : int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;
}
