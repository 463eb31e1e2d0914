using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Removes comments (<c>&lt;!-- --&gt;</c> and <c>%% %%</c>) from the lines of a file and marks fenced code. Without an end mark, the text
/// is ordinary. The cost is linear, even for many unclosed comments and fences.
/// </summary>
internal sealed partial class CommentsAndCode
{
    private const int LongestFence = 40;

    // White space, and marks that are not seen: joiners, marks of direction, byte order marks.
    private const string Invisible = " \t\r\n\f\v\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u200C\u200D\u200E\u200F"
        + "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u202F\u205F\u2060\u2066\u2067\u2068\u2069\u3000\uFEFF";

    private readonly IReadOnlyList<string> lines;
    private readonly int first;
    private readonly Comment[] comments = [new("<!--", "-->"), new("%%", "%%")];

    // For each mark, the shortest fence known to have no end in the rest of the file; longer ones have none either.
    private int endlessBackticks = LongestFence + 1;
    private int endlessTildes = LongestFence + 1;

    private CommentsAndCode(IReadOnlyList<string> lines, int first)
    {
        this.lines = lines;
        this.first = first;
        Texts = new string[lines.Count - first];
        IsCode = new bool[Texts.Length];
        for (var i = 0; i < Texts.Length; i++)
        {
            var line = lines[first + i];
            var visible = Visible(line);
            Texts[i] = visible.Length == line.Length ? line : visible.ToString();
        }
    }

    /// <summary>The lines, trimmed, without comments.</summary>
    public string[] Texts { get; }

    /// <summary>Whether each line is a fence or inside one.</summary>
    public bool[] IsCode { get; }

    /// <summary>The line without what is not seen around it.</summary>
    public static ReadOnlySpan<char> Visible(string line) => line.AsSpan().Trim(Invisible);

    public static CommentsAndCode In(IReadOnlyList<string> lines, int first)
    {
        var found = new CommentsAndCode(lines, first);
        for (var i = 0; i < found.Texts.Length; i++)
        {
            i = found.TakeCode(i) ?? found.RemoveComments(i);
        }

        return found;
    }

    /// <returns>Index of the closing fence; null where there is none.</returns>
    private int? TakeCode(int at)
    {
        if (FenceOn(at) is not { } open || open.Marks.Length >= (open.Marks[0] == '`' ? endlessBackticks : endlessTildes))
        {
            return null;
        }

        for (var i = at + 1; i < Texts.Length; i++)
        {
            if (FenceOn(i) is { IsBare: true } close && close.Marks.StartsWith(open.Marks, StringComparison.Ordinal))
            {
                Array.Fill(IsCode, true, at, i - at + 1);
                return i;
            }
        }

        if (open.Marks[0] == '`')
        {
            endlessBackticks = open.Marks.Length;
        }
        else
        {
            endlessTildes = open.Marks.Length;
        }

        return null;
    }

    private (string Marks, bool IsBare)? FenceOn(int at)
    {
        var line = lines[first + at];
        var match = line.AsSpan().TrimStart(' ') is ['`' or '~', ..] ? Fence.Match(line) : Match.Empty;
        return match.Success ? (match.Groups["marks"].Value, match.Groups["info"].Length == 0) : null;
    }

    /// <summary>Removes the comments that begin on the line, and those that begin on their last lines.</summary>
    /// <returns>Index of the last line examined.</returns>
    private int RemoveComments(int at)
    {
        // The common case.
        if (!Array.Exists(comments, comment => Texts[at].Contains(comment.Open, StringComparison.Ordinal)))
        {
            return at;
        }

        var kept = new StringBuilder();
        var from = 0;
        NewLine();
        while (NextComment() is { } comment)
        {
            if (EndOf(comment, at) is not (var last, var end))
            {
                comment.HasEnd = false;
                continue;
            }

            kept.Append(Texts[at], from, comment.Place - from);
            if (last > at)
            {
                Texts[at] = kept.ToString().Trim();
                kept.Clear();
                Array.Fill(Texts, "", at + 1, last - at - 1);
                at = last;
                NewLine();
            }

            from = end;
        }

        if (from > 0)
        {
            Texts[at] = kept.Append(Texts[at], from, Texts[at].Length - from).ToString().Trim();
        }

        return at;

        void NewLine()
        {
            foreach (var comment in comments)
            {
                comment.Place = -1;
            }
        }

        Comment? NextComment()
        {
            foreach (var comment in comments)
            {
                comment.Find(Texts[at], from);
            }

            return comments.Where(static comment => comment.Place < int.MaxValue).MinBy(static comment => comment.Place);
        }
    }

    /// <summary>Line of a comment's end, and the index after the mark; null where there is none.</summary>
    private (int Line, int Place)? EndOf(Comment comment, int at)
    {
        for (var i = at; i < Texts.Length; i++)
        {
            var end = Texts[i].IndexOf(comment.Close, i == at ? comment.Place + comment.Open.Length : 0, StringComparison.Ordinal);
            if (end >= 0)
            {
                return (i, end + comment.Close.Length);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>`{3,40}|~{3,40})[ \t]{0,9}(?<info>[^`]{0,80})$", RegexOptions.CultureInvariant)]
    private static partial Regex Fence { get; }

    /// <summary>A kind of comment, and where it next opens on the current line.</summary>
    private sealed class Comment(string open, string close)
    {
        public string Open { get; } = open;

        public string Close { get; } = close;

        /// <summary>Whether the rest of the file has an end mark.</summary>
        public bool HasEnd { get; set; } = true;

        /// <summary>Index of the next opening; negative before it is searched for, the largest number where there is none.</summary>
        public int Place { get; set; }

        /// <summary>Finds the next opening, unless the last one found is still ahead.</summary>
        public void Find(string line, int from)
        {
            if (!HasEnd)
            {
                Place = int.MaxValue;
            }

            if (Place >= from)
            {
                return;
            }

            // "100%%" is no comment; a mark that both opens and closes opens only after a space.
            Place = line.IndexOf(Open, from, StringComparison.Ordinal);
            while (Open == Close && Place > from && !char.IsWhiteSpace(line[Place - 1]))
            {
                Place = line.IndexOf(Open, Place + Open.Length, StringComparison.Ordinal);
            }

            Place = Place < 0 ? int.MaxValue : Place;
        }
    }
}
