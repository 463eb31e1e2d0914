using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>A spoken web address: "kettle.example/owl", "kettle dot com slash owl", "K-E-T-T-L-E.com".</summary>
/// <param name="Host">Host in lower case, with spelled letters joined; always a name with an ending.</param>
/// <param name="Path">Path as said, without the first slash; null for none.</param>
/// <param name="Spelled">Whether the host was spelled letter by letter, so that it may be misheard.</param>
/// <param name="Before">The word before the address; null at the sentence's start.</param>
internal sealed partial record SpokenAddress(string Host, string? Path, bool Spelled, string? Before)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Largest number in a sentence; more are not speech, and each costs time.</summary>
    private const int Most = 8;

    // Limited to the length of host names, and matched only from the first label, to avoid quadratic backtracking on lines of dots and
    // letters.
    private const string Labels = @"(?<![a-z0-9]\.?)(?<host>(?:[a-z0-9-]{1,63}\.){0,8}[a-z0-9][a-z0-9-]{0,62})";

    private const string Tail = @"(?:(?: ?/ ?| slash )(?<path>[a-z0-9][\w-]*(?:/[\w-]+)*))";

    /// <summary>Second-level domains of countries; no company has such a name.</summary>
    private const string SecondLevel = "co|com|org|net|ac|gov|edu|or|ne";

    /// <summary>Countries with second-level domains. "In", "is" and the like are words after a full stop.</summary>
    private const string Countries = "uk|au|nz|jp|kr|br|za|mx|cn|hk|tw|sg|tr|ar|th|ua|ng|ke|il";

    /// <summary>The label before the ending, which names the company; subdomains come before it.</summary>
    public string Label => LabelsOf(Host) is { } labels ? labels[^1] : Host;

    /// <summary>The host joined with the word before it, which a space may have separated: "palisade labs.com", "Palisade's labs.com".</summary>
    public string WholeHost => string.Concat((Before ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant() + Host;

    /// <summary>Labels that may name a product, the company's first.</summary>
    public IEnumerable<string> NameLabels => LabelsOf(Host) is [var first, .., var own] ? [own, first] : [Label];

    public string Url => Path is null ? $"https://{Host}" : $"https://{Host}/{Path}";

    public static IReadOnlyList<SpokenAddress> In(string sentence)
    {
        if (!MayHold(sentence))
        {
            return [];
        }

        List<SpokenAddress>? found = null;
        var forms = new[] { Usual.Match(sentence), WithPath.Match(sentence), Other.Match(sentence) };
        for (var first = First(forms, 0);
            first is not null && found?.Count is not Most;
            first = First(forms, first.Index + first.Length))
        {
            var isMail = first.Index > 0 && sentence[first.Index - 1] == '@' && !first.Groups["path"].Success;
            if (!isMail && Parse(sentence, first) is { } address)
            {
                (found ??= []).Add(address);
            }
        }

        // A list of links is no advertisement, and each address is compared with the sentences around it.
        return found is null or { Count: Most } ? [] : found;
    }

    // A quick test: most sentences have no other dot than the last one.
    private static bool MayHold(string sentence)
    {
        for (var dot = sentence.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = sentence.IndexOf('.', dot + 1))
        {
            var after = dot + 1 < sentence.Length && sentence[dot + 1] == ' ' ? dot + 2 : dot + 1;
            if (after < sentence.Length && char.IsAsciiLetter(sentence[after]))
            {
                return true;
            }
        }

        return sentence.Contains("dot ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The first address from an index on, in any form. Each form keeps its next match, so that the sentence is scanned once for each.
    /// </summary>
    private static Match? First(Match[] forms, int at)
    {
        Match? first = null;
        for (var i = 0; i < forms.Length; i++)
        {
            while (forms[i].Success && forms[i].Index < at)
            {
                forms[i] = forms[i].NextMatch();
            }

            first = forms[i].Success && (first is null || forms[i].Index < first.Index) ? forms[i] : first;
        }

        return first;
    }

    /// <summary>Parses an address; null for an ending alone: "a .com", "co.uk".</summary>
    private static SpokenAddress? Parse(string sentence, Match match)
    {
        var labels = match.Groups["host"].Value;
        var spelled = SpelledOut.IsMatch(labels);
        if (spelled)
        {
            labels = labels.Replace("-", "", StringComparison.Ordinal);
        }

        var before = sentence.AsSpan(Math.Max(0, match.Index - 24), Math.Min(24, match.Index)).ToString();
        labels = SplitPrefix.Match(before).Groups["prefix"].Value + labels;
        var host = WithoutWww($"{labels}.{match.Groups["end"].Value}".ToLowerInvariant());
        if (LabelsOf(host) is null)
        {
            return null;
        }

        var path = match.Groups["path"];
        return new(host, path.Success ? path.Value.ToLowerInvariant() : null, spelled, WordBefore(sentence, match.Index));
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>The labels before the ending; null where there are none or one is empty.</summary>
    private static string[]? LabelsOf(string host)
    {
        var ending = TwoPartEnding.Match(host) is { Success: true } two ? two.Index : host.LastIndexOf('.');
        return ending > 0 && host[..ending].Split('.') is var labels && labels.All(label => label.Any(char.IsLetterOrDigit))
            ? labels
            : null;
    }

    private static string? WordBefore(string sentence, int index)
    {
        var before = sentence.AsSpan(0, index).TrimEnd(' ');
        return before.Length == 0 ? null : before[(before.LastIndexOf(' ') + 1)..].ToString();
    }

    // Top-level domains that are hardly ever words after a full stop without a space.
    [GeneratedRegex(
        Labels + @"(?:\.| ?dot |\. )(?<end>(?:" + SecondLevel + @")\.(?:" + Countries + @")|com|io|ai|dev|app|org|net|co)\b" + Tail + "?",
        Options)]
    private static partial Regex Usual { get; }

    [GeneratedRegex(Labels + @"(?:\.| dot )(?<end>[a-z]{2,12})" + Tail, Options)]
    private static partial Regex WithPath { get; }

    // Country domains that are no English words.
    [GeneratedRegex(
        Labels
        + @"\.(?<end>so|me|tv|fm|us|xyz|tech|studio|software|tools|cloud|health|art|gg|sh|club|design|build|video|money|bio|info"
        + @"|eu|de|uk|ca|se|dk|fi|fr|nl|es|ch|pl|cz|pt|jp|kr|cn|br|nz|au|mx|ru|tr|hu|ro|gr|sk|lt|lv|ee)\b",
        Options)]
    private static partial Regex Other { get; }

    [GeneratedRegex(@"(?:^|\.)(?:" + SecondLevel + @")\.(?:" + Countries + ")$", Options)]
    private static partial Regex TwoPartEnding { get; }

    // "at get kettle.com": a common word belongs to the host when another word already introduces the address.
    [GeneratedRegex(@"\b(?:at|go to|head to|over to|visit|that's) (?<prefix>get|use|with|try|join|drink),? $", Options)]
    private static partial Regex SplitPrefix { get; }

    [GeneratedRegex(@"^\w*?(?:\w-){2,}\w$", Options)]
    private static partial Regex SpelledOut { get; }
}
