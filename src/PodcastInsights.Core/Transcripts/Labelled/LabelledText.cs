using System.Runtime.CompilerServices;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A file looked at as labelled speech: its lines, who speaks, and whether anybody does.</summary>
internal sealed class LabelledText
{
    // Recognition and reading ask for the same text one after the other.
    private static readonly ConditionalWeakTable<SourceText, LabelledText> Latest = [];

    private LabelledText(SourceText source)
    {
        var metadata = new EditionDraft(source.Path, LabelledFormat.FormatName);
        Lines = LabelledLines.Read(source, FrontMatter.Read(source, metadata));
        Named = new NamedPeople([.. metadata.NamedSpeakers, .. metadata.NamedHosts, .. metadata.NamedGuests]);
        PartsLanguages = LanguageLabel.PartsWords(Lines);
        Cast = Cast.Of(Lines, Named, PartsLanguages);
        IsConversation = !IsData(source.Text) && Conversation.IsIn(Lines, Cast, Named);
        if (!IsConversation && !IsData(source.Text) && WholeFileLabels.In(Lines) is { } labelled
            && Cast.Of(labelled, Named, false) is var cast && Conversation.IsIn(labelled, cast, Named))
        {
            (Lines, Cast, IsConversation) = (labelled, cast, true);
        }

        IsTimed = !IsData(source.Text) && TimedWords.Are(Lines);
        Written = Lines.Count(static line => !line.IsBlank);
    }

    /// <summary>Those below the front matter.</summary>
    public IReadOnlyList<LabelledLine> Lines { get; }

    public NamedPeople Named { get; }

    public Cast Cast { get; }

    /// <summary>Whether labels below the speakers' name the languages of the words.</summary>
    public bool PartsLanguages { get; }

    /// <summary>Lines with something on them.</summary>
    public int Written { get; }

    /// <summary>Whether speakers named by labels speak in the file.</summary>
    public bool IsConversation { get; }

    /// <summary>Whether the words are somebody's: of named speakers, or of nobody named but timed as a recording is.</summary>
    public bool IsSpeech => IsConversation || IsTimed;

    /// <summary>Whether labels are read: not where the words of a recording without names are all that is there.</summary>
    public bool HasSpeakers => IsConversation || !IsTimed;

    /// <summary>Whether the words are those of a recording, which names nobody but has the time of each line.</summary>
    private bool IsTimed { get; }

    /// <summary>JSON is no text that somebody wrote, whatever stands before its colons.</summary>
    private static bool IsData(string text) =>
        text.AsSpan().TrimStart() is ['{', ..] or ['[', '{' or '"' or '\n' or '\r' or ' ', ..];

    public static LabelledText Of(SourceText source) => Latest.GetValue(source, static source => new LabelledText(source));

    /// <summary>Index of the first line that names a speaker; the number of lines where none does.</summary>
    public int FirstLabel()
    {
        // What stands above the heading of the transcript is about it, also where it names who speaks.
        var heading = 0;
        while (heading < Lines.Count && !(Lines[heading].Kind == LineKind.Heading && SectionHeading.SaysTranscript(Lines[heading])))
        {
            heading++;
        }

        var first = FirstLabel(heading);
        return first < Lines.Count ? first : FirstLabel(0);
    }

    private int FirstLabel(int from)
    {
        for (var i = from; i < Lines.Count && HasSpeakers; i++)
        {
            if (Lines[i].Label is { } label && Cast.TryGet(label, out _))
            {
                return i;
            }
        }

        return Lines.Count;
    }
}
