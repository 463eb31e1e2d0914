using System.Reflection;

namespace PodcastInsights.Web.Observability;

/// <summary>The program's version as it was built, with the commit where the build knew it.</summary>
public static class ProgramVersion
{
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
