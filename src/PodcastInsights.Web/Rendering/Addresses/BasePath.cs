using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The path of a host under which the whole site is, such as <c>/pods</c>: what every address of it begins with.</summary>
public static partial class BasePath
{
    /// <summary>In characters.</summary>
    private const int Longest = 100;

    /// <summary>
    /// Takes <c>/pods</c>, <c>/our/pods/</c>, and nothing or <c>/</c> for no path. Only letters that stand in an address as they are, so that
    /// there is one way to write it; no empty part, and none of dots alone, which browsers would take for another place.
    /// </summary>
    /// <param name="path">Without a slash at its end; empty for no path.</param>
    public static bool TryRead(string? text, out string path)
    {
        path = text is null or "/" ? "" : text.EndsWith('/') ? text[..^1] : text;
        return path.Length == 0 || (path.Length <= Longest && Clean.IsMatch(path));
    }

    [GeneratedRegex(@"\A(?:/(?!\.+(?:/|\z))[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex Clean { get; }
}
