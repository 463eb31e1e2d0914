namespace PodcastInsights.Core.Transcripts;

/// <summary>How much of a file a format matches.</summary>
/// <param name="Lines">Number of lines that are not blank.</param>
/// <param name="Explained">Number of lines with a shape that the format knows and plain prose does not have, weighted by how specific it is.</param>
public readonly record struct FormatVote(int Lines, int Explained)
{
    /// <summary>From 0 (not this format) to 1.</summary>
    public double Share => Lines == 0 ? 0 : Math.Min(1, (double)Explained / Lines);
}

/// <summary>A file format of transcripts. Each one has a folder of its own with its recogniser and parser.</summary>
internal interface ITranscriptFormat
{
    /// <summary>Name in lower case, as in reports and <c>docs/formats/</c>.</summary>
    string Name { get; }

    /// <summary>Markup in the paragraphs.</summary>
    Markup Markup => Markup.None;

    /// <summary>Judges whether the file is in this format, by all its lines. Never throws.</summary>
    FormatVote Vote(SourceText source);

    /// <summary>Parses the file. Never throws on malformed text: what cannot be parsed stays text, with a diagnostic.</summary>
    EditionDraft Parse(SourceText source);
}
