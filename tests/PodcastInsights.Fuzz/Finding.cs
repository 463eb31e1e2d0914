namespace PodcastInsights.Fuzz;

internal enum FindingKind
{
    /// <summary>A step of reading threw; readers lose what the step gives.</summary>
    Exception,

    /// <summary>The file takes more processor time than a file may.</summary>
    Slow,

    /// <summary>Words of the file are nowhere in the edition, and no diagnostic says so.</summary>
    LostWords,
}

/// <summary>What is wrong with the reading of one input.</summary>
/// <param name="Cause">Alike for findings that are likely to be the same fault: the place that threw, the format that lost words.</param>
/// <param name="Reason">For whoever mends it.</param>
internal sealed record Finding(FindingKind Kind, string Cause, string Reason, FuzzInput Input);
