using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Web.Localisation;

/// <summary>
/// A name that is shown elsewhere, among others' texts: on one line, without control characters, without marks that turn what stands around
/// it, and without what XML cannot hold.
/// </summary>
internal static class PlainName
{
    public static string Of(string name) =>
        OneLine.Of(string.Concat(name.Where(letter => !TextDirection.IsMark(letter) && letter is not ('\uFFFE' or '\uFFFF'))));
}
