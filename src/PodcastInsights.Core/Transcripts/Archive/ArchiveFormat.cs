namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// The bilingual archive: Markdown pages that a converter made from time-stamped text. It cut the times out and split each
/// line that held a colon there, so sentences became bold "speakers" and headings. See <c>docs/formats/archive.md</c>.
/// </summary>
public sealed class ArchiveFormat : ITranscriptFormat
{
    public string Name => "archive";

    public FormatVote Vote(SourceText source)
    {
        var lines = 0;
        var explained = 0;
        var sections = 0;
        var telling = false;
        foreach (var line in source.Lines)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                // A header explains the line right below it, a half the one below the blank line.
                continue;
            }

            lines++;
            if (telling)
            {
                explained++;
            }

            var half = ArchiveLine.IsHalf(line);
            telling = half || ArchiveLine.IsHeader(line);
            explained += telling ? 1 : 0;
            if (ArchiveSections.KindOf(line) is not null)
            {
                sections++;
            }
        }

        // The section headings are the converter's own, so each tells as much as a tenth of the lines; without one of them the shape belongs
        // to another format.
        return sections == 0 ? default : new FormatVote(lines, explained + (sections * lines / 10));
    }

    public TranscriptDraft Parse(SourceText source)
    {
        var draft = new TranscriptDraft(source.Path, Name);
        var sections = ArchiveSections.Read(source, draft.Diagnostics);
        ArchiveFrontMatter.Read(sections, draft);
        ArchiveConversation.Read(sections.Conversation, draft);
        ArchiveTakeaways.Read(sections.Takeaways, draft);
        return draft;
    }
}
