using System.Reflection;

namespace PodcastInsights.Web.Observability;

/// <summary>The version of the build, with the commit where known.</summary>
internal static class ProgramVersion
{
    private const int ShortCommit = 10;

    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The version with an abbreviated commit.</summary>
    public static string Short { get; } = Text.Split('+') is [var number, var commit]
        ? $"{number}+{commit[..Math.Min(ShortCommit, commit.Length)]}"
        : Text;
}
