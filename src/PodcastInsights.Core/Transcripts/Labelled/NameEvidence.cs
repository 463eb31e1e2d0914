using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>The evidence for one name in a file's labels.</summary>
internal sealed class NameEvidence(string name)
{
    public string Name { get; } = name;

    public NameForm Form { get; } = NameForms.Of(name);

    /// <summary>Number of labels by shape.</summary>
    public Dictionary<LabelShape, int> Shapes { get; } = [];

    /// <summary>Number of labels that are certain by shape or place.</summary>
    public int Certain { get; private set; }

    /// <summary>Number of labels that may be the start of a sentence.</summary>
    public int Recurring { get; private set; }

    /// <summary>Whether the file gives initials for the name.</summary>
    public bool IsIntroduced { get; set; }

    /// <summary>Whether a label of it is a heading with a time, of the level at which the other such headings are of names that come again.</summary>
    public bool IsHeadedAsOthers { get; set; }

    /// <summary>Whether each label of it has words on its line.</summary>
    public bool IsBeforeWords { get; private set; } = true;

    /// <summary>Number of labels at the start of a line that only have a colon.</summary>
    public int OpensLines => Shapes.GetValueOrDefault(LabelShape.Colon) + Shapes.GetValueOrDefault(LabelShape.StampFirst);

    public int Labels => Certain + Recurring;

    /// <summary>Number of certain labels with a time.</summary>
    public int Stamped { get; private set; }

    public void Add(in LabelCandidate label, bool certain)
    {
        Shapes[label.Shape] = Shapes.GetValueOrDefault(label.Shape) + 1;
        Stamped += certain && label.HasStamp && label.Shape.Evidence() == LabelEvidence.Certain ? 1 : 0;
        IsBeforeWords &= !label.StandsAlone;
        Certain += certain ? 1 : 0;
        Recurring += certain ? 0 : 1;
    }
}
