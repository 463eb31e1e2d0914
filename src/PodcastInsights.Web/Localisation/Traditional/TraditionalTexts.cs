using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// An MSBuild task that converts the Simplified Chinese texts to Traditional ones: first the manual corrections, which are not converted
/// further; then OpenCC's phrases and characters; then the forms preferred in Taiwan. The longest match at each position wins.
/// </summary>
public sealed class TraditionalTexts : Task
{
    /// <summary>A resx file.</summary>
    [Required]
    public string Simplified { get; set; }

    /// <summary>The resx file to write.</summary>
    [Required]
    public string Traditional { get; set; }

    [Required]
    public string Corrections { get; set; }

    /// <summary>Tables of phrases, then characters: the first one with a match wins.</summary>
    [Required]
    public ITaskItem[] Forms { get; set; }

    /// <summary>Tables from Traditional to Taiwanese forms.</summary>
    [Required]
    public ITaskItem[] Preferred { get; set; }

    public override bool Execute()
    {
        var corrections = Table.Read(File.ReadLines(Corrections));
        var forms = Table.Read(Lines(Forms));
        var preferred = Table.Read(Lines(Preferred));
        var texts = XDocument.Load(Simplified, LoadOptions.PreserveWhitespace);
        foreach (var value in texts.Descendants("data").Elements("value"))
        {
            value.Value = corrections.Replace(value.Value, between => preferred.Replace(forms.Replace(between)));
        }

        texts.Save(Traditional, SaveOptions.DisableFormatting);
        return true;
    }

    /// <summary>Lines of OpenCC's tables: where a line has several forms ("发<tab>發 髮"), the first is the usual one.</summary>
    private static IEnumerable<string> Lines(ITaskItem[] tables) =>
        tables.SelectMany(table => File.ReadLines(table.ItemSpec)).Select(line => line.StartsWith("#", StringComparison.Ordinal) ? line : line.Split(' ')[0]);

    /// <summary>A conversion table: a line has source and target separated by a tab, or is a comment after #.</summary>
    private sealed class Table
    {
        private readonly Dictionary<string, string> words = new Dictionary<string, string>(StringComparer.Ordinal);
        private int longest;

        public static Table Read(IEnumerable<string> lines)
        {
            var table = new Table();
            foreach (var cells in lines
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split('\t'))
                .Where(cells => !table.words.ContainsKey(cells[0])))
            {
                table.words.Add(cells[0], cells[1]);
                table.longest = Math.Max(table.longest, cells[0].Length);
            }

            return table;
        }

        /// <param name="otherwise">Converts the text between matches; by default it is copied.</param>
        public string Replace(string text, Func<string, string> otherwise = null)
        {
            var (replaced, between) = (new StringBuilder(), new StringBuilder());
            for (var at = 0; at < text.Length;)
            {
                var length = Math.Min(longest, text.Length - at);
                while (length > 0 && !words.ContainsKey(text.Substring(at, length)))
                {
                    length--;
                }

                if (length == 0)
                {
                    between.Append(text[at]);
                    at++;
                    continue;
                }

                Flush();
                replaced.Append(words[text.Substring(at, length)]);
                at += length;
            }

            Flush();
            return replaced.ToString();

            void Flush()
            {
                replaced.Append(otherwise is null ? between.ToString() : otherwise(between.ToString()));
                between.Clear();
            }
        }
    }
}
