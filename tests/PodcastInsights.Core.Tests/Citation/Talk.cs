using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Citation;

/// <summary>Made-up conversations and what editors do to them.</summary>
internal static class Talk
{
    private static readonly string[] Words =
        ("the a of and I we you it that is was not never always one two boat leak oak harbour tide pump nail plank copper rope winter rain "
        + "island sailor hammer don't well-known market Über café $5 10% slowly probably because before after mend paint wood storm cook "
        + "lantern gull anchor").Split(' ');

    private static readonly string[] Characters = [.. "我们修船的时候总是先看哪里漏水不会说话但是海边木头知道灯塔每天都亮起来风雨很大".Select(c => c.ToString())];

    public static Turn Turn(int number, string? speaker, params string[] paragraphs) => new(
        TurnId.Of(number, string.Join('\n', paragraphs)),
        number,
        speaker,
        false,
        null,
        [.. paragraphs.Select(text => new Paragraph(text, null, false, "en"))]);

    /// <summary>Turns numbered and named as an import would.</summary>
    public static IReadOnlyList<Turn> Of(IEnumerable<(string Speaker, string Text)> said)
    {
        var turns = said.Where(turn => turn.Text.Trim().Length > 0).ToList();
        var ids = TurnId.OfAll([.. turns.Select(turn => turn.Text)]);
        return [.. turns.Select((turn, index) => Turn(index + 1, turn.Speaker, turn.Text.Split('\n')) with { Id = ids[index] })];
    }

    public static List<(string Speaker, string Text)> Invented(Random random, bool chinese = false) =>
    [
        .. Enumerable.Range(0, random.Next(5, 40)).Select(index => (
            index % 2 == 0 ? "Petra" : "Mira",
            random.Next(4) == 0 && !chinese ? Interjection(random) : Sentence(random, random.Next(1, 60), chinese))),
    ];

    public static string Sentence(Random random, int words, bool chinese = false) => chinese
        ? string.Concat(Enumerable.Range(0, words).Select(_ => Characters[random.Next(Characters.Length)] + (random.Next(9) == 0 ? "，" : "")))
        : string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)] + (random.Next(9) == 0 ? "," : "")))
            + (random.Next(5) == 0 ? "?" : ".");

    public static string Word(Random random, bool chinese) =>
        chinese ? Characters[random.Next(Characters.Length)] : Words[random.Next(Words.Length)];

    private static string Interjection(Random random) => ((string[])["Yeah.", "Right.", "Before that?", "Before that.", "Yes, exactly."])[random.Next(5)];
}
