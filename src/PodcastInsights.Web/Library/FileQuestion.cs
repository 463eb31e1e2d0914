using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Library;

/// <summary>A filter for the list of files, from an address or a command line.</summary>
/// <param name="Show">One of <see cref="Choices"/>; null for all files.</param>
internal sealed record FileQuestion(string? Show, string? Code, string? Text)
{
    /// <summary>Longest code or text, in characters.</summary>
    public const int Longest = 200;

    public const string Skipped = "skipped";

    /// <summary>Severities of diagnostics, and skipped files.</summary>
    public static IReadOnlyList<string> Choices { get; } =
        [.. Enum.GetValues<DiagnosticSeverity>().Reverse().Select(NameOf), Skipped];

    public FileFilter Filter => new(
        Enum.TryParse<DiagnosticSeverity>(Show, ignoreCase: true, out var severity) ? severity : null,
        Show == Skipped ? true : null,
        Code,
        Text);

    /// <summary>Makes a filter; invalid values are ignored.</summary>
    public static FileQuestion Of(string? show, string? code, string? text) =>
        new(Choices.FirstOrDefault(choice => choice == show), Bounded(code), Bounded(text));

    public static string NameOf(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string? Bounded(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= Longest } whole ? whole : value.Trim()[..Longest];
}
