using System.Globalization;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>A style of references as plain text; what it sets in italics is for whoever pastes it.</summary>
/// <param name="Name">With its edition.</param>
/// <param name="Entry">What stands in the list of references.</param>
/// <param name="Place">What stands at the words: in brackets in the text, or as a note; it names the speaker and the time.</param>
public sealed record TextStyle(string Name, Func<Reference, string> Entry, Func<Reference, string> Place)
{
    public static IReadOnlyList<TextStyle> All { get; } =
    [
        new("APA 7", Apa.Entry, Apa.Place),
        new("MLA 9", Mla.Entry, Mla.Place),
        new("Chicago 18", Chicago.Entry, Chicago.Place),
    ];

    /// <summary>Whether somebody else than the hosts, under whom the entry stands, says the words.</summary>
    internal static bool IsOfOthers(Reference reference) => reference.Speakers.Any(speaker => !reference.Hosts.Contains(speaker));

    /// <summary>Ended by a full stop, where no other sign ends it.</summary>
    internal static string Ended(string text) => text.Length > 0 && "?!.。？！…".Contains(text[^1], StringComparison.Ordinal) ? text : text + ".";

    internal static string Format(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Those parts that are there, a blank between them.</summary>
    internal static string Joined(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
}
