using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Web.Localisation;

/// <summary>
/// A name for display on other sites and in browsers: on one line, without control characters, direction marks and characters that XML
/// does not allow.
/// </summary>
internal static class PlainName
{
    public static string Of(string name) =>
        OneLine.Of(string.Concat(name.Where(letter => !TextDirection.IsMark(letter) && letter is not ('\uFFFE' or '\uFFFF'))));
}
