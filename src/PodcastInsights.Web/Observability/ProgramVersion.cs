using System.Reflection;

namespace PodcastInsights.Web.Observability;

/// <summary>The version of the build, with the commit where known.</summary>
public static class ProgramVersion
{
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
