using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using Script = HarfBuzzSharp.Script;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>A range of text that is shaped as a unit: one direction, script and typeface.</summary>
/// <param name="End">Index after the last character.</param>
internal readonly record struct TextRun(int Start, int End, byte Level, Script Script, Typeface Typeface)
{
    public bool IsRightToLeft => Level % 2 == 1;
}

/// <summary>Splits a text into <see cref="TextRun"/>s, in logical order.</summary>
internal static class TextRuns
{
    private static readonly UnicodeFunctions Unicode = UnicodeFunctions.Default;

    public static IReadOnlyList<TextRun> Of(string text, byte[] levels, bool strong)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        var scripts = Scripts(text, starts);
        var runs = new List<TextRun>();
        for (var i = 0; i < starts.Length; i++)
        {
            var (start, end) = (starts[i], i + 1 < starts.Length ? starts[i + 1] : text.Length);
            var run = new TextRun(start, end, levels[start], scripts[i], Typefaces.For(text[start..end], scripts[i], strong));
            if (runs.Count > 0 && runs[^1] is var last && last with { End = end } == run with { Start = last.Start })
            {
                runs[^1] = last with { End = end };
            }
            else
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    /// <summary>
    /// Determines the script of each letter. Common characters, such as digits, spaces and quotation marks, get the script on both sides;
    /// between two scripts, and at the ends, the script of the text's first letter.
    /// </summary>
    private static Script[] Scripts(string text, int[] starts)
    {
        var scripts = Array.ConvertAll(starts, start => Unicode.GetScript(Rune.GetRuneAt(text, start).Value));
        var main = Array.Find(scripts, IsOneScripts);
        main = IsOneScripts(main) ? main : Script.Latin;
        for (var start = 0; start < scripts.Length; start++)
        {
            var end = start;
            while (end < scripts.Length && !IsOneScripts(scripts[end]))
            {
                end++;
            }

            var before = start == 0 ? main : scripts[start - 1];
            var after = end == scripts.Length ? main : scripts[end];
            scripts.AsSpan(start..end).Fill(before == after ? before : main);
            start = Math.Max(start, end - 1);
        }

        return scripts;
    }

    private static bool IsOneScripts(Script script) => script != Script.Common && script != Script.Inherited && script != Script.Unknown && script != default;
}
