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

/// <summary>Numbers, dates and names put into words of the request's language.</summary>
public static partial class Wording
{
    public static string ToText(this int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Grouped(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>The sentence with its values. One that is written from right to left is set apart, so that the words around it keep their order.</summary>
    public static string Of(string format, params object?[] values) => Copied(
        format,
        [.. values.Select(value => value is string text && RightToLeft.IsMatch(text) ? $"\u2068{text}\u2069" : value)]);

    /// <summary>The same for text that is copied from the page, which holds nothing but what is seen.</summary>
    public static string Copied(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);

    public static string Turns(int count) => Counted(count, Texts.TurnsOne, Texts.TurnsMany);

    public static string Words(int count) => Counted(count, Texts.WordsOne, Texts.WordsMany);

    public static string Episodes(int count) => Counted(count, Texts.EpisodesOne, Texts.EpisodesMany);

    public static string Speakers(int count) => Counted(count, Texts.SpeakersOne, Texts.SpeakersMany);

    /// <summary>Host, and of how many of their episodes where not of all.</summary>
    public static string Hosted(SpeakerSummary speaker) => speaker.HostedCount == speaker.EpisodeCount
        ? Texts.RoleHost
        : Of(Texts.HostOf, Grouped(speaker.HostedCount));

    public static string Paragraphs(int count) => Counted(count, Texts.ParagraphsOne, Texts.ParagraphsMany);

    public static string Results(int count) => Counted(count, Texts.ResultsOne, Texts.ResultsMany);

    public static string Diagnostics(int count) => Counted(count, Texts.DiagnosticsOne, Texts.DiagnosticsMany);

    /// <summary>How far an import is, and how long it still takes where that can be told.</summary>
    public static string Progress(ImportUnderWay now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var done = Of(Texts.ImportProgress, Grouped(now.Done), Grouped(now.Total));
        return now.Left is { } left ? $"{done} {Of(Texts.ImportTimeLeft, Grouped((int)Math.Ceiling(left.TotalSeconds)))}" : done;
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

    /// <summary>In a language that the site itself may not speak; in digits where nobody knows how it writes dates.</summary>
    /// <param name="language">ISO 639-1.</param>
    public static string DateIn(string language, DateOnly date)
    {
        if (SiteLanguage.Find(language)?.Culture is { } own)
        {
            return date.ToString(Texts.ResourceManager.GetString(nameof(Texts.DateFormat), own), own);
        }

        try
        {
            // Of the long form without the day of the week, and by the calendar that all readers know.
            var culture = (CultureInfo)CultureInfo.GetCultureInfo(language, predefinedOnly: true).Clone();
            culture.DateTimeFormat.Calendar = new GregorianCalendar();
            return date.ToString(DayOfWeek.Replace(culture.DateTimeFormat.LongDatePattern, ""), culture);
        }
        catch (Exception unknown) when (unknown is CultureNotFoundException or ArgumentOutOfRangeException or FormatException)
        {
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>In whole minutes, as people speak of an episode's length.</summary>
    public static string Duration(int seconds) => Minutes(Math.Max(1, (seconds + 30) / 60));

    private static string Minutes(int minutes) =>
        minutes < 60 ? Of(Texts.DurationMinutes, minutes) : Of(Texts.DurationHours, minutes / 60, minutes % 60);

    /// <summary>As the attribute of a <c>time</c> element wants it.</summary>
    public static string DurationAttribute(int seconds) => $"PT{seconds.ToText()}S";

    public static string Reading(ReadingTime time) => time.Minutes == time.WithoutSponsors
        ? Of(Texts.ReadingTime, Minutes(time.Minutes))
        : Of(Texts.ReadingTimeWithSponsors, Minutes(time.WithoutSponsors), Minutes(time.Minutes));

    /// <summary>What part of the talking was a speaker's, with the role where there is one.</summary>
    public static string Share(SpeakerShare share) => share.Speaker.Role == SpeakerRole.Other
        ? Percent(share.Share)
        : Of(Texts.RoleShare, Role(share.Speaker.Role), Percent(share.Share));

    private static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>Where a quote is from: the episode and its date.</summary>
    public static string Source(EpisodeSummary episode)
    {
        var title = LocalText.Best(episode.Titles, episode.Slug.Value).Text;
        return episode.PublishedOn is { } date ? Copied(Texts.SourceDated, title, Date(date)) : title;
    }

    /// <summary>That the page is there in this language, said in it.</summary>
    public static string AlsoIn(SiteLanguage language) =>
        Texts.ResourceManager.GetString(nameof(Texts.AlsoInThisLanguage), language.Culture)!;

    /// <summary>What could not be taken as typed.</summary>
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

    /// <summary>Where a quotation and what was said part.</summary>
    public static string Difference(QuotationDifference difference) => difference switch
    {
        { Given: "" } => Of(Texts.DifferenceMissing, difference.Source),
        { Source: "" } => Of(Texts.DifferenceAdded, difference.Given),
        { Given: "…" } => Of(Texts.DifferenceLeftOut, difference.Source),
        _ => Of(Texts.DifferenceInstead, difference.Given, difference.Source),
    };

    /// <summary>The example as a reader of this language would type it.</summary>
    public static string Query(ExampleSearch example) => example.Field is { } field ? $"{Name(field)}:{example.Text}" : example.Text;

    /// <summary>What the example finds, in a sentence.</summary>
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

    /// <summary>How a search differs from the one that found nothing.</summary>
    public static string How(OtherSearchKind kind) => kind switch
    {
        OtherSearchKind.Corrected => Texts.OtherCorrected,
        OtherSearchKind.WithoutQuotes => Texts.OtherWithoutQuotes,
        OtherSearchKind.WithoutFilters => Texts.OtherWithoutFilters,
        _ => Texts.OtherMostWords,
    };

    /// <summary>The filter's name in the query language, in the reader's own language.</summary>
    public static string Name(FilterField field) => field.NameIn(SiteLanguage.Current.Tag);

    /// <summary>What the filter keeps, in a sentence.</summary>
    public static string Meaning(FilterField field, CultureInfo culture) =>
        Texts.ResourceManager.GetString(MeaningKey(field), culture)
        ?? throw new InvalidOperationException($"Texts.resx has no {MeaningKey(field)}.");

    /// <summary>Under which the filter's sentence stands among the texts.</summary>
    public static string MeaningKey(FilterField field) => $"FilterMeans{char.ToUpperInvariant(field.Name[0])}{field.Name[1..]}";

    public static string Role(SpeakerRole role) => role switch
    {
        SpeakerRole.Host => Texts.RoleHost,
        SpeakerRole.Guest => Texts.RoleGuest,
        _ => Texts.RoleOther,
    };

    /// <summary>The language's name, in itself where the site does not speak it; its code where nobody knows it.</summary>
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

    /// <summary>In which languages an episode can be read, as lists say it: those but the page's own; null where that is the only one.</summary>
    /// <param name="languages">Those that one reads in its editions.</param>
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

    /// <summary>Joined as the language joins a list.</summary>
    public static string List(IEnumerable<string> items) => string.Join(Texts.ListSeparator, items);

    private static string Counted(int count, string one, string many) => count == 1 ? one : Of(many, Grouped(count));

    /// <summary>A letter of the scripts that are written so: Hebrew, Arabic and their neighbours.</summary>
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]")]
    private static partial Regex RightToLeft { get; }

    /// <summary>In a pattern of a date: the day of the week with what joins it to the rest.</summary>
    [GeneratedRegex(@"[^\w')]*d{3,4}$|d{3,4}('[^']*'|[^dMyg'])*", RegexOptions.CultureInvariant)]
    private static partial Regex DayOfWeek { get; }
}
