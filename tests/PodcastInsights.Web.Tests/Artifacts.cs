using System.Runtime.CompilerServices;

namespace PodcastInsights.Web.Tests;

/// <summary>Where the project's own files are, and where tests put pictures for people to look at.</summary>
internal static class Artifacts
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string PathOf(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "tests", "artifacts")).FullName, name);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
