using System.Globalization;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodcastInsights.Core.Exports;

/// <summary>Writes the episode's metadata as YAML front matter, in the keys that <see cref="FrontMatter"/> reads.</summary>
internal static class ExportFrontMatter
{
    /// <param name="format">Name of the format that reads the file.</param>
    public static string Of(Episode episode, string format)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        // No line folding: a long title is easier to edit on one line.
        var yaml = new Emitter(text, new EmitterSettings().WithBestWidth(int.MaxValue).WithNewLine("\n"));
        yaml.Emit(new StreamStart());
        yaml.Emit(new DocumentStart(null, null, isImplicit: true));
        yaml.Emit(new MappingStart());
        foreach (var (key, values) in Fields(episode, format))
        {
            yaml.Emit(new Scalar(key));
            switch (values)
            {
                case [var value]:
                    yaml.Emit(Quoted(value));
                    break;
                default:
                    yaml.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                    values.ForEach(value => yaml.Emit(Quoted(value)));
                    yaml.Emit(new SequenceEnd());
                    break;
            }
        }

        yaml.Emit(new MappingEnd());
        yaml.Emit(new DocumentEnd(isImplicit: true));
        yaml.Emit(new StreamEnd());
        return $"{FrontMatter.Fence}\n{text.ToString().TrimEnd('\n')}\n{FrontMatter.Fence}\n\n";
    }

    private static IEnumerable<(string Key, List<string> Values)> Fields(Episode episode, string format)
    {
        var summary = episode.Summary;
        var fields = new List<(string Key, List<string> Values)> { (FrontMatter.FormatKey, [format]) };
        if (IsMarkdown(episode))
        {
            fields.Add(("markup", [FrontMatter.MarkdownValue]));
        }

        if (summary.Titles.Count == 1 && summary.Titles.First() is { Key: var only, Value: var title } && TextLanguage.OfTitle(title) == only)
        {
            fields.Add(("title", [title]));
        }
        else
        {
            fields.AddRange(summary.Titles.Select(pair => ($"title_{pair.Key}", new List<string> { pair.Value })));
        }

        Add("show", summary.Show);
        fields.Add(("guests", [.. summary.Guests]));
        Add("language", episode.Language);
        Add("publish_date", summary.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("duration_seconds", summary.DurationSeconds?.ToString(CultureInfo.InvariantCulture));
        Add("media_url", summary.MediaUrl);
        Add("description", episode.Description);
        fields.Add(("keywords", [.. summary.Topics]));
        return fields.Where(field => field.Values.Count > 0);

        void Add(string key, string? value) => fields.Add((key, value is null ? [] : [value]));
    }

    private static bool IsMarkdown(Episode episode) =>
        episode.Turns.Any(turn => turn.Paragraphs.Any(paragraph => paragraph.Markup == Markup.Markdown));

    private static Scalar Quoted(string value) =>
        new(AnchorName.Empty, TagName.Empty, value, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true);
}
