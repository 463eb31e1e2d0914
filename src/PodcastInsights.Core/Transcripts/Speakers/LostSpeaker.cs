namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Infers the speaker of the first words where the file has lost the name.</summary>
internal static class LostSpeaker
{
    /// <summary>Number of headers examined; later ones tell little about the beginning.</summary>
    private const int Window = 60;

    /// <summary>Share of the total weight that a guess needs.</summary>
    private const double Confidence = 0.55;

    /// <summary>
    /// Infers the speaker who most often comes directly before the one of the first header. Near headers weigh more, because guests come
    /// and go; words typical for hosts or guests (<see cref="RolePhrases"/>) and being addressed by name count too. Uses the headers as in
    /// the file, before turns are joined: where a file repeats the header for each paragraph, a speaker often precedes himself.
    /// </summary>
    public static void Infer(EditionDraft draft, IReadOnlyDictionary<string, Episodes.SpeakerRole> roles)
    {
        if (draft.Turns is not [{ Speaker: null, SpeakerLost: true } lost, { Speaker: { } next }, ..])
        {
            return;
        }

        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 2; i < draft.Turns.Count && i < Window; i++)
        {
            if (draft.Turns[i].Speaker == next && draft.Turns[i - 1].Speaker is { } before)
            {
                weights[before] = weights.GetValueOrDefault(before) + Math.Pow(i, -3);
            }
        }

        WeighOneselfAgainstOthers(lost, draft, next, weights);
        AddSpeakersNotSeenBeforeNext(draft, next, weights);
        WeighWords(lost, roles, weights);
        if (weights.ContainsKey(next) && RolePhrases.OpensShow(draft.Turns[1]))
        {
            // A clip before the welcome is by another speaker: a host does not open the show twice.
            weights[next] *= 0.01;
        }

        var total = weights.Values.Sum();
        var (name, weight) = weights.Count == 0 ? default : weights.MaxBy(pair => pair.Value);
        if (total <= 0 || weight / total < Confidence)
        {
            draft.Diagnostics.Warning(
                "speaker.unknown", lost.Line, "Who says the first words cannot be told; they stay without a speaker.");
            return;
        }

        lost.Speaker = name;
        lost.SpeakerInferred = true;
        draft.Diagnostics.Info(
            "speaker.inferred", lost.Line, $"The first words are taken to be {name}'s, who speaks before {next} elsewhere.");
    }

    /// <summary>
    /// In a file that repeats headers, <paramref name="next"/> may continue or answer somebody. Most telling are turns before his headers
    /// that resemble the first words in length and in being a question.
    /// </summary>
    private static void WeighOneselfAgainstOthers(DraftTurn lost, EditionDraft draft, string next, Dictionary<string, double> weights)
    {
        var (oneself, others) = (0.0, 0.0);
        for (var i = 2; i < draft.Turns.Count && i < Window; i++)
        {
            if (draft.Turns[i].Speaker == next && draft.Turns[i - 1] is { Speaker: { } before } previous)
            {
                // Over a wider range than above, because a manner of speaking does not change.
                var weight = Likeness(lost, previous) * Math.Pow(i, -1.5);
                (oneself, others) = before == next ? (oneself + weight, others) : (oneself, others + weight);
            }
        }

        if (oneself > 0 && others > 0)
        {
            weights[next] = weights.Where(pair => pair.Key != next).Sum(pair => pair.Value) * oneself / others;
        }
    }

    /// <summary>Similarity from 0.1 for nothing in common, so that one match by chance decides little, to 1.1.</summary>
    private static double Likeness(DraftTurn one, DraftTurn other)
    {
        var (length, otherLength) = (Length(one), Length(other));
        var ratio = (double)Math.Min(length, otherLength) / Math.Max(length, otherLength);
        return 0.1 + (ratio * ratio * (one.Asks == other.Asks ? 1 : 0.2));
    }

    /// <summary>Length in characters plus half a line, so that "Yes." and "I do." are about equal.</summary>
    private static int Length(DraftTurn turn) => 40 + turn.Paragraphs.Sum(paragraph => paragraph.Text.Length);

    /// <summary>Where the next speaker does not speak again soon, adds whoever follows as the likeliest.</summary>
    private static void AddSpeakersNotSeenBeforeNext(EditionDraft draft, string next, Dictionary<string, double> weights)
    {
        if (draft.Turns.Skip(2).FirstOrDefault(turn => turn.Speaker is not null && turn.Speaker != next) is { Speaker: { } other })
        {
            weights[other] = weights.GetValueOrDefault(other) + 0.001;
        }
    }

    private static void WeighWords(
        DraftTurn lost, IReadOnlyDictionary<string, Episodes.SpeakerRole> roles, Dictionary<string, double> weights)
    {
        var text = string.Join('\n', lost.Paragraphs.Select(paragraph => paragraph.Text));
        var cues = RolePhrases.HostPoints(text);
        foreach (var name in weights.Keys.ToList())
        {
            var isHost = roles.GetValueOrDefault(name) == Episodes.SpeakerRole.Host;
            weights[name] *= (cues > 0 && isHost) || (cues < 0 && !isHost) ? 8 : 1;
            weights[name] *= Addresses(text, name) ? 0.1 : 1;
        }

        // A host who reads the opening may not occur before the next speaker otherwise.
        if (cues >= 3 && roles.FirstOrDefault(pair => pair.Value == Episodes.SpeakerRole.Host) is { Key: { } host })
        {
            weights[host] = weights.GetValueOrDefault(host) + weights.Values.Sum() + 0.1;
        }
    }

    /// <summary>Whether the text addresses the name, as in "Right, Ada?"; then somebody else is speaking.</summary>
    private static bool Addresses(string text, string name)
    {
        var first = name.Split(' ')[0];
        var at = text.IndexOf(", " + first, StringComparison.Ordinal);
        return at >= 0 && text.AsSpan(at + 2 + first.Length) is [',' or '.' or '?' or '!', ..];
    }
}
