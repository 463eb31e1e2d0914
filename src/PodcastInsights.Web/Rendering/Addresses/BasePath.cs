using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The path prefix of the site on its host, such as <c>/pods</c>.</summary>
internal static partial class BasePath
{
    /// <summary>Longest path in characters.</summary>
    private const int Longest = 100;

    /// <summary>
    /// Parses <c>/pods</c>, <c>/our/pods/</c>, or nothing or <c>/</c> for no prefix. Only characters that need no encoding are allowed, so
    /// that there is one spelling; no empty segments, and none of dots only, which browsers resolve.
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
