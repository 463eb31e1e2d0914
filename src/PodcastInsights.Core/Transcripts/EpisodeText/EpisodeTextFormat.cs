using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.EpisodeText;

/// <summary>The plain text that the app gives away, which says so in its front matter. See <c>docs/formats/exports.md</c>.</summary>
public sealed class EpisodeTextFormat : ITranscriptFormat
{
    internal const string FormatName = "episode-text";

    public string Name => FormatName;

    public FormatVote Vote(SourceText source) => FrontMatter.VoteOf(source, Name);

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var words = new List<string>();
        Timestamp? start = null;
        var first = FrontMatter.Read(source, draft);
        for (var i = first; i < source.Lines.Count; i++)
        {
            var line = EpisodeTextLine.Read(source.Lines[i]);
            if (line.Kind is ScriptLineKind.Words or ScriptLineKind.Unknown)
            {
                words.Add(line.Text!);
                if (line.Kind == ScriptLineKind.Unknown)
                {
                    draft.Diagnostics.Warning(
                        $"{Name}.line-unknown", i + 1, "This line is not indented and is no name, time or note; it was read as words.");
                }

                continue;
            }

            EndParagraph(i);
            switch (line.Kind)
            {
                case ScriptLineKind.Header:
                    draft.Turns.Add(new DraftTurn(line.Text, i + 1) { SpeakerInferred = line.Inferred, Start = line.Start });
                    start = line.Start;
                    break;
                case ScriptLineKind.Time:
                    start = line.Start;
                    break;
                case ScriptLineKind.Note:
                    var turn = Current(draft, i + 1);
                    turn.Notes.Add((turn.Paragraphs.Count, line.Text!));
                    break;
            }
        }

        EndParagraph(source.Lines.Count);
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
                Current(draft, line).Paragraphs.Add(new DraftParagraph(string.Join('\n', words), line) { Start = start });
                words.Clear();
                start = null;
            }
        }
    }

    private static DraftTurn Current(EditionDraft draft, int line)
    {
        if (draft.Turns.Count == 0)
        {
            draft.Diagnostics.Warning(
                $"{FormatName}.no-speaker", line, "These words stand before the first speaker's name; nobody is named for them.");
            draft.Turns.Add(new DraftTurn(null, line));
        }

        return draft.Turns[^1];
    }
}
