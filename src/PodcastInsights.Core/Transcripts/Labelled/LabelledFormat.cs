using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Text that labels its speakers, in whatever shapes and mixture of them. See <c>docs/formats/labelled.md</c>. It reads in three steps: label
/// candidates of every shape (<see cref="LabelScanner"/>), who speaks (<see cref="Cast"/>), and the turns (<see cref="LabelledReader"/>).
/// </summary>
public sealed class LabelledFormat : ITranscriptFormat
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
