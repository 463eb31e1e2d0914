namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Says in diagnostics what a reader of the file is not shown: roles, columns, comments, phrases that are in each line.</summary>
internal sealed class LeftOut(LabelledText text, DiagnosticList diagnostics)
{
    private readonly HashSet<(string Name, string? Role)> told = [];

    /// <summary>Says what a label has behind or below the name, once for each label.</summary>
    public void TellRole(string speaker, in LabelCandidate label, int number)
    {
        if ((label.Role is not null || text.Cast.SaysMoreThanName(label)) && told.Add((label.Name, label.Role)))
        {
            diagnostics.Info("labelled.role-left-out", number, $"The label says more than the name of {speaker}; the rest was left out: {label.Role ?? label.Name}");
        }
    }

    /// <summary>Says what was left out of the whole file.</summary>
    public void Tell()
    {
        if (text.Lines.FirstOrDefault(static line => line is { Label: null, Stamp: { } stamp } && stamp.Length == line.Text.Length && line.Text.Any(char.IsLetter)) is { Number: > 0 } phrase)
        {
            diagnostics.Info("labelled.phrase-left-out", phrase.Number, $"The same words stand before each time, and no name; they were left out: {phrase.Text}");
        }

        if (text.Rows is { LeftOut.Count: > 0 } rows)
        {
            diagnostics.Info("labelled.columns-left-out", rows.Header, $"These columns of the table were left out: {string.Join(", ", rows.LeftOut)}.");
        }

        var comments = text.Lines.Where(static line => line.HadComment).Select(static line => line.Number).ToList();
        if (comments.Count > 0)
        {
            diagnostics.Info(
                "labelled.comments-left-out",
                comments[0],
                $"Comments were left out of {comments.Count} lines, the last of them line {comments[^1]}; readers are not shown them.");
        }
    }
}
