using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Localisation;

/// <summary>Formats numbers, dates and names in the language of the request.</summary>
internal static partial class Wording
{
    public static string ToText(this int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Grouped(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Formats a sentence. Values in right-to-left scripts are isolated, so that the order of the sentence stays.</summary>
    public static string Of(string format, params object?[] values) => Copied(
        format,
        [.. values.Select(value => value is string text && RightToLeft.IsMatch(text) ? $"\u2068{text}\u2069" : value)]);

    /// <summary>Formats a sentence that is copied from the page, without invisible characters.</summary>
    public static string Copied(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);

    public static string Turns(int count) => Counted(count, Texts.TurnsOne, Texts.TurnsMany);

    public static string Words(int count) => Counted(count, Texts.WordsOne, Texts.WordsMany);

    public static string Episodes(int count) => Counted(count, Texts.EpisodesOne, Texts.EpisodesMany);

    public static string Speakers(int count) => Counted(count, Texts.SpeakersOne, Texts.SpeakersMany);

    /// <summary>"Host", with the number of episodes where it is not all of them.</summary>
    public static string Hosted(SpeakerSummary speaker) => speaker.HostedCount == speaker.EpisodeCount
        ? Texts.RoleHost
        : Of(Texts.HostOf, Grouped(speaker.HostedCount));

    public static string Paragraphs(int count) => Counted(count, Texts.ParagraphsOne, Texts.ParagraphsMany);

    public static string Lines(int count) => Counted(count, Texts.LinesOne, Texts.LinesMany);

    public static string Seconds(int count) => Counted(count, Texts.SecondsOne, Texts.SecondsMany);

    public static string Results(int count) => Counted(count, Texts.ResultsOne, Texts.ResultsMany);

    public static string Diagnostics(int count) => Counted(count, Texts.DiagnosticsOne, Texts.DiagnosticsMany);

    /// <summary>The progress of an import, with the remaining time where known.</summary>
    public static string Progress(ImportUnderWay now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var done = Of(Texts.ImportProgress, Grouped(now.Done), Grouped(now.Total));
        return now.Left is { } left ? $"{done} {Of(Texts.ImportTimeLeft, Seconds((int)Math.Ceiling(left.TotalSeconds)))}" : done;
    }

    public static string Severity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Texts.StatusError,
        DiagnosticSeverity.Warning => Texts.StatusWarning,
        _ => Texts.StatusInfo,
    };

    /// <param name="choice">One of <see cref="FileQuestion.Choices"/>.</param>
    public static string FileChoice(string choice) =>
        choice == FileQuestion.Skipped ? Texts.StatusSkipped
        : choice == FileQuestion.NameOf(DiagnosticSeverity.Error) ? Texts.StatusErrors
        : choice == FileQuestion.NameOf(DiagnosticSeverity.Warning) ? Texts.StatusWarnings
        : Texts.StatusInfos;

    /// <summary>Why a file of the folder is no part of an episode.</summary>
    public static string Reason(SkipReason reason) => reason switch
    {
        SkipReason.NotATranscript => Texts.SkippedNotATranscript,
        SkipReason.Empty => Texts.SkippedEmpty,
        SkipReason.SecondOfLanguage => Texts.SkippedSecondOfLanguage,
        SkipReason.Media => Texts.SkippedMedia,
        SkipReason.ConflictCopy => Texts.SkippedConflictCopy,
        SkipReason.Temporary => Texts.SkippedTemporary,
        SkipReason.Hidden => Texts.SkippedHidden,
        SkipReason.Link => Texts.SkippedLink,
        SkipReason.Catalogue => Texts.SkippedCatalogue,
        SkipReason.Settings => Texts.SkippedSettings,
        _ => Texts.SkippedOtherKind,
    };

    public static string Date(DateOnly date) => date.ToString(Texts.DateFormat, CultureInfo.CurrentCulture);

    /// <summary>A date in any language, also one that the site does not have; in digits for an unknown language.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static string DateIn(string language, DateOnly date)
    {
        if (SiteLanguage.Find(language)?.Culture is { } own)
        {
            return date.ToString(Texts.ResourceManager.GetString(nameof(Texts.DateFormat), own), own);
        }

        try
        {
            // The long form without the weekday, in the Gregorian calendar.
            var culture = (CultureInfo)CultureInfo.GetCultureInfo(language, predefinedOnly: true).Clone();
            culture.DateTimeFormat.Calendar = new GregorianCalendar();
            return date.ToString(DayOfWeek.Replace(culture.DateTimeFormat.LongDatePattern, ""), culture);
        }
        catch (Exception unknown) when (unknown is CultureNotFoundException or ArgumentOutOfRangeException or FormatException)
        {
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A duration in whole minutes.</summary>
    public static string Duration(int seconds) => Minutes(Math.Max(1, (seconds + 30) / 60));

    private static string Minutes(int minutes) =>
        minutes < 60 ? Of(Texts.DurationMinutes, minutes) : Of(Texts.DurationHours, minutes / 60, minutes % 60);

    /// <summary>A duration for the attribute of a <c>time</c> element.</summary>
    public static string DurationAttribute(int seconds) => $"PT{seconds.ToText()}S";

    public static string Reading(ReadingTime time) => time.Minutes == time.WithoutSponsors
        ? Of(Texts.ReadingTime, Minutes(time.Minutes))
        : Of(Texts.ReadingTimeWithSponsors, Minutes(time.WithoutSponsors), Minutes(time.Minutes));

    /// <summary>A speaker's share of the words, with the role where known.</summary>
    public static string Share(SpeakerShare share) => share.Speaker.Role == SpeakerRole.Other
        ? Percent(share.Share)
        : Of(Texts.RoleShare, Role(share.Speaker.Role), Percent(share.Share));

    /// <summary>A whole percentage; that of somebody who says something is not 0.</summary>
    private static string Percent(double share) => share is > 0 and < 0.01
        ? $"<{0.01.ToString("P0", CultureInfo.CurrentCulture)}"
        : share.ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>The source of a quotation: episode and date.</summary>
    public static string Source(EpisodeSummary episode)
    {
        var title = LocalText.Best(episode.Titles, episode.Slug.Value).Text;
        return episode.PublishedOn is { } date ? Copied(Texts.SourceDated, title, Date(date)) : title;
    }

    /// <summary>A sentence, in the given language, that the page exists in it.</summary>
    public static string AlsoIn(SiteLanguage language) =>
        Texts.ResourceManager.GetString(nameof(Texts.AlsoInThisLanguage), language.Culture)!;

    /// <summary>A sentence about a part of the query that could not be applied.</summary>
    public static string Hint(SearchHint hint) => Of(
        hint.Kind switch
        {
            SearchHintKind.LoneQuote => Texts.HintLoneQuote,
            SearchHintKind.BadFilter => Texts.HintBadFilter,
            SearchHintKind.IgnoredFilter => Texts.HintIgnoredFilter,
            SearchHintKind.UnknownFilter => Texts.HintUnknownFilter,
            SearchHintKind.LoneBracket => Texts.HintLoneBracket,
            SearchHintKind.LoneOperator => Texts.HintLoneOperator,
            SearchHintKind.TooLong => Texts.HintTooLong,
            _ => Texts.HintNothingCalled,
        },
        hint.Text);

    public static string Verdict(QuotationVerdict verdict) => verdict switch
    {
        QuotationVerdict.Exact => Texts.VerdictExact,
        QuotationVerdict.Elided => Texts.VerdictElided,
        QuotationVerdict.Near => Texts.VerdictNear,
        QuotationVerdict.Spliced => Texts.VerdictSpliced,
        QuotationVerdict.Misattributed => Texts.VerdictMisattributed,
        _ => Texts.VerdictNotFound,
    };

    public static string VerdictExplained(QuotationVerdict verdict) => verdict switch
    {
        QuotationVerdict.Exact => Texts.VerdictExactExplained,
        QuotationVerdict.Elided => Texts.VerdictElidedExplained,
        QuotationVerdict.Near => Texts.VerdictNearExplained,
        QuotationVerdict.Spliced => Texts.VerdictSplicedExplained,
        QuotationVerdict.Misattributed => Texts.VerdictMisattributedExplained,
        _ => Texts.VerdictNotFoundExplained,
    };

    public static string Caution(QuotationCaution caution) => caution switch
    {
        QuotationCaution.Negation => Texts.CautionNegation,
        QuotationCaution.Number => Texts.CautionNumber,
        _ => Texts.CautionName,
    };

    /// <summary>A sentence about a difference between a quotation and what was said.</summary>
    public static string Difference(QuotationDifference difference) => difference switch
    {
        { Given: "" } => Of(Texts.DifferenceMissing, difference.Source),
        { Source: "" } => Of(Texts.DifferenceAdded, difference.Given),
        { Given: "…" } => Of(Texts.DifferenceLeftOut, difference.Source),
        _ => Of(Texts.DifferenceInstead, difference.Given, difference.Source),
    };

    /// <summary>The example query, with filter names in the page's language.</summary>
    public static string Query(ExampleSearch example) => example.Field is { } field ? $"{Name(field)}:{example.Text}" : example.Text;

    /// <summary>A sentence about what the example finds.</summary>
    public static string Meaning(ExampleSearch example) => example.Kind switch
    {
        ExampleKind.Words => Texts.ExampleWordsMeaning,
        ExampleKind.Phrase => Texts.ExamplePhraseMeaning,
        ExampleKind.Or => Texts.ExampleOrMeaning,
        ExampleKind.Not => Of(Texts.ExampleNotMeaning, example.Words[0], example.Words[1]),
        ExampleKind.Prefix => Texts.ExamplePrefixMeaning,
        ExampleKind.Near => Texts.ExampleNearMeaning,
        _ => Meaning(example.Field!, CultureInfo.CurrentUICulture),
    };

    /// <summary>How an alternative search differs from the one without results.</summary>
    public static string How(OtherSearchKind kind) => kind switch
    {
        OtherSearchKind.Corrected => Texts.OtherCorrected,
        OtherSearchKind.WithoutQuotes => Texts.OtherWithoutQuotes,
        OtherSearchKind.WithoutFilters => Texts.OtherWithoutFilters,
        _ => Texts.OtherMostWords,
    };

    /// <summary>The filter's name in the page's language.</summary>
    public static string Name(FilterField field) => field.NameIn(SiteLanguage.Current.Tag);

    /// <summary>What the filter keeps, in a sentence.</summary>
    public static string Meaning(FilterField field, CultureInfo culture) =>
        Texts.ResourceManager.GetString(MeaningKey(field), culture)
        ?? throw new InvalidOperationException($"Texts.resx has no {MeaningKey(field)}.");

    /// <summary>Resource name of the filter's description.</summary>
    public static string MeaningKey(FilterField field) => $"FilterMeans{char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}";

    public static string Role(SpeakerRole role) => role switch
    {
        SpeakerRole.Host => Texts.RoleHost,
        SpeakerRole.Guest => Texts.RoleGuest,
        _ => Texts.RoleOther,
    };

    /// <summary>The name of a language; in itself where the site has no text for it; its code where it is unknown.</summary>
    public static string Language(string code)
    {
        switch (code)
        {
            case "en":
                return Texts.LanguageEnglish;
            case "zh":
                return Texts.LanguageChinese;
            default:
                try
                {
                    return CultureInfo.GetCultureInfo(code, predefinedOnly: true).NativeName;
                }
                catch (CultureNotFoundException)
                {
                    return code;
                }
        }
    }

    /// <summary>Languages of an episode for lists, without the page's own; null where that is the only one.</summary>
    /// <param name="languages">Languages of the words of its editions.</param>
    public static string? Editions(IEnumerable<string> languages)
    {
        var all = languages.Distinct().ToList();
        var own = all.Remove(SiteLanguage.Current.Code);
        return all.Count == 0 ? null : Of(own ? Texts.EditionsAlso : Texts.EditionsIn, List(all.Select(Language)));
    }

    public static string EpisodeDescription(EpisodeSummary episode) => Of(
        Texts.EpisodeDescription,
        List([LocalText.Best(episode.Titles, episode.Slug.Value).Text, .. episode.Guests]),
        List([Turns(episode.TurnCount), Words(episode.WordCount)]));

    /// <summary>Joins items with the list separator of the language.</summary>
    public static string List(IEnumerable<string> items) => string.Join(Texts.ListSeparator, items);

    private static string Counted(int count, string one, string many) => count == 1 ? one : Of(many, Grouped(count));

    /// <summary>A letter of a right-to-left script: Hebrew, Arabic and related ones.</summary>
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]")]
    private static partial Regex RightToLeft { get; }

    /// <summary>The weekday in a date pattern, with its separator.</summary>
    [GeneratedRegex(@"[^\w')]*d{3,4}$|d{3,4}('[^']*'|[^dMyg'])*", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfWeek { get; }
}
