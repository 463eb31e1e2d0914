using System.Net;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// Cleans a pasted text that quotes: joins lines broken for a page's width, removes footnote marks, addresses and HTML escapes, and makes
/// every ellipsis one character.
/// </summary>
internal static partial class QuotedText
{
    /// <summary>Replaces every ellipsis, including brackets around it.</summary>
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

    /// <summary>Finds text in quotation marks; inner quotation marks stay in it.</summary>
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

    // A hyphenated word at the end of a line: "some-\nthing" may be one word or two, "some\u00AD\nthing" is one.
    [GeneratedRegex(@"(?<=\w)[\u00AD\-‐‑][ \t]*\n[ \t>]*(?=\w)", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenWord { get; }

    // "[T]he": the person who quotes changed the letter's case.
    [GeneratedRegex(@"\[(\p{L})\](?=\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex ChangedLetter { get; }

    // Footnote numbers, and [sic].
    [GeneratedRegex(@"[\[(［（【](?:\d{1,3}|sic[!?]?|原文如此)[\])］）】]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteMark { get; }

    // A superscript number after a word or full stop, or a plain number right after a full stop. After a digit it is an exponent.
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
