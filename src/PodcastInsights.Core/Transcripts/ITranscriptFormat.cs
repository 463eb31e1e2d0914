namespace PodcastInsights.Core.Transcripts;

/// <summary>How much of a file a format explains.</summary>
/// <param name="Lines">Lines with something on them.</param>
/// <param name="Explained">Those of them whose shape the format knows and plain prose has not, weighted by how telling it is.</param>
public readonly record struct FormatVote(int Lines, int Explained)
{
    /// <summary>From 0 (not this format) to 1.</summary>
    public double Share => Lines == 0 ? 0 : Math.Min(1, (double)Explained / Lines);
}

/// <summary>One shape in which people keep transcripts. Lives in a folder of its own with its recogniser and parser.</summary>
public interface ITranscriptFormat
{
    /// <summary>In lower case, as reports and <c>docs/formats/</c> name it.</summary>
    string Name { get; }

    /// <summary>What stands among the words of its paragraphs.</summary>
    Markup Markup => Markup.None;

    /// <summary>Looks at all lines; never throws.</summary>
    FormatVote Vote(SourceText source);

    /// <summary>Reads the file; never throws on odd text, and what it does not understand stays text and makes a diagnostic.</summary>
    EditionDraft Parse(SourceText source);
}
