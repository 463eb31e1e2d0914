using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class RecordingFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("library").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Ada.md, Ada.mp3", "ada: Ada.mp3")]
    [InlineData("Ada.md, Ada.zh.md, Ada.mp3", "ada: Ada.mp3")]
    [InlineData("Ada.md, Ada.zh.md, Ada.mp3, Ada.zh.mp3", "ada: Ada.mp3 Ada.zh.mp3")]
    [InlineData("Ada.md, Ada.srt, Ada.MP3", "ada: Ada.MP3")]                             // several transcripts are one episode
    [InlineData("Ada.md, Ada.mp4, Ada.wav, Ada.opus", "ada: Ada.opus")]                  // the one that is small and most browsers play
    [InlineData("Ada.md, ADA.mp3", "ada: ADA.mp3")]
    [InlineData("Ada.md, ada.mp3, Ada.wav", "ada: Ada.wav")]                             // the same name before one in another case
    [InlineData("Ada.md, ada.md, ADA.mp3", "ada: -; ada-2: -")]                          // whose it is cannot be told
    [InlineData("Ada.mp3.srt, Ada.mp3", "ada-mp3: Ada.mp3")]                             // what programs that write down speech call their files
    [InlineData("Ada.m4a.zh.json, Ada.m4a", "ada-m4a: Ada.m4a")]
    [InlineData("a/Ada.md, Ada.mp3", "ada: -")]                                          // in another folder
    [InlineData("a/Ada.md, a/Ada.mp3, b/Ada.md, b/Ada.ogg", "ada: a/Ada.mp3; b-ada: b/Ada.ogg")]
    [InlineData("talk/transcript.md, talk/audio.mp3", "talk: talk/audio.mp3")]           // the folder is the episode
    [InlineData("talk/transcript.md, talk/one.mp3, talk/two.mp3", "talk: -")]
    [InlineData("talk/transcript.md, talk/talk.mp3, talk/jingle.mp3", "talk: talk/talk.mp3")]
    [InlineData("talk/Ada.md, talk/audio.mp3", "ada: -")]
    [InlineData("Ada.md, Ada.wma, Ada.mov, Ada.jpg", "ada: -")]                          // browsers do not play these, or not all of them
    [InlineData("Ada.md, Ada.mp3.part, .Ada.mp3, Ada 2.mp3", "ada: -")]
    public void An_episode_has_the_recordings_of_its_name(string paths, string heard)
    {
        Write(paths.Split(", "));
        Assert.Equal(heard.Split("; "), Listed());
    }

    [Fact]
    public void One_name_stored_in_two_ways_is_one_name()
    {
        Write("Zoë.md", $"{"Zoë".Normalize(NormalizationForm.FormD)}.mp3");
        Assert.StartsWith("zoe: Zo", Assert.Single(Listed()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_heard_is_no_recording_and_stays_skipped()
    {
        Write("Ada.md", "Bo.md", "Bo.mp3", "jingle.mp3");
        File.WriteAllText(Path.Combine(folder, "Ada.mp3"), "");
        var outside = Directory.CreateTempSubdirectory("outside").FullName;
        try
        {
            File.WriteAllText(Path.Combine(outside, "Ada.wav"), "a tone");
            File.CreateSymbolicLink(Path.Combine(folder, "Ada.wav"), Path.Combine(outside, "Ada.wav"));

            var listing = LibraryFolder.List(folder);

            Assert.Empty(listing.Episodes[0].Recordings);
            Assert.Equal(
                [("Ada.mp3", SkipReason.Media), ("Ada.wav", SkipReason.Link), ("jingle.mp3", SkipReason.Media)],
                listing.Skipped.Select(static file => (file.Path, file.Reason)).Order());
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void An_edition_has_the_recording_in_its_language_or_the_one_for_all_or_the_default_editions()
    {
        var (all, english, chinese) = (new Recording("a.mp3", null), new Recording("a.en.mp3", "en"), new Recording("a.zh.mp3", "zh"));

        Assert.Equal(chinese, Recording.Of([all, english, chinese], "zh", "en"));
        Assert.Equal(all, Recording.Of([all, english], "zh", "en"));
        Assert.Equal(english, Recording.Of([english], "zh", "en"));
        Assert.Null(Recording.Of([chinese], "en", "en"));
        Assert.Null(Recording.Of([], "en", "en"));
    }

    [Fact]
    public void Each_kind_is_known_by_one_ending_and_is_audio_or_video()
    {
        Assert.Equal(RecordingKind.All.Count, RecordingKind.All.Select(static kind => kind.Ending).Distinct().Count());
        Assert.All(RecordingKind.All, static kind => Assert.Matches("^(audio|video)/[a-z0-9]+$", kind.MediaType));
        Assert.All(RecordingKind.All, static kind => Assert.Equal(kind, RecordingKind.Of("X" + kind.Ending.ToUpperInvariant())));
        Assert.All(RecordingKind.All, static kind => Assert.Equal(SkipReason.Media, FileKind.ReasonNotToRead("X" + kind.Ending, _ => false)));
    }

    private IEnumerable<string> Listed() => LibraryFolder.List(folder).Episodes.Select(episode =>
        $"{episode.Slug}: {(episode.Recordings.Count == 0 ? "-" : string.Join(' ', episode.Recordings.Select(static one => one.Path)))}");

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), "something");
        }
    }
}
