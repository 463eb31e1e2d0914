using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class SpeakerDirectoryTests
{
    private static readonly EpisodeSlug One = EpisodeSlug.From("one");

    [Theory]
    [InlineData("BO MARSH", "Bo Marsh")]             // the same name in capitals
    [InlineData("Bo", "Bo Marsh")]                   // the host's first name alone
    [InlineData("Ada", "Ada")]                       // a guest's first name alone could be anybody
    [InlineData("Ada Quill", "Ada Quill")]
    public void A_name_is_a_person_where_that_is_certain(string name, string person)
    {
        var directory = Directory(
            [],
            ("Bo Marsh", SpeakerRole.Host),
            ("BO MARSH", SpeakerRole.Host),
            ("Bo", SpeakerRole.Host),
            ("Ada", SpeakerRole.Guest),
            ("Ada Quill", SpeakerRole.Guest));
        Assert.Equal(person, Who(directory, name, name.StartsWith('B') ? SpeakerRole.Host : SpeakerRole.Guest).Name);
    }

    [Fact]
    public void Two_hosts_of_one_first_name_stay_apart_from_it()
    {
        var directory = Directory([], ("Bo Marsh", SpeakerRole.Host), ("Bo Stone", SpeakerRole.Host), ("Bo", SpeakerRole.Host));
        Assert.Equal("bo", Who(directory, "Bo", SpeakerRole.Host).Slug.Value);
    }

    [Fact]
    public void A_first_name_is_the_host_in_the_same_show_only()
    {
        var directory = new SpeakerDirectory([new Appearance(One, "Bo's Podcast", "Bo Marsh", SpeakerRole.Host)], []);
        Assert.Equal("Bo", directory.Identify(new Appearance(One, "Another Show", "Bo", SpeakerRole.Host)).Name);
        Assert.Equal("Bo", directory.Identify(new Appearance(One, null, "Bo", SpeakerRole.Host)).Name);
    }

    [Fact]
    public void A_machines_name_for_a_voice_is_a_different_person_in_each_episode() =>
        Assert.NotEqual(
            Directory([]).Identify(new Appearance(One, null, "Speaker 3", SpeakerRole.Other)).Slug,
            Directory([]).Identify(new Appearance(EpisodeSlug.From("two"), null, "Speaker 3", SpeakerRole.Other)).Slug);

    [Fact]
    public void The_speakers_file_has_the_last_word()
    {
        var directory = Directory([new KnownSpeaker("Ada Quill", ["Ada", "AQ"], null, SpeakerRole.Host)], ("Ada", SpeakerRole.Guest));
        var identity = Who(directory, "AQ", SpeakerRole.Guest);
        Assert.Equal(("ada-quill", "Ada Quill", SpeakerRole.Host), (identity.Slug.Value, identity.Name, identity.Role));
        Assert.NotNull(identity.Reason);
        Assert.Null(Who(directory, "Ada Quill", SpeakerRole.Guest).Reason);
    }

    [Fact]
    public void The_file_is_read_and_a_mistake_in_it_is_named_with_its_line()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("speakers");
        try
        {
            Assert.Empty(SpeakersFile.Read(folder.FullName).Speakers);
            var path = Path.Combine(folder.FullName, SpeakersFile.FileName);
            File.WriteAllText(path, "- name: Ada Quill\n  aliases: [Ada, AQ]\n  role: host\n- name: Bo\n  show: Bo's Podcast\n");
            var (speakers, diagnostics) = SpeakersFile.Read(folder.FullName);
            Assert.Empty(diagnostics);
            Assert.Equal([("Ada Quill", SpeakerRole.Host), ("Bo", null)], speakers.Select(speaker => (speaker.Name, speaker.Role)));
            Assert.Equal(["Ada", "AQ"], speakers[0].Aliases);

            File.WriteAllText(path, "- name: Ada Quill\n  rolle: host\n");
            Assert.Equal(
                [("speakers.invalid", 2)],
                SpeakersFile.Read(folder.FullName).Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Line)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SpeakerDirectory Directory(KnownSpeaker[] known, params (string Name, SpeakerRole Role)[] names) =>
        new([.. names.Select(name => new Appearance(One, "Bo's Podcast", name.Name, name.Role))], known);

    private static SpeakerIdentity Who(SpeakerDirectory directory, string name, SpeakerRole role) =>
        directory.Identify(new Appearance(One, "Bo's Podcast", name, role));
}
