using System.Text;
using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Tests.Sql;

public sealed class StoredTurnsTests
{
    private static readonly TurnRow[] Rows =
    [
        Row(1, "Ada \"Byron\"", [new Paragraph("A lamp.", new Timestamp(1500), sponsor: false, "en"), new Paragraph("灯\n\t\\ 🙂", null, sponsor: true, "zh")]),
        Row(2, null, []),
        Row(3, "Bo", [
            new Paragraph(
                "A *lit* lamp.", null, sponsor: false, "en", new MarkedText("A lit lamp.", [new TextSpan(2, 3, TextStyles.Emphasis, "https://lamp.example/?a=1&b=\"")])),
        ]),
    ];

    [Fact]
    public void Turns_come_back_as_they_were()
    {
        var read = StoredTurns.Read(StoredTurns.Write(Rows));

        Assert.Equal(Rows.Select(Said), read.Select(Said));
        Assert.Equal(Rows.Select(row => row.ToTurn().Id), read.Select(turn => turn.Id));
    }

    [Fact]
    public void Long_texts_are_stored_in_less_than_half()
    {
        var text = string.Join(' ', Enumerable.Range(0, 500).Select(number => $"the lamp of {number} people"));
        var row = Row(1, "Ada", [new Paragraph(text, null, sponsor: false, "en")]);

        var bytes = StoredTurns.Write([row]);

        Assert.InRange(bytes.Length, 1, text.Length / 2);
        Assert.Equal(text, StoredTurns.Read(bytes)[0].Paragraphs[0].Text);
    }

    [Theory]
    [InlineData(0, 0, "A lamp.")]
    [InlineData(0, 1, "灯\n\t\\ 🙂")]
    [InlineData(2, 0, "A lit lamp.")]
    [InlineData(0, 2, null)]
    [InlineData(1, 0, null)]   // a turn without paragraphs
    [InlineData(3, 0, null)]
    public void One_paragraph_is_found_without_the_others(int turn, int paragraph, string? expected)
    {
        var found = StoredTurns.Find(StoredTurns.Write(Rows), turn, paragraph);

        Assert.Equal(expected, found?.Paragraphs.Single().Plain);
        Assert.Equal(expected is null ? null : turn + 1, found?.Number);
    }

    [Fact]
    public void What_was_not_compressed_is_read_too()
    {
        byte[] bytes = [0, 0, 0, 0, .. Encoding.UTF8.GetBytes("""[[7, "abcdef", null, 0, 12, [["A lamp.", null, 1, "en", 0, null, null, null]]]]""")];

        var turn = StoredTurns.Read(bytes).Single();

        Assert.Equal((7, new Timestamp(12), "A lamp.", 2), (turn.Number, turn.Start, turn.Paragraphs[0].Text, turn.Paragraphs[0].WordCount));
    }

    [Fact]
    public void Bytes_of_another_make_are_refused() =>
        Assert.ThrowsAny<JsonException>(() => StoredTurns.Read([9, 0, 0, 0, 1, 2, 3]));

    private static string Said(TurnRow turn) => Said(turn.ToTurn());

    private static string Said(Turn turn) => JsonSerializer.Serialize((turn.Number, turn.Speaker, turn.SpeakerInferred, turn.Start, turn.Paragraphs));

    private static TurnRow Row(int number, string? speaker, Paragraph[] paragraphs)
    {
        var id = TurnId.Of(number, string.Join(' ', paragraphs.Select(paragraph => paragraph.Plain)));
        return new TurnRow(number, id.Hash, speaker, number == 3, number == 1 ? new Timestamp(61_000) : null, "en", null, paragraphs);
    }
}
