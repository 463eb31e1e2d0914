using CsCheck;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Episodes;

public sealed class EpisodeSlugTests
{
    [Theory]
    [InlineData("Gustav Söderström", "gustav-soderstrom")]
    [InlineData("Ada Quill + Bo 2.0", "ada-quill-bo-2-0")]
    [InlineData("Ada's Year", "adas-year")]
    [InlineData("Ada Quill_", "ada-quill")]
    [InlineData("2017-01-06-林小明來訪", "2017-01-06-林小明來訪")]
    [InlineData("So\u0308der", "soder")]                      // as some file systems store it
    [InlineData("ガイド", "ガイド")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("…", "episode")]
    public void It_keeps_letters_and_digits(string name, string slug) => Assert.Equal(slug, EpisodeSlug.From(name).Value);

    [Fact]
    public void Every_slug_made_is_read_back() => Gen.String.Sample(name =>
    {
        var slug = EpisodeSlug.From(name);
        return EpisodeSlug.TryParse(slug.Value, out var read) && read == slug && EpisodeSlug.From(slug.Value) == slug;
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ada")]
    [InlineData("ada quill")]
    [InlineData("ada--quill")]
    [InlineData("-ada")]
    [InlineData("a/b")]
    public void Anything_else_is_no_slug(string? text) => Assert.False(EpisodeSlug.TryParse(text, out _));

    [Fact]
    public void Half_a_surrogate_pair_is_no_letter()
    {
        Assert.Equal("a-b", EpisodeSlug.From("a\ud800b").Value);
        Assert.False(EpisodeSlug.TryParse("a\ud800b", out _));
    }
}
