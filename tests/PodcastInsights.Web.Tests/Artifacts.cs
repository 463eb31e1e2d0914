using System.Runtime.CompilerServices;

namespace PodcastInsights.Web.Tests;

/// <summary>Paths of the project's files, and of pictures that tests save for people.</summary>
internal static class Artifacts
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string PathOf(string name) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "tests", "artifacts")).FullName, name);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
