using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A file analysed as labelled speech: its lines, its cast, and whether it is speech at all.</summary>
internal sealed class LabelledText
{
    // Number of labels that may be other lines than a speaker's: a title, the file's own metadata.
    private const int FewLabels = 3;

    // Number of lines to a label from which on they may be so.
    private const int RareLabels = 10;

    // Caches the analysis, because voting and parsing use the same text in sequence.
    private static readonly ConditionalWeakTable<SourceText, LabelledText> Latest = [];

    /// <summary>Length in bytes of what is looked at to recognise JSON.</summary>
    private const int DataLooked = 1024;

    /// <summary>Number of tokens by which JSON is recognised: an error further on makes a damaged JSON file, not a transcript.</summary>
    private const int DataTokens = 6;

    private static readonly JsonReaderOptions DataOptions =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true };

    private LabelledText(SourceText source)
    {
        var metadata = new EditionDraft(source.Path, LabelledFormat.FormatName);
        var first = FrontMatter.Read(source, metadata);
        var lines = IsData(source.Text) ? [] : LabelledLines.Read(source, first);
        Rows = SpeechRows.Settle(lines);
        Lines = lines;
        Named = new NamedPeople([.. metadata.NamedSpeakers, .. metadata.NamedHosts, .. metadata.NamedGuests]);
        PartsLanguages = LanguageLabel.PartsWords(Lines);
        Cast = Cast.Of(Lines, Named, PartsLanguages);
        IsConversation = Conversation.IsIn(Lines, Cast, Named);
        var labels = IsConversation ? Lines.Count(line => line.Label is { } label && Cast.TryGet(label, out _)) : 0;
        if ((labels <= FewLabels || labels * RareLabels < Lines.Count(static line => !line.IsBlank)) && WholeFileLabels.In(Lines) is { } labelled
            && labelled.Count(static line => line.Label is not null) > 2 * labels
            && Cast.Of(labelled, Named, false) is var cast && Conversation.IsIn(labelled, cast, Named))
        {
            (Lines, Cast, IsConversation) = (labelled, cast, true);
        }

        IsTimed = !IsConversation && TimedWords.Are(Lines);
        Questions = IsTimed ? new HashSet<int>() : BoldQuestions.In(Lines, i => IsConversation && IsLabel(Lines[i]));
        Told = IsConversation || IsTimed || Questions.Count > 0 ? null : ToldTranscript.In(Lines);
        Headings = IsConversation ? PlainHeadings.In(Lines, i => IsLabel(Lines[i])) : new HashSet<int>();
        Written = Lines.Count(static line => !line.IsBlank);
    }

    /// <summary>The lines after the front matter; none where the text is JSON.</summary>
    public IReadOnlyList<LabelledLine> Lines { get; }

    /// <summary>The tables that are speech; null for none.</summary>
    public SpeechRows? Rows { get; }

    public NamedPeople Named { get; }

    public Cast Cast { get; }

    /// <summary>Whether labels below those of the speakers give the language of the text.</summary>
    public bool PartsLanguages { get; }

    /// <summary>Number of lines that are not blank.</summary>
    public int Written { get; }

    /// <summary>Whether labelled speakers speak in the file.</summary>
    public bool IsConversation { get; }

    /// <summary>Whether the text is speech: with labelled speakers, or without names and with times as of a recording.</summary>
    public bool IsSpeech => IsConversation || IsTimed || Questions.Count > 0 || Told is not null;

    /// <summary>Whether labels are used: not in a recording or an interview without names.</summary>
    public bool HasSpeakers => IsConversation || !(IsTimed || Questions.Count > 0 || Told is not null);

    /// <summary>Where the words of nobody who is named stand below the heading of a transcript; null for nowhere.</summary>
    public ToldTranscript? Told { get; }

    /// <summary>Indexes of lines that are headings, in capitals and without a mark.</summary>
    public IReadOnlySet<int> Headings { get; }

    /// <summary>Indexes of lines with questions of somebody who is not named.</summary>
    public IReadOnlySet<int> Questions { get; }

    /// <summary>Whether the text is a recording without names in which each line has a time.</summary>
    private bool IsTimed { get; }

    /// <summary>Whether the text begins as JSON, which has no labels. It is often one line of many megabytes. Words in brackets are no JSON.</summary>
    private static bool IsData(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start is not ['{' or '[', ..])
        {
            return false;
        }

        Span<byte> read = stackalloc byte[DataLooked];
        Utf8.FromUtf16(start, read, out var taken, out var written);
        var reader = new Utf8JsonReader(read[..written], taken == start.Length, new JsonReaderState(DataOptions));
        try
        {
            var hasStrings = false;
            for (var tokens = 0; tokens < DataTokens; tokens++)
            {
                if (!reader.Read())
                {
                    // A string that is longer than what is looked at, or the end of the text.
                    return hasStrings || taken < start.Length;
                }

                hasStrings |= reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String;
            }

            return hasStrings;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static LabelledText Of(SourceText source) => Latest.GetValue(source, static source => new LabelledText(source));

    /// <summary>Whether the line begins with the label of a speaker.</summary>
    public bool IsLabel(LabelledLine line) => line.Label is { } label && HasSpeakers && Cast.TryGet(label, out _);

    /// <summary>Index of the last heading before a line that says that a transcript follows; -1 for none.</summary>
    public int TranscriptHeading(int before)
    {
        var heading = before - 1;
        while (heading >= 0 && !(Lines[heading].Kind == LineKind.Heading && SectionHeading.SaysTranscript(Lines[heading])))
        {
            heading--;
        }

        return heading;
    }

    /// <summary>Index of the first line with a speaker's label or a question; the number of lines where there is none.</summary>
    public int FirstLabel()
    {
        // Text before the heading of the transcript is about it, even where it has labels.
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
        for (var i = from; i < Lines.Count; i++)
        {
            if (Questions.Contains(i) || IsLabel(Lines[i]))
            {
                return i;
            }
        }

        return Lines.Count;
    }
}
