using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.EpisodeText;

/// <summary>The plain text that the app exports, marked as such in its front matter. See <c>docs/formats/exports.md</c>.</summary>
internal sealed class EpisodeTextFormat : ITranscriptFormat
{
    internal const string FormatName = "episode-text";

    public string Name => FormatName;

    public FormatVote Vote(SourceText source) => FrontMatter.VoteOf(source, Name);

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var words = new List<string>();
        var turns = new OpenTurns(draft);
        Timestamp? start = null;
        var first = FrontMatter.Read(source, draft);
        for (var i = first; i < source.Lines.Count; i++)
        {
            var line = EpisodeTextLine.Read(source.Lines[i]);
            if (line.Kind is EpisodeTextLineKind.Words or EpisodeTextLineKind.Unknown)
            {
                words.Add(line.Text!);
                if (line.Kind == EpisodeTextLineKind.Unknown)
                {
                    draft.Diagnostics.Warning(
                        $"{Name}.line-unknown", i + 1, "This line is not indented and is no name, time or note; it was read as words.");
                }

                continue;
            }

            EndParagraph(i);
            switch (line.Kind)
            {
                case EpisodeTextLineKind.Header:
                    turns.Open(new DraftTurn(line.Text, i + 1) { SpeakerInferred = line.Inferred, Start = line.Start });
                    start = line.Start;
                    break;
                case EpisodeTextLineKind.Time:
                    start = line.Start;
                    break;
                case EpisodeTextLineKind.Note:
                    var turn = turns.OfNote(i + 1);
                    turn.Notes.Add((turn.Paragraphs.Count, line.Text!));
                    break;
                case EpisodeTextLineKind.Heading:
                    turns.Part(new DraftSection(line.Text!, line.Start, i + 1));
                    break;
            }
        }

        EndParagraph(source.Lines.Count);
        turns.Finish();
        return draft;

        void EndParagraph(int end)
        {
            if (words.TrueForAll(string.IsNullOrWhiteSpace))
            {
                words.Clear();
            }

            if (words.Count > 0)
            {
                var line = end - words.Count + 1;
                turns.OfWords(line).Paragraphs.Add(new DraftParagraph(string.Join('\n', words), line) { Start = start });
                words.Clear();
                start = null;
            }
        }
    }
}
