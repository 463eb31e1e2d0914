using PodcastInsights.Core.Transcripts.Archive;

namespace PodcastInsights.Core.Tests.Transcripts.Archive;

public sealed class ArchiveLineTests
{
    [Theory]
    [InlineData("Ada Quill :", "Ada Quill")]
    [InlineData("ADA QUILL :", "ADA QUILL")]
    [InlineData("Ada Quill ():", "Ada Quill")]            // the brackets stayed when the time was cut
    [InlineData("Ada Quill (12:34):", "Ada Quill")]       // the short form was never cut
    [InlineData("Ada Quill (1:02:34) :", "Ada Quill")]
    [InlineData("Ada Quill (AQ) :", "Ada Quill")]         // a nickname is no part of the name
    [InlineData("Dr. Ada B. Quill, Psy.D :", "Dr. Ada B. Quill, Psy.D")]
    [InlineData("Ada (AQ) Quill :", "Ada (AQ) Quill")]    // within the name it is one
    [InlineData("Ada “Ace” Quill :", "Ada “Ace” Quill")]
    [InlineData("Ada Quill + Bo Marsh :", "Ada Quill + Bo Marsh")]
    [InlineData("Guest #2 :", "Guest #2")]
    [InlineData("林小明 ：", "林小明")]
    [InlineData(":", null)]
    [InlineData("():", null)]
    [InlineData(" :", null)]
    [InlineData("(12:34):", null)]
    [InlineData("(12:34)", null)]                         // never had its colon
    public void A_header_is_known_by_what_is_left_of_its_time(string line, string? name)
    {
        Assert.True(ArchiveLine.TryHeader(line, out var header));
        Assert.Equal(name, header.Name);
    }

    [Theory]
    [InlineData("Ada Quill")]
    [InlineData("Ada Quill:")]                            // no trace of a time: doubtful
    [InlineData("Here is what we did :)")]
    [InlineData("We shipped. It held. And then :")]       // a sentence
    [InlineData("What did you do then and why was it so :")]
    [InlineData("[inaudible] :")]
    [InlineData("At 12:34 we shipped.")]
    [InlineData("")]
    public void Speech_is_no_header(string line) => Assert.False(ArchiveLine.IsHeader(line));

    [Theory]
    [InlineData("we left at 10", "30 and came back.", "we left at 10:30 and came back.")]
    [InlineData("[inaudible 00", "12:54] or so.", "[inaudible 00:12:54] or so.")]
    [InlineData("The book is Calendars", "A History.", "The book is Calendars: A History.")]
    [InlineData("Look at https", "//example.org/a", "Look at https://example.org/a")]
    [InlineData("The year was 2019", "a good one.", "The year was 2019: a good one.")]
    public void Halves_are_rejoined_as_they_were_split(string half, string rest, string whole) =>
        Assert.Equal(whole, SplitLine.Rejoin(half, rest));
}
