using System.Net;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// A text that quotes, as people paste it: without what belongs to the paper and not to the words. Lines broken for a page's width are joined,
/// footnote marks, addresses and the escapes of HTML are gone, every ellipsis is one character.
/// </summary>
internal static partial class QuotedText
{
    /// <summary>Stands for every ellipsis, with the brackets around it.</summary>
    public const char Ellipsis = '…';

    public static string Clean(string text)
    {
        text = UnicodeText.WellFormed(WebUtility.HtmlDecode(text)).ReplaceLineEndings("\n");
        text = Address.Replace(text, " ");
        text = BrokenWord.Replace(text, "-");
        text = text.Replace("\u00AD", "", StringComparison.Ordinal);
        text = ChangedLetter.Replace(text, "$1");
        text = FootnoteMark.Replace(text, " ");
        text = RaisedFootnote.Replace(text, " ");
        text = Dots.Replace(text, " … ");
        return text.Trim();
    }

    /// <summary>What stands between quotation marks, innermost pairs left inside.</summary>
    public static List<TextRange> Quoted(string text)
    {
        var found = new List<TextRange>();
        foreach (Match match in QuotedPassage.Matches(text))
        {
            var group = match.Groups.Cast<Group>().Skip(1).First(static one => one.Success);
            found.Add(new TextRange(group.Index, group.Index + group.Length));
        }

        return found;
    }

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    // A word broken at the end of a line, by a hyphen or a soft one: "some-\nthing" may be one word or two, "some\u00AD\nthing" is one.
    [GeneratedRegex(@"(?<=\w)[\u00AD\-‐‑][ \t]*\n[ \t>]*(?=\w)", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenWord { get; }

    // "[T]he": who quotes has changed a letter's case and says so.
    [GeneratedRegex(@"\[(\p{L})\](?=\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex ChangedLetter { get; }

    // Numbers and signs of notes, and the quoter's word that an error is not his: nobody's words.
    [GeneratedRegex(@"[\[(［（【](?:\d{1,3}|sic[!?]?|原文如此)[\])］）】]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark { get; }

    // A raised number behind a word or its full stop, or an ordinary one right behind the full stop. Behind a digit it is an exponent.
    [GeneratedRegex(
        @"(?<=[^\s\d])[¹²³⁰⁴-⁹]+|(?<=\p{L}{3}[.,;!?]?[”""’」』]?[.,;!?。！？])\d{1,3}(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex RaisedFootnote { get; }

    [GeneratedRegex(@"[\[(［（【]?[ \t]{0,3}(?:\.(?:[ \u00A0]?\.)+|[…⋯‥]+|。{2,}|・{3,}|·{3,})[ \t]{0,3}[\])］）】]?", RegexOptions.CultureInvariant)]
    private static partial Regex Dots { get; }

    [GeneratedRegex(
        """“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|「([^「」]+)」|『([^『』]+)』|"([^"]+)"|＂([^＂]+)＂|(?<!\w)‘((?:[^‘’]|(?<=\w)’(?=\w))+)’(?!\w)""",
        RegexOptions.CultureInvariant)]
    private static partial Regex QuotedPassage { get; }
}
