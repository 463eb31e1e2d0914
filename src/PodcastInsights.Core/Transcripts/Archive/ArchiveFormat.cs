namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// The bilingual archive: Markdown pages that a converter made from time-stamped text. It cut the times out and split each
/// line that held a colon there, so sentences became bold "speakers" and headings. See <c>docs/formats/archive.md</c>.
/// </summary>
public sealed class ArchiveFormat : ITranscriptFormat
{
    public string Name => "archive";

    /// <remarks>
    /// The heading of the conversation is the converter's own: below it, one header or half sentence shows that the whole file is its work.
    /// Without it the same shapes belong to another format.
    /// </remarks>
    public FormatVote Vote(SourceText source)
    {
        var lines = 0;
        var conversation = false;
        var shaped = false;
        foreach (var line in source.Lines.Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            lines++;
            conversation |= ArchiveSections.KindOf(line) is SectionKind.Conversation;
            shaped |= ArchiveLine.IsHalf(line) || ArchiveLine.IsHeader(line);
        }

        return conversation && shaped ? new FormatVote(lines, lines) : default;
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
