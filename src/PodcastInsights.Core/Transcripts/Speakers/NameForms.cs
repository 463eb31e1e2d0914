using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Determines the form of a possible name.</summary>
internal static partial class NameForms
{
    private const int MostWords = 6;

    private const int MostWordsWithOffice = 14;

    // "維多利亞公主" has six characters, a name with an office a few more.
    private const int LongestHanName = 8;

    // Lower case words within names.
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "van", "von", "der", "den", "de", "da", "do", "dos", "das", "di", "del", "della", "du", "la", "le", "el", "al", "bin", "ibn", "bint",
        "ben", "ter", "ten", "af", "av", "zu", "zum", "zur", "y", "e", "i", "of", "the", "and", "&", "from", "vom", "st",
    };

    public static NameForm Of(string name)
    {
        if (SpeakerName.IsLabel(name))
        {
            return NameForm.Label;
        }

        if (Voice.IsMatch(name))
        {
            return NameForm.Voice;
        }

        // In "Clip from "Why it matters"" the title counts as one word; text in brackets and tags is ignored, as in "Ada Quill (host)".
        var words = Quoted.Replace(name, static quoted => quoted.Value[0] is '(' or '<' ? "" : "X")
            .Replace(" ,", ",", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return NameForm.Phrase;
        }

        if (words.Length == 1)
        {
            return SpeakerName.IsHandle(words[0]) ? NameForm.Handle : char.IsLower(words[0][0]) ? NameForm.Phrase : NameForm.Word;
        }

        if (words.Length == 2 && IsNumber(words[1]) && IsCapitalised(words[0]))
        {
            return NameForm.Numbered;
        }

        // After a comma stands what somebody is, which may be long: "ADA QUILL, CHIEF ENGINEER OF THE PIER AND THE TOWER".
        var called = Array.FindIndex(words, static word => word[^1] == ',') is var comma and > 0 ? comma + 1 : words.Length;
        var isName = called <= MostWords
            && words.Length <= MostWordsWithOffice
            && !Salutation.IsMatch(name)
            && words.Index().All(static word => IsNamePart(word.Item) || (word.Index > 1 && IsNumber(word.Item)))
            && IsCapitalised(words[0]);
        return isName ? NameForm.Full
            : NameForm.Phrase;
    }

    /// <summary>The name without how something is said: <c>Ada (laughing)</c>. A voice keeps its brackets, which tell it from others.</summary>
    public static string WithoutManner(string name) =>
        name is [.., ')'] && name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open && char.IsLower(name[open + 2]) && !Voice.IsMatch(name)
            ? name[..open]
            : name;

    /// <summary>The full name at the start of a label, before what somebody is or where from: <c>Ada Quill, host</c>; null for none.</summary>
    public static string? Person(string name)
    {
        var end = name.AsSpan().IndexOfAny(",([");
        var person = end > 0 ? name[..end].TrimEnd() : name;
        return person.Contains(' ', StringComparison.Ordinal) && !Voice.IsMatch(name) && Of(person) == NameForm.Full ? person : null;
    }

    /// <summary>The generic name of a voice without its number; null for other names.</summary>
    public static string? KindOfVoice(string name)
    {
        var match = Voice.Match(name);
        return !match.Success ? null
            : match.Groups["letter"].Success ? "question and answer"
            : match.Groups["kind"].Value.ToUpperInvariant();
    }

    // "Meeting Room 2" is a voice, "Step 1" is not.
    private static bool IsNumber(string word) => word.TrimStart('#') is { Length: > 0 and < 4 } digits && digits.All(char.IsAsciiDigit);

    private static bool IsNamePart(string word) => IsCapitalised(word) || Particles.Contains(word);

    private static bool IsCapitalised(string word)
    {
        var first = word.AsSpan().TrimStart("(\"“'‘#");

        // In "d'Aubigné" and "al-Amin" the capital comes later.
        var apostrophe = first.IndexOfAny('\'', '’', '-');
        return !first.IsEmpty && char.IsLetter(first[0])
            && (!char.IsLower(first[0]) || (apostrophe is > 0 and < 4 && apostrophe + 1 < first.Length && char.IsUpper(first[apostrophe + 1])));
    }

    [GeneratedRegex(
        @"^(?:(?:unidentified )?(?<kind>speaker|unknown(?: speaker)?|audience(?: member)?|participant|attendee|person|voice|caller|listener|guest|host|co-?host|narrator"
        + @"|announcer|interviewer|interviewee|moderator|panell?ist|student|teacher|presenter|questioner|reporter|operator|male|female|man|woman|me|them|you|question|answer|frage|antwort|pregunta|respuesta|réponse|domanda|risposta|вопрос|ответ"
        + @"|發言人|发言人|說話人|说话人|講者|讲者|主持人|來賓|来宾|與會者|与会者|參與者|参与者|嘉賓|嘉宾|聽眾|听众|記者|记者|提問|提问|回答|問|问|答)"
        + @"(?:[ _]?#?[0-9]{1,3}| [A-Z])?(?: \([^()]{1,40}\))?|(?<letter>[QA])[0-9]{0,3})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Voice { get; }

    [GeneratedRegex(@"""[^""]*""|“[^”]*”|‘[^’]*’|\([^()]*\)|<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted { get; }

    /// <summary>
    /// Whether Chinese text is more likely a clause than a name: it is long, or has a word that names hardly have. Without spaces it looks like
    /// one word.
    /// </summary>
    public static bool IsHanClause(string name) =>
        ScriptTable.IsUnspaced(name[0]) && !name.Contains(' ', StringComparison.Ordinal) && (name.Length > LongestHanName || HanClause.IsMatch(name));

    [GeneratedRegex("[我你您他她它的了是说說们們嗎吗呢这這]", RegexOptions.CultureInvariant)]
    private static partial Regex HanClause { get; }

    /// <summary>Whether the text names a thing as often as a person: <c>The Court</c>, <c>Our Rule</c>.</summary>
    public static bool BeginsWithArticle(string name) => Article.IsMatch(name);

    [GeneratedRegex(@"^(?:the|a|an|my|our|your|this|that)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article { get; }

    [GeneratedRegex(@"^(?:dear|hello|hi|hey|thank|thanks|yes|no|and|but|so|or|if|when|what|why|how)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Salutation { get; }
}
