using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Labels the names on lines of their own beside a time, as programs show them in blocks of a name, a time and words. That a name comes again in such
/// blocks tells it from speech.
/// </summary>
internal static class NameBlocks
{
    /// <summary>Least number of blocks in a file that is written so.</summary>
    private const int Fewest = 3;

    /// <summary>Least share of the times in a file that have a name and a role beside them.</summary>
    private const double WithRole = 0.8;

    public static void Settle(List<LabelledLine> lines)
    {
        SettleRoles(lines, name: 0, role: 1, time: 2);
        SettleRoles(lines, name: 1, role: 2, time: 0);
        SettleNames(lines, time: 0, name: 1, static stamp => stamp.IsRange, fewest: 1);
        SettleNames(lines, time: 0, name: 1, static _ => true, Fewest);
        SettleNames(lines, time: 1, name: 0, static _ => true, Fewest);
        SettleTimedWords(lines);
    }

    /// <summary>
    /// A line beside a time that stands alone is a name or speech. It is a name where speech follows directly, and where it recurs in such
    /// places; after a range of times also where it is a full name.
    /// </summary>
    private static void SettleNames(List<LabelledLine> lines, int time, int name, Func<Stamp, bool> isOfKind, int fewest)
    {
        var blocks = Enumerable.Range(0, Math.Max(0, lines.Count - 2))
            .Where(i => lines[i + time] is { Stamp: { } stamp, AfterStamp.Length: 0 } && isOfKind(stamp)
                && IsName(lines[i + name]) && lines[i + 2] is { Kind: LineKind.Words, Stamp: null })
            .ToList();
        var names = blocks.GroupBy(i => lines[i + name].Text, StringComparer.Ordinal).ToList();
        var areUsual = AreUsual(names);
        foreach (var named in names.Where(named => blocks.Count >= fewest
            && (named.Count() > 1 || (fewest == 1 && SpeakerName.IsFullLatin(named.Key)) || (areUsual && IsNameOnce(lines, named.First(), named.Key)))))
        {
            foreach (var i in named)
            {
                var label = Label(named.Key, lines[i + time].Stamp!.Value.Time, "");
                lines[i] = Blank(lines[i]);
                lines[i + 1] = lines[i + 1] with { Kind = LineKind.Words, Text = named.Key, Label = label, Stamp = null };
            }
        }
    }

    /// <summary>
    /// A line between a name and its time, or between both and the words, says what somebody is where it is the same for each name: <c>Ada Quill</c>,
    /// <c>Host</c>, <c>0:05</c>. It is left out, which a diagnostic says.
    /// </summary>
    private static void SettleRoles(List<LabelledLine> lines, int name, int role, int time)
    {
        var written = Enumerable.Range(0, lines.Count).Where(i => !lines[i].IsBlank).ToList();
        var times = Enumerable.Range(0, Math.Max(0, written.Count - 3))
            .Where(i => lines[written[i + time]] is { Stamp.Time: not null, AfterStamp.Length: 0 })
            .ToList();
        var names = times
            .Where(i => IsName(lines[written[i + name]])
                && lines[written[i + role]] is { Kind: LineKind.Words, Stamp: null }
                && lines[written[i + 3]] is { Kind: LineKind.Words, Stamp: null })
            .GroupBy(i => lines[written[i + name]].Text, StringComparer.Ordinal)
            .ToList();
        var blocks = names.Sum(static named => named.Count());
        if (blocks < Fewest || blocks < times.Count * WithRole || names.Where(static named => named.Count() > 1).Sum(static named => named.Count()) * 2 <= blocks
            || names.Exists(named => named.Select(i => lines[written[i + role]].Text).Distinct(StringComparer.Ordinal).Skip(1).Any()))
        {
            return;
        }

        foreach (var (text, i) in names.SelectMany(static named => named, static (named, i) => (named.Key, i)))
        {
            var label = Label(text, lines[written[i + time]].Stamp!.Value.Time, "") with { Role = lines[written[i + role]].Text };
            lines[written[i + role]] = Blank(lines[written[i + role]]);
            lines[written[i + time]] = Blank(lines[written[i + time]]);
            lines[written[i + name]] = lines[written[i + name]] with { Label = label };
        }
    }

    /// <summary>A name right above words that begin with a time: <c>Ada Quill</c>, <c>(0:05) We shipped.</c></summary>
    private static void SettleTimedWords(List<LabelledLine> lines)
    {
        var blocks = Enumerable.Range(0, Math.Max(0, lines.Count - 1))
            .Where(i => IsName(lines[i]) && (i == 0 || lines[i - 1].IsBlank || Sentences.AreEndedOrTrailOff(lines[i - 1].Text))
                && lines[i + 1] is { Kind: LineKind.Words, Stamp.Time: not null, AfterStamp.Length: > 0 })
            .ToList();
        var names = blocks.GroupBy(i => SpeakerName.Clean(lines[i].Text), StringComparer.Ordinal).ToList();
        if (!AreUsual(names))
        {
            return;
        }

        var speakers = names.Where(named => named.Count() > 1 || IsNameOnce(lines, named.First(), named.Key));
        foreach (var (name, i) in speakers.SelectMany(static named => named, static (named, i) => (named.Key, i)))
        {
            lines[i + 1] = lines[i + 1] with { Label = Label(name, lines[i + 1].Stamp!.Value.Time, lines[i + 1].AfterStamp), Stamp = null };
            lines[i] = Blank(lines[i]);
        }

        // A time before a further paragraph of theirs is one too, in whatever brackets.
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Stamp is { Time: not null, Bracket: '(' or '（' } stamp)
            {
                lines[i] = lines[i] with { Stamp = stamp with { Bracket = '[' } };
            }
        }
    }

    /// <summary>Whether the file is written in such blocks, with a name that comes again.</summary>
    private static bool AreUsual(List<IGrouping<string, int>> names) =>
        names.Exists(static named => named.Count() > 1)
        && names.Where(static named => named.Count() > 1 || IsFullName(named.Key)).Sum(static named => named.Count()) >= Fewest;

    /// <summary>Whether a block that begins after a blank line is that of somebody who speaks once: a full name, or a voice.</summary>
    private static bool IsNameOnce(List<LabelledLine> lines, int block, string name) => (block == 0 || lines[block - 1].IsBlank) && IsFullName(name);

    private static bool IsFullName(string name) => NameForms.Of(name) >= NameForm.Full && !NameForms.BeginsWithArticle(name);

    private static bool IsName(LabelledLine line) =>
        line is { Kind: LineKind.Words, IsIndented: false, Stamp: null }
        && SpeakerName.IsPlausible(line.Text.AsSpan().TrimEnd(":："))
        && !StageNote.IsSound(line.Text);

    private static LabelledLine Blank(LabelledLine line) => line with { Kind = LineKind.Blank, Text = "", Label = null, Stamp = null };

    private static LabelCandidate Label(string name, Timestamp? time, string words) =>
        new(LabelShape.StampBlock, SpeakerName.Clean(name), null, true, time, words, false, false, false, false);
}
