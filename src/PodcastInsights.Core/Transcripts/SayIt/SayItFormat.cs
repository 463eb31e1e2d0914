using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.SayIt;

/// <summary>Each speech under a heading with its speaker's name: <c>### 林小明：</c>. See <c>docs/formats/sayit.md</c>.</summary>
public sealed class SayItFormat : ITranscriptFormat
{
    public string Name => "sayit";

    public Markup Markup => Markup.Markdown;

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Text.Contains("##", StringComparison.Ordinal))
        {
            return default;
        }

        var lines = source.Lines.Skip(FrontMatter.End(source)).ToList();
        var cast = SpeakerHeading.CastOf(lines);
        return MarkdownVote.Of(
            lines,
            line => SpeakerHeading.TryRead(line, out var speaker) || SpeakerHeading.TryReadDamaged(line, cast, out speaker, out _)
                ? (speaker, "")
                : null,
            doubtfulReach: VoteCount.ToTheNext);
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var first = FrontMatter.Read(source, draft);
        var cast = SpeakerHeading.CastOf(source.Lines);
        var turns = new TurnBuilder(draft);
        for (var i = first; i < source.Lines.Count; i++)
        {
            ReadLine(source.Lines[i].Trim(), i + 1, cast, draft, turns);

            // Every line is a section of its own: that is how the site cites them.
            turns.EndParagraph();
        }

        turns.Finish();
        draft.PublishedOn ??= LeadingDate.Of(draft.Titles.Values.FirstOrDefault()) ?? LeadingDate.Of(Path.GetFileName(source.Path));
        return draft;
    }

    private static void ReadLine(string line, int number, HashSet<string> cast, EditionDraft draft, TurnBuilder turns)
    {
        if (draft.Titles.Count == 0 && draft.Turns.Count == 0 && Heading.TryRead(line, out var level, out var heading) && level == 1)
        {
            draft.Titles.Add(TitleLanguage.Of(heading), heading);
        }
        else if (SpeakerHeading.TryRead(line, out var speaker))
        {
            turns.Open(speaker, number, null);
        }
        else if (SpeakerHeading.TryReadDamaged(line, cast, out speaker, out var words))
        {
            draft.Diagnostics.Info(
                "sayit.heading-repaired", number, $"The heading of {speaker} was read although it is not of the usual form.");
            turns.Open(speaker, number, null);
            AddWords(words, number, draft, turns);
        }
        else if (Heading.TryRead(line, out _, out heading))
        {
            turns.Note(heading, number);
        }
        else if (line.StartsWith('>'))
        {
            if (line.TrimStart('>', ' ', '\u3000') is { Length: > 0 } note)
            {
                turns.Note(note, number);
            }
        }
        else
        {
            AddWords(line, number, draft, turns);
        }
    }

    private static void AddWords(string line, int number, EditionDraft draft, TurnBuilder turns)
    {
        foreach (var address in Frame.Remove(ref line))
        {
            draft.Diagnostics.Warning("sayit.frame-dropped", number, $"A frame of another site was left out ({address}).");
        }

        if (line.Length > 0)
        {
            turns.Add(line, number);
        }
    }
}
