using CsCheck;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Tests.Transcripts.Captions;

public sealed class TurnCutsTests
{
    private const int Minute = 60_000;

    // A cue of speech: how long it lasts, the pause after it, its words, whether they end a sentence.
    private static readonly Gen<(int Length, int Pause, string Words)[]> Talk = Gen.Select(
        Gen.Int[1000, 6000],
        Gen.Frequency((8, Gen.Const(0)), (2, Gen.Int[0, 3000])),
        Gen.OneOf("rope", "tide", "pier", "boat", "grey", "late").Array[3, 9],
        Gen.Bool,
        (length, pause, words, ends) => (length, pause, string.Join(' ', words) + (ends ? "." : ""))).Array[50, 600];

    [Fact]
    public void No_turn_without_a_speaker_lasts_longer_than_a_minute_and_no_word_is_lost() => Talk.Sample(talk =>
    {
        var turns = Turns(talk);

        Assert.All(turns, turn => Assert.InRange(turn.Sum(cue => cue.End!.Value.Milliseconds - cue.Start!.Value.Milliseconds), 0, Minute));
        Assert.Equal(talk.Select(cue => cue.Words), turns.SelectMany(turn => turn).Select(cue => cue.Text));
    }, iter: 200);

    [Fact]
    public void An_edit_of_one_cue_moves_no_cut_but_those_beside_it() => Gen.Select(Talk, Gen.Int[0, 599], Gen.Int[0, 2]).Sample((talk, at, edit) =>
    {
        at %= talk.Length;
        var edited = talk.ToList();
        switch (edit)
        {
            case 0:
                edited[at] = edited[at] with { Words = "Something else was said." };
                break;
            case 1:
                edited.RemoveAt(at);
                break;
            default:
                edited.Insert(at, (2000, 500, "And one more thing."));
                break;
        }

        var before = Turns(talk).Select(Opening).ToList();
        var after = Turns([.. edited]).Select(Opening).ToHashSet();

        // The turn with the edit, those beside it, and one more where a cut has moved between them.
        Assert.InRange(before.Count(opening => !after.Contains(opening)), 0, 4);
    }, iter: 500);

    [Fact]
    public void A_turn_begins_where_a_sentence_ended_before_a_pause()
    {
        var cues = Enumerable.Range(0, 40).Select(i => (Length: 2000, Pause: i == 19 ? 2500 : 0, Words: i == 19 ? "It held." : "it went on"));

        Assert.Equal(20, Turns([.. cues])[0].Count);
    }

    [Fact]
    public void A_named_speaker_goes_on_until_another_speaks()
    {
        var draft = new EditionDraft("a.vtt", "webvtt");
        Utterance.Join(Enumerable.Range(0, 100).Select(i => Cue(i * 4000, 4000, "It went on.") with { Speaker = i == 0 ? "Ada" : null }), draft);

        Assert.Single(draft.Turns);
    }

    [Fact]
    public void One_segment_with_a_whole_talk_is_cut_at_its_sentences()
    {
        var draft = new EditionDraft("a.json", "whisper-json");
        Utterance.Join([Cue(0, 600_000, string.Concat(Enumerable.Range(0, 200).Select(i => $"The rope number {i} held. ")))], draft);

        Assert.InRange(draft.Turns.Count, 6, 30);
        Assert.All(draft.Turns, turn => Assert.StartsWith("The rope number", turn.Paragraphs[0].Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hundred_thousand_cues_that_are_all_alike_are_cut_into_short_turns()
    {
        var turns = Turns([.. Enumerable.Repeat((Length: 3000, Pause: 0, Words: "la la"), 100_000)]);

        Assert.All(turns, turn => Assert.InRange(turn.Count, 1, 20));
    }

    private static string Opening(List<Utterance> turn) => string.Join(' ', turn.Take(3).Select(cue => cue.Text));

    private static List<List<Utterance>> Turns((int Length, int Pause, string Words)[] talk)
    {
        var at = 0;
        var cues = new List<Utterance>();
        foreach (var (length, pause, words) in talk)
        {
            cues.Add(Cue(at, length, words) with { Speaker = Utterance.Nobody });
            at += length + pause;
        }

        var turns = new List<List<Utterance>> { new() };
        foreach (var cue in TurnCuts.Cut(cues))
        {
            if (cue.ByAnother)
            {
                turns.Add([]);
            }

            turns[^1].Add(cue);
        }

        return turns;
    }

    private static Utterance Cue(int start, int length, string words) =>
        new(null, new Timestamp(start), new Timestamp(start + length), words, 1);
}
