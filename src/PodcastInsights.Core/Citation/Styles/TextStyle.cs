using System.Globalization;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>A citation style as plain text, without italics.</summary>
/// <param name="Name">Name with edition.</param>
/// <param name="Entry">The entry in the list of references.</param>
/// <param name="Place">The citation in the text, in brackets or as a note; it has speaker and time.</param>
public sealed record TextStyle(string Name, Func<Reference, string> Entry, Func<Reference, string> Place)
{
    public static IReadOnlyList<TextStyle> All { get; } =
    [
        new("APA 7", Apa.Entry, Apa.Place),
        new("MLA 9", Mla.Entry, Mla.Place),
        new("Chicago 18", Chicago.Entry, Chicago.Place),
    ];

    /// <summary>Whether the words are by others than the hosts, under whom the entry is listed.</summary>
    internal static bool IsOfOthers(Reference reference) => reference.Speakers.Any(speaker => !reference.Hosts.Contains(speaker));

    /// <summary>Adds a full stop unless another mark ends the text.</summary>
    internal static string Ended(string text) => text.Length > 0 && "?!.。？！…".Contains(text[^1], StringComparison.Ordinal) ? text : text + ".";

    internal static string Format(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Joins the parts that are not empty with spaces.</summary>
    internal static string Joined(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
}
