namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>A sponsor's name, and the forms in which it recurs in a read.</summary>
internal sealed class Brand
{
    private static readonly string[] Prefixes = ["get", "use", "with", "try", "join", "drink", "go", "my"];

    private static readonly string[] Suffixes = ["hq", "app", "labs", "inc"];

    /// <summary>Largest number of words in a name.</summary>
    private const int LongestName = 5;

    /// <summary>Longest word of a name, in characters: the limit of host names.</summary>
    private const int LongestWord = 63;

    private readonly string[] forms;

    private Brand(string name, string[] forms)
    {
        Name = name;
        this.forms = forms;
    }

    public string Name { get; }

    public static Brand Named(string name)
    {
        var first = name.Split(' ')[0];
        return new(name, first.Length >= 3 && first.Length < name.Length ? [name, first] : [name]);
    }

    /// <summary>The brand of an address, in the spelling of the text around it; null where it does not occur there.</summary>
    public static Brand? Of(SpokenAddress address, IEnumerable<string> sentences)
    {
        var label = Squeeze(address.Label);
        string[] labels = [.. address.NameLabels.Select(Squeeze), Squeeze(address.Before + address.Label)];
        Brand? near = null;
        foreach (var sentence in sentences)
        {
            var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                var run = "";
                for (var n = i; n < Math.Min(i + LongestName, words.Length); n++)
                {
                    if (run.Length > 0 && words[n] is ("&" or "and"))
                    {
                        run += " " + words[n];
                        continue;
                    }

                    var word = ProperWord(words[n], out var ends);
                    if (word is null)
                    {
                        break;
                    }

                    run = run.Length == 0 ? word : $"{run} {word}";
                    var squeezed = Squeeze(run);
                    if (labels.Contains(squeezed))
                    {
                        return Named(run);
                    }

                    if (near is null && IsCore(squeezed, label))
                    {
                        near = Named(run);
                    }

                    if (ends)
                    {
                        break;
                    }
                }
            }
        }

        return near;
    }

    /// <summary>
    /// The name that begins at <paramref name="index"/>: its first word and the capitalised ones after it, up to a comma or full
    /// stop.
    /// </summary>
    public static Brand? At(string sentence, int index)
    {
        var words = sentence[index..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = words is ["our" or "my" or "the" or "your", "friends" or "folks" or "team", "at" or "over", ..] ? 3 : 0;
        at += words.Length > at && words[at] is "the" or "The" or "at" ? 1 : 0;
        var name = "";
        for (var i = at; i < Math.Min(words.Length, at + LongestName); i++)
        {
            if (words[i] is ("&" or "of") && name.Length > 0 && i + 1 < words.Length && char.IsUpper(words[i + 1][0]))
            {
                name += " " + words[i];
                continue;
            }

            if (ProperWord(words[i], out var ends) is not { } word)
            {
                break;
            }

            name = name.Length == 0 ? word : $"{name} {word}";
            if (ends)
            {
                break;
            }
        }

        return name.Length < 2 ? null : Named(name);
    }

    public bool IsIn(string sentence)
    {
        foreach (var form in forms)
        {
            if (Says(sentence, form))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words occur in the sentence with the same spelling, as whole words.</summary>
    public static bool Says(string sentence, string words)
    {
        for (var at = sentence.IndexOf(words, StringComparison.Ordinal);
            at >= 0 && words.Length > 0;
            at = sentence.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1]))
                && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end])))
            {
                return true;
            }
        }

        return false;
    }

    public bool Owns(SpokenAddress address) =>
        forms.Select(Squeeze).Any(name => address.NameLabels.Select(Squeeze).Any(label => name == label || IsCore(name, label)));

    /// <summary>Completes an address whose host was split by a space: "palisade labs.com".</summary>
    public SpokenAddress Complete(SpokenAddress address) =>
        address.Before is { } before && Squeeze(Name) == Squeeze(before + address.Label)
            ? address with { Host = before.ToLowerInvariant() + address.Host }
            : address;

    /// <summary>A word that may be part of a name, without punctuation; <paramref name="ends"/> is set where punctuation ends the name.</summary>
    private static string? ProperWord(string word, out bool ends)
    {
        var bare = word.Trim('"', '“', '”', '(', ')', '*', ',', '.', ';', ':', '?', '!');
        ends = bare.Length > 0 && !word.EndsWith(bare[^1]);
        foreach (var possessive in (ReadOnlySpan<string>)["'s", "’s"])
        {
            if (bare.EndsWith(possessive, StringComparison.Ordinal))
            {
                bare = bare[..^2];
                ends = true;
            }
        }

        return bare.Length is > 0 and <= LongestWord && (char.IsDigit(bare[0]) || bare.Any(char.IsUpper) || bare.IndexOf('.', StringComparison.Ordinal) > 0)
            ? bare
            : null;
    }

    private static bool IsCore(string name, string label) =>
        name.Length >= 2 && name.Length < label.Length
        && (Prefixes.Any(p => label == p + name) || Suffixes.Any(s => label == name + s)
            || (name.Length >= 4 && label.StartsWith(name, StringComparison.Ordinal)));

    private static string Squeeze(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
