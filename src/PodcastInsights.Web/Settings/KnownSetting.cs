namespace PodcastInsights.Web.Settings;

/// <summary>A setting that the program or one of its libraries reads.</summary>
/// <param name="Name">With its section: <c>Library:Transcripts</c>.</param>
/// <param name="Default">As it would be typed; empty where there is none, or where it depends on something else.</param>
/// <param name="Meaning">One sentence for <c>--help</c>; empty where it is not listed there.</param>
internal sealed record KnownSetting(string Name, string Default = "", string Meaning = "")
{
    /// <summary>Whether names below it are settings as well: those of a list, or of a library's own section.</summary>
    public bool TakesMore { get; init; }

    /// <summary>As an environment variable has it.</summary>
    public static string InEnvironment(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    public bool Covers(string name) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || (TakesMore && name.Length > Name.Length && name[Name.Length] == ':' && name.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
}
