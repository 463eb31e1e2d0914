namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// The bilingual archive: Markdown pages made by a converter from text with timestamps. It removed the times and split each line with a
/// colon there, so that half sentences became bold "speakers" and headings. See <c>docs/formats/archive.md</c>.
/// </summary>
internal sealed class ArchiveFormat : ITranscriptFormat
{
    public string Name => "archive";

    /// <remarks>
    /// The bilingual heading of the conversation is written by this converter only, and proves that the whole file is its work. A heading
    /// in one language needs a header or a half sentence as well, because the same shapes occur in other formats.
    /// </remarks>
    public FormatVote Vote(SourceText source)
    {
        var lines = source.Lines.Count(static line => !string.IsNullOrWhiteSpace(line));
        var heading = source.Lines.FirstOrDefault(static line => ArchiveSections.KindOf(line) is SectionKind.Conversation);
        return heading is not null
            && (heading.Contains('|', StringComparison.Ordinal)
                || source.Lines.Any(static line => ArchiveLine.IsHalf(line) || ArchiveLine.IsHeader(line)))
            ? new FormatVote(lines, lines)
            : default;
    }

    public EditionDraft Parse(SourceText source)
    {
        var draft = new EditionDraft(source.Path, Name);
        var sections = ArchiveSections.Read(source, draft.Diagnostics);
        ArchiveFrontMatter.Read(sections, draft);
        ArchiveConversation.Read(sections.Conversation, sections.Preface, draft);
        ArchiveTakeaways.Read(sections.Takeaways, draft);
        return draft;
    }
}
