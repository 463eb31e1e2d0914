namespace PodcastInsights.Web.Settings;

/// <summary>A setting that the program or one of its libraries reads.</summary>
/// <param name="Name">Full name: <c>Library:Transcripts</c>.</param>
/// <param name="Default">Default value as typed; empty where there is none, or where it depends on other values.</param>
/// <param name="Meaning">A sentence for <c>--help</c>; empty for settings that are not listed there.</param>
internal sealed record KnownSetting(string Name, string Default = "", string Meaning = "")
{
    /// <summary>Whether names below it are settings too: of a list, or of a library's section.</summary>
    public bool TakesMore { get; init; }

    /// <summary>Name as an environment variable.</summary>
    public static string InEnvironment(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    public bool Covers(string name) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || (TakesMore && name.Length > Name.Length && name[Name.Length] == ':' && name.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
}
