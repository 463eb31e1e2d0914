using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Tests.Transcripts.Turns;

public sealed class SectionListTests
{
    [Theory]
    [InlineData("How it began", "How it began")]
    [InlineData("  How\t it\u3000 began ", "How it began")]
    [InlineData("", null)]
    [InlineData(" \t", null)]
    public void A_title_is_on_one_line_without_blanks_around(string heading, string? title) =>
        Assert.Equal(title, Read(heading).Sections.SingleOrDefault()?.Title);

    [Theory]
    [InlineData("w", 100_000)]
    [InlineData("很长的标题", 20_000)]
    [InlineData("🙂", 20_000)]
    [InlineData("many words ", 10_000)]
    public void A_title_is_bounded_and_cut_between_words_or_characters(string piece, int times)
    {
        var edition = Read(string.Concat(Enumerable.Repeat(piece, times)));

        var title = edition.Sections.Single().Title;
        Assert.InRange(title.Length, SectionList.LongestTitle - Math.Max(2, piece.Length), SectionList.LongestTitle);
        Assert.EndsWith("…", title, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(title[^2]));
        Assert.Equal((3, "section.title-cut"), edition.Diagnostics.Select(diagnostic => (diagnostic.Line, diagnostic.Code)).Single());
        Assert.Equal(title, Read(title).Sections.Single().Title);
    }

    [Fact]
    public void Sections_are_numbered_through_the_edition_and_name_the_turn_below()
    {
        var draft = Draft("Part one", "Chapter one");
        draft.Turns.Add(Turn("Bo", "Yes.", "Chapter two"));
        var ids = new[] { TurnId.Of(1, "It held."), TurnId.Of(2, "Yes.") };

        Assert.Equal(
            [(1, "Part one", ids[0]), (2, "Chapter one", ids[0]), (3, "Chapter two", ids[1])],
            SectionList.Of(draft, ids).Select(section => (section.Number, section.Title, section.TurnId)));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 3)]          // of two headings the nearest
    [InlineData(99, 3)]
    public void A_turn_stands_in_the_section_whose_heading_is_nearest_above(int turn, int? number)
    {
        var sections = new[] { (1, 2), (2, 4), (3, 4) }
            .Select(section => new Section(section.Item1, "x", null, TurnId.Of(section.Item2, "x"))).ToList();

        Assert.Equal(number, sections.At(turn)?.Number);
    }

    private static (IReadOnlyList<Section> Sections, IReadOnlyList<Diagnostic> Diagnostics) Read(string heading)
    {
        var draft = Draft(heading);
        return (SectionList.Of(draft, [TurnId.Of(1, "It held.")]), draft.Diagnostics.Items);
    }

    private static EditionDraft Draft(params string[] headings)
    {
        var draft = new EditionDraft("x.md", "test");
        draft.Turns.Add(Turn("Ada Quill", "It held.", headings));
        return draft;
    }

    private static DraftTurn Turn(string speaker, string text, params string[] headings)
    {
        var turn = new DraftTurn(speaker, 5);
        turn.Paragraphs.Add(new DraftParagraph(text, 5));
        turn.Sections.AddRange(headings.Select(heading => new DraftSection(heading, null, 3)));
        return turn;
    }
}
