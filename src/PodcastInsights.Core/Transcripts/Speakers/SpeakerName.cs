using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Distinguishes speakers' names from the start of a sentence.</summary>
internal static partial class SpeakerName
{
    /// <summary>Longest name in characters: <c>Clip from "…"</c> can be long.</summary>
    public const int MaxLength = 100;

    private const int MaxWords = 6;

    // Words before a colon that are not names. Without them a list of remarks would look like a conversation.
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "Note", "Notes", "Warning", "Caution", "Important", "Tip", "Example", "Update", "Edit", "Source", "Sources", "Link", "Links",
        "Reference", "References", "Title", "Subtitle", "Date", "Time", "Location", "Topic", "Topics", "Duration", "Summary", "Description",
        "Subject", "Speakers", "Tags", "Keywords", "Chapter", "Part", "Section", "Step", "Figure", "Table", "Result", "Conclusion",
        "Transcript", "Transcript by", "URL", "Author", "Authors", "Attendees", "Participants", "Present", "Agenda", "Abstract",
        "Background", "Introduction", "Overview", "Features", "Usage", "Installation", "Requirements", "License", "Copyright", "Contact",
        "Email", "Website", "Version", "Status", "Name", "Type", "Default", "Disclaimer", "PS", "NB", "注", "附註", "時間", "地點", "日期", "主題",
        "SFX", "FX", "From", "To", "Cc", "Bcc", "Sent", "Reply-To", "Hint", "See also", "Credits", "Sponsors", "Resources", "Show notes", "Further reading",
        "注意", "例如", "备注", "備註", "时间", "地点", "主题", "作者", "来源", "來源", "标题", "標題", "链接", "連結",
    };

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/\\<>{}|=@*_");

    /// <summary>
    /// Whether the text may be a name: at most six words that begin with a capital, a digit or a letter without case, and that do not end
    /// like a sentence.
    /// </summary>
    public static bool IsPlausible(ReadOnlySpan<char> name)
    {
        name = name.Trim();

        // Text in brackets after a name is not part of it: "Ada Quill (she/her)".
        if (name is [.., ')' or '）'] && name.IndexOfAny('(', '（') is > 1 and var open)
        {
            name = name[..open].TrimEnd();
        }

        if (name.IsEmpty
            || name.Length > MaxLength
            || !(char.IsLetterOrDigit(name[0]) || name[0] is '"' or '“' or '\'')
            || char.IsLower(name[0]))
        {
            return false;
        }

        return HasLetter(name) && CountWords(name) <= MaxWords && !EndsAsSentence(name) && !name.ContainsAny(NotInNames)
            && !InnerSentence.IsMatch(name) && !StrayNumberSign(name);
    }

    /// <summary>Whether the word is a user name: lower case letters, digits and marks, without spaces.</summary>
    public static bool IsHandle(ReadOnlySpan<char> name) => Handle.IsMatch(name);

    /// <summary>Whether it is a full name and, after a comma, a long office in capitals: <c>ADA QUILL, CHIEF ENGINEER OF THE PIER</c>.</summary>
    public static bool HasOffice(string name) =>
        name.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && IsPlausible(name.AsSpan(0, comma)) && NameForms.Of(name) == NameForm.Full
            && name.Length <= MaxLength && !EndsAsSentence(name) && !name.AsSpan().ContainsAny(NotInNames) && !InnerSentence.IsMatch(name);

    /// <summary>The name without Markdown emphasis, escapes, link targets, surrounding space and a final colon.</summary>
    public static string Clean(ReadOnlySpan<char> raw)
    {
        var name = raw.Trim().Trim("*_").Trim().TrimEnd(":：").TrimEnd().TrimEnd("*_").Trim();
        if (name is ['[', not '[', .., ']'] && name[1..^1].IndexOfAny('[', ']') < 0)
        {
            name = name[1..^1].Trim();
        }

        var text = name.IndexOfAny('[', '\\') < 0
            ? name.ToString()
            : Escape.Replace(Link.Replace(WikiLink.Replace(name.ToString(), "$1"), "$1"), "$1").Trim();
        // Marks of direction are not seen.
        return Unseen.Replace(text, "");
    }

    /// <summary>Whether the word is one of those before a colon that are not names.</summary>
    public static bool IsLabel(string name) => Labels.Contains(name);

    /// <summary>Whether it is a full name, which needs no repetition: first and last name, each with a capital.</summary>
    public static bool IsFullLatin(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 2 or 3 && words.All(word => char.IsUpper(word[0]) && !IsLabel(word));
    }

    public static bool HasLetter(ReadOnlySpan<char> text) => Has(text, Rune.IsLetter);

    public static bool HasLetterOrDigit(ReadOnlySpan<char> text) => Has(text, Rune.IsLetterOrDigit);

    private static bool Has(ReadOnlySpan<char> text, Func<Rune, bool> kind)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (kind(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var character in text)
        {
            var space = char.IsWhiteSpace(character);
            words += !space && !inWord ? 1 : 0;
            inWord = !space;
        }

        return words;
    }

    // "Audience member #2" has a number; "#ropes" is a topic.
    private static bool StrayNumberSign(ReadOnlySpan<char> name) =>
        name.IndexOf('#') is >= 0 and var sign && (sign == 0 || sign + 1 == name.Length || !char.IsAsciiDigit(name[sign + 1]));

    // "Jr.", "Psy.D." and "J." end a name; "shipped." ends a sentence.
    private static bool EndsAsSentence(ReadOnlySpan<char> name)
    {
        if (name[^1] is ',' or ';' or '，' or '；' || (name[^1] != '.' && Sentences.IsMark(name[^1])))
        {
            return true;
        }

        if (name[^1] != '.')
        {
            return false;
        }

        var lastWord = name[(name.LastIndexOf(' ') + 1)..^1];
        return lastWord.Length > 3 && !lastWord.Contains('.');
    }

    [GeneratedRegex(@"^[a-z][a-z0-9._-]{1,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex Handle { get; }

    [GeneratedRegex(@"[?!] |\p{Ll}{4,}\. |[。？！，；]", RegexOptions.CultureInvariant)]
    private static partial Regex InnerSentence { get; }

    [GeneratedRegex(@"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,100})\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex WikiLink { get; }

    [GeneratedRegex(@"\[([^\[\]]{1,100})\]\([^()\s]{1,300}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant)]
    private static partial Regex Unseen { get; }

    [GeneratedRegex(@"\\([\[\]*_`#>~\\.!()""'-])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape { get; }
}
