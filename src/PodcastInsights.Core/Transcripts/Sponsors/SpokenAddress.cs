using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>A web address as somebody says it: "kettle.example/owl", "kettle dot com slash owl", "K-E-T-T-L-E.com".</summary>
/// <param name="Host">Lower case, letters that were spelled out joined.</param>
/// <param name="Path">As said, without the first slash; null where none was said.</param>
/// <param name="Spelled">The host was spelled letter by letter, so it may be misheard.</param>
/// <param name="Before">The word before the address; null at the sentence's start.</param>
internal sealed record SpokenAddress(string Host, string? Path, bool Spelled, string? Before)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled;

    // As long as names of hosts may be, and begun only where a word begins: a line of dots and letters would be tried from each of
    // them to its end.
    private const string Labels = @"(?<![a-z0-9])(?<host>(?:[a-z0-9-]{1,63}\.){0,8}[a-z0-9][a-z0-9-]{0,62})";

    private const string Tail = @"(?:(?: ?/ ?| slash )(?<path>[a-z0-9][\w-]*(?:/[\w-]+)*))";

    // Endings that are hardly ever words after a full stop whose space was lost.
    private static readonly Regex Usual = new(
        Labels + @"(?:\.| ?dot |\. )(?<end>com|io|ai|dev|app|org|net|co\.uk|co)\b" + Tail + "?", Options);

    private static readonly Regex WithPath = new(Labels + @"(?:\.| dot )(?<end>[a-z]{2,12})" + Tail, Options);

    private static readonly Regex Other = new(
        Labels
        + @"\.(?<end>so|me|tv|fm|us|xyz|tech|studio|software|tools|cloud|health|art|gg|sh|club|design|build|video|money|bio|info"
        + @"|eu|de|uk|ca)\b",
        Options);

    // "at get kettle.com": a common word before the name is part of the host when another word already leads to the address.
    private static readonly Regex SplitPrefix = new(
        @"\b(?:at|go to|head to|over to|visit|that's) (?<prefix>get|use|with|try|join|drink),? $", Options);

    private static readonly Regex SpelledOut = new(@"^\w*?(?:\w-){2,}\w$", Options);

    /// <summary>First label of the host that is not "www", or the one before the ending where a product has a subdomain.</summary>
    public string Label => Host.Split('.') is { Length: > 1 } labels ? labels[^(labels is [.., "co", "uk"] ? 3 : 2)] : Host;

    /// <summary>The host with the word before it, for a space may have parted them: "palisade labs.com", "Palisade's labs.com".</summary>
    public string WholeHost => string.Concat((Before ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant() + Host;

    /// <summary>Labels that may be a product's name, the company's first.</summary>
    public IEnumerable<string> NameLabels => Host.Split('.')[0] is var first && first != Label ? [Label, first] : [Label];

    public string Url => Path is null ? $"https://{Host}" : $"https://{Host}/{Path}";

    public static IReadOnlyList<SpokenAddress> In(string sentence)
    {
        if (!MayHold(sentence))
        {
            return [];
        }

        List<SpokenAddress>? found = null;
        for (var at = 0; at < sentence.Length && Next(sentence, at) is { } match; at = match.Index + match.Length)
        {
            if (match.Index == 0 || sentence[match.Index - 1] != '@' || match.Groups["path"].Success)
            {
                (found ??= []).Add(Parse(sentence, match));
            }
        }

        return found ?? (IReadOnlyList<SpokenAddress>)[];
    }

    // Most sentences have no dot but the last one; they need not be searched.
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

    private static Match? Next(string sentence, int at)
    {
        Match? first = null;
        foreach (var form in (ReadOnlySpan<Regex>)[Usual, WithPath, Other])
        {
            if (form.Match(sentence, at) is { Success: true } match && (first is null || match.Index < first.Index))
            {
                first = match;
            }
        }

        return first;
    }

    private static SpokenAddress Parse(string sentence, Match match)
    {
        var labels = match.Groups["host"].Value;
        var spelled = SpelledOut.IsMatch(labels);
        if (spelled)
        {
            labels = labels.Replace("-", "", StringComparison.Ordinal);
        }

        var from = Math.Max(0, match.Index - 24);
        labels = SplitPrefix.Match(sentence[from..match.Index]).Groups["prefix"].Value + labels;
        var path = match.Groups["path"];
        return new(
            $"{labels}.{match.Groups["end"].Value}".ToLowerInvariant().Replace("www.", "", StringComparison.Ordinal),
            path.Success ? path.Value.ToLowerInvariant() : null,
            spelled,
            sentence[..match.Index].Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault());
    }
}
