namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>Infers who says the first words where the file has lost their speaker.</summary>
internal static class LostSpeaker
{
    /// <summary>Headers looked at; who spoke before whom further on says little of a beginning with other guests.</summary>
    private const int Window = 60;

    /// <summary>What a guess must have of all weight to be made.</summary>
    private const double Confidence = 0.55;

    /// <summary>
    /// The speaker who most often comes right before the one whose header stands first. Near headers weigh most, since guests come
    /// and go; words that only a host or only a guest says (<see cref="RolePhrases"/>) and being addressed by name weigh as well.
    /// Headers are taken as the file has them, before turns of one speaker are joined: a file that repeats a speaker's header for each
    /// paragraph thus counts as one where a speaker often precedes himself.
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
            // A clip before the welcome is of somebody else: nobody opens his show twice.
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
    /// A file that repeats headers leaves open whether <paramref name="next"/> goes on or answers somebody. Of what is said before
    /// his headers, turns as long as the first words, and asking or not as they do, tell most.
    /// </summary>
    private static void WeighOneselfAgainstOthers(DraftTurn lost, EditionDraft draft, string next, Dictionary<string, double> weights)
    {
        var (oneself, others) = (0.0, 0.0);
        for (var i = 2; i < draft.Turns.Count && i < Window; i++)
        {
            if (draft.Turns[i].Speaker == next && draft.Turns[i - 1] is { Speaker: { } before } previous)
            {
                // Wider than above: guests come and go, but somebody's manner of talking stays.
                var weight = Likeness(lost, previous) * Math.Pow(i, -1.5);
                (oneself, others) = before == next ? (oneself + weight, others) : (oneself, others + weight);
            }
        }

        if (oneself > 0 && others > 0)
        {
            weights[next] = weights.Where(pair => pair.Key != next).Sum(pair => pair.Value) * oneself / others;
        }
    }

    /// <summary>From 0.1 for turns that have nothing in common, so that one chance likeness decides little, to 1.1.</summary>
    private static double Likeness(DraftTurn one, DraftTurn other)
    {
        var (length, otherLength) = (Length(one), Length(other));
        var ratio = (double)Math.Min(length, otherLength) / Math.Max(length, otherLength);
        return 0.1 + (ratio * ratio * (one.Asks == other.Asks ? 1 : 0.2));
    }

    /// <summary>Characters and half a line more: "Yes." is as short as "I do."</summary>
    private static int Length(DraftTurn turn) => 40 + turn.Paragraphs.Sum(paragraph => paragraph.Text.Length);

    /// <summary>
    /// Where the next speaker never speaks again, or too late, whoever follows next is the likeliest to have come before.
    /// </summary>
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

        // A host who reads the opening may not be among those seen before the next speaker.
        if (cues >= 3 && roles.FirstOrDefault(pair => pair.Value == Episodes.SpeakerRole.Host) is { Key: { } host })
        {
            weights[host] = weights.GetValueOrDefault(host) + weights.Values.Sum() + 0.1;
        }
    }

    /// <summary>"Right, Ada?": one does not call oneself.</summary>
    private static bool Addresses(string text, string name)
    {
        var first = name.Split(' ')[0];
        var at = text.IndexOf(", " + first, StringComparison.Ordinal);
        return at >= 0 && text.AsSpan(at + 2 + first.Length) is [',' or '.' or '?' or '!', ..];
    }
}
