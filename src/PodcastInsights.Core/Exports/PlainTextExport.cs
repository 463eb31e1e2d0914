using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.EpisodeText;

namespace PodcastInsights.Core.Exports;

/// <summary>Plain text: name and time at the margin, words indented, so that no word is taken for a name.</summary>
internal sealed class PlainTextExport : IEpisodeExport
{
    public string Name => "txt";

    public string Extension => "txt";

    public string MediaType => "text/plain; charset=utf-8";

    public bool CanHold(Episode episode) => true;

    public Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken) =>
        ExportText.WriteAsync(Pieces(episode), output, cancellationToken);

    private static IEnumerable<string> Pieces(Episode episode)
    {
        yield return ExportFrontMatter.Of(episode, EpisodeTextFormat.FormatName);
        var notes = episode.Notes.ToLookup(note => (note.TurnId, note.AfterParagraph), note => note.Text);
        var sections = episode.Sections.ToLookup(section => section.TurnId);
        foreach (var turn in episode.Turns)
        {
            var text = new StringBuilder();
            foreach (var section in sections[turn.Id])
            {
                text.Append(EpisodeTextLine.Heading(section)).Append("\n\n");
            }

            text.Append(EpisodeTextLine.Header(turn)).Append('\n');
            AppendNotes(text, notes[(turn.Id, 0)]);
            for (var i = 0; i < turn.Paragraphs.Count; i++)
            {
                var paragraph = turn.Paragraphs[i];
                if (paragraph.Start != (i == 0 ? turn.Start : null))
                {
                    text.Append(EpisodeTextLine.Time(paragraph.Start)).Append('\n');
                }

                foreach (var line in paragraph.Text.Split('\n'))
                {
                    text.Append(EpisodeTextLine.Indent).Append(line).Append('\n');
                }

                text.Append('\n');
                AppendNotes(text, notes[(turn.Id, i + 1)]);
            }

            yield return text.ToString();
        }
    }

    private static void AppendNotes(StringBuilder text, IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            text.Append(EpisodeTextLine.Note(note)).Append("\n\n");
        }
    }
}
