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
        var lines = 0;
        var conversation = false;
        var certain = false;
        var shaped = false;
        foreach (var line in source.Lines.Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            lines++;
            var isHeading = ArchiveSections.KindOf(line) is SectionKind.Conversation;
            conversation |= isHeading;
            certain |= isHeading && line.Contains('|', StringComparison.Ordinal);
            shaped |= ArchiveLine.IsHalf(line) || ArchiveLine.IsHeader(line);
        }

        return certain || (conversation && shaped) ? new FormatVote(lines, lines) : default;
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
