using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Text with labelled speakers, in any shape or mixture of shapes. See <c>docs/formats/labelled.md</c>. Parsing has three steps: find label
/// candidates (<see cref="LabelScanner"/>), decide who speaks (<see cref="Cast"/>), make turns (<see cref="LabelledReader"/>).
/// </summary>
internal sealed class LabelledFormat : ITranscriptFormat
{
    internal const string FormatName = "labelled";

    public string Name => FormatName;

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = LabelledText.Of(source);
        return new FormatVote(text.Written, text.IsSpeech ? text.Written : 0);
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        FrontMatter.Read(source, draft);
        new LabelledReader(LabelledText.Of(source), draft).Read();
        draft.PublishedOn ??= WrittenDate.Leading(draft.Titles.Values.FirstOrDefault() ?? "").Date ?? FileName.Of(source.Path).Date;
        return draft;
    }
}
