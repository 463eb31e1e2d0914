namespace PodcastInsights.Core.Citation.Styles;

/// <summary>The quotation with speaker and time, for formats whose entry is the episode: <c>Rosa Lind, at 12:34: “The words.”</c></summary>
internal static class QuoteNote
{
    public static string Of(Reference reference)
    {
        var from = string.Join(", ", new[] { Speakers(reference), reference.Time is { } time ? $"at {time}" : "" }.Where(part => part.Length > 0));
        return from.Length > 0 ? $"{from}: “{reference.Quote}”" : $"“{reference.Quote}”";
    }

    public static string Speakers(Reference reference) => string.Join(" and ", reference.Speakers.Select(speaker => speaker.Whole));
}
