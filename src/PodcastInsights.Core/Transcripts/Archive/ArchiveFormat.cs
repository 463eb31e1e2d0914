namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// The bilingual archive: Markdown pages that a converter made from time-stamped text. It cut the times out and split each
/// line that held a colon there, so sentences became bold "speakers" and headings. See <c>docs/formats/archive.md</c>.
/// </summary>
public sealed class ArchiveFormat : ITranscriptFormat
{
    public string Name => "archive";

    /// <remarks>
    /// The heading of the conversation in both languages is the converter's own: it shows that the whole file is its work. In one language
    /// it takes a header or a half sentence as well; without it the same shapes belong to another format.
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
