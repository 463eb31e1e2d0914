using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>What the labels of a file say for one name.</summary>
internal sealed class NameEvidence(string name)
{
    public string Name { get; } = name;

    public NameForm Form { get; } = NameForms.Of(name);

    /// <summary>Labels by shape.</summary>
    public Dictionary<LabelShape, int> Shapes { get; } = [];

    /// <summary>Labels whose shape alone, or whose place, shows them to be labels.</summary>
    public int Certain { get; private set; }

    /// <summary>Labels that a sentence could begin with as well.</summary>
    public int Recurring { get; private set; }

    /// <summary>Whether the file introduces initials for the name.</summary>
    public bool IsIntroduced { get; set; }

    /// <summary>Labels at the head of a line with nothing but a colon to mark them.</summary>
    public int OpensLines => Shapes.GetValueOrDefault(LabelShape.Colon) + Shapes.GetValueOrDefault(LabelShape.StampFirst);

    public int Labels => Certain + Recurring;

    /// <summary>Certain labels with a time in them, as no sentence has it.</summary>
    public int Stamped { get; private set; }

    public void Add(in LabelCandidate label, bool certain)
    {
        Shapes[label.Shape] = Shapes.GetValueOrDefault(label.Shape) + 1;
        Stamped += certain && label.HasStamp && label.Shape.Evidence() == LabelEvidence.Certain ? 1 : 0;
        Certain += certain ? 1 : 0;
        Recurring += certain ? 0 : 1;
    }
}
