using System.Globalization;
using System.Text;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Branding;

/// <summary>
/// The owner's text about the site, from the file in <c>Site:About</c> and its translations: <c>about.zh.md</c> for <c>about.md</c>. A
/// changed file is read again; if it cannot be used, the last valid text stays.
/// </summary>
internal sealed partial class AboutText(string file, ILogger<AboutText> logger)
{
    /// <summary>Largest file in bytes.</summary>
    private const int MostBytes = 256 << 10;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, Reading> readings = [];
    private readonly Lock reading = new();

    /// <summary>Problems with the file and its translations, a sentence each.</summary>
    /// <param name="file">Empty for none.</param>
    public static IEnumerable<string> ProblemsOf(string file)
    {
        if (file.Length > 0 && !File.Exists(file))
        {
            yield return $"there is no file '{file}'.";
            yield break;
        }

        foreach (var edition in SiteLanguage.All.Select(language => EditionOf(file, language)).OfType<string>().Distinct())
        {
            if (TryRead(edition, out _) is { } problem)
            {
                yield return $"'{edition}' {problem}";
            }
        }
    }

    /// <summary>The text in the given language, else in any; null where there is none.</summary>
    public AboutPage? In(SiteLanguage language)
    {
        if (EditionOf(file, language) is not { } edition)
        {
            return null;
        }

        lock (reading)
        {
            var stamp = StampOf(edition);
            var known = readings.GetValueOrDefault(edition);
            if (known is null || known.Stamp != stamp)
            {
                var problem = TryRead(edition, out var page);
                if (problem is not null)
                {
                    Log.Unusable(logger, edition, problem);
                }

                readings[edition] = known = new(stamp, page ?? known?.Page);
            }

            return known.Page;
        }
    }

    /// <summary>The file for a language: by its whole tag, by its code, or the one without a language; null for none.</summary>
    private static string? EditionOf(string file, SiteLanguage language)
    {
        var (stem, ending) = (Path.ChangeExtension(file, null), Path.GetExtension(file));
        return file.Length == 0 ? null
            : new[] { $"{stem}.{language.Tag}{ending}", $"{stem}.{language.Code}{ending}", file }.FirstOrDefault(File.Exists);
    }

    private static string? TryRead(string file, out AboutPage? page)
    {
        page = null;
        try
        {
            using var content = File.OpenRead(file);
            var bytes = new byte[MostBytes + 1];
            var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > MostBytes)
            {
                return string.Create(CultureInfo.InvariantCulture, $"has more than {MostBytes >> 10} KiB.");
            }

            page = AboutPage.Read(Utf8.GetString(bytes.AsSpan(0, length)).TrimStart('\uFEFF'));
            return page is null ? "nests lists, quotations or brackets too deeply." : null;
        }
        catch (DecoderFallbackException)
        {
            return "is not UTF-8.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {error.Message}";
        }
    }

    private static (DateTime Changed, long Length) StampOf(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    /// <param name="Page">Null where the file could never be read.</param>
    private sealed record Reading((DateTime Changed, long Length) Stamp, AboutPage? Page);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The about text {File} {Problem} What it said before is shown.")]
        public static partial void Unusable(ILogger logger, string file, string problem);
    }
}
