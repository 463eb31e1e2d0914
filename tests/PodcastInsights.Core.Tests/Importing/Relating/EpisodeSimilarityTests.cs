using PodcastInsights.Core.Importing.Relating;

namespace PodcastInsights.Core.Tests.Importing.Relating;

public sealed class EpisodeSimilarityTests
{
    private const uint English = 1;
    private const uint German = 2;

    [Fact]
    public void A_subject_is_read_as_it_was_packed()
    {
        var subject = EpisodeSubject.Of([new(7, 3), new(uint.MaxValue, SubjectMark.Topic), new(English, SubjectMark.Language), new(9, SubjectMark.MostSaid)]);

        Assert.Equal(subject.Marks, EpisodeSubject.Read(subject.Pack()).Marks);
        Assert.Empty(EpisodeSubject.Read([]).Marks);
        Assert.Throws<ArgumentException>(() => EpisodeSubject.Read([1, 2, 3]));
    }

    [Fact]
    public void An_episode_of_many_words_keeps_its_language_its_topics_and_the_words_said_most()
    {
        var words = Enumerable.Range(100, 5000).Select(static word => new SubjectMark((uint)word, (byte)(word % 250 + 1)));
        var subject = EpisodeSubject.Of([.. words, new(English, SubjectMark.Language), new(5, SubjectMark.Topic)]);

        Assert.InRange(subject.Marks.Count, 100, 250);
        Assert.Contains(subject.Marks, static mark => mark.IsLanguage);
        Assert.Contains(subject.Marks, static mark => mark.IsTopic);
        Assert.All(subject.Marks.Where(static mark => !mark.IsLanguage), static mark => Assert.True(mark.Count > 200));
    }

    [Fact]
    public void Similarity_is_the_same_both_ways_and_orders_the_others()
    {
        var random = new Random(4);
        var subjects = Enumerable.Range(0, 60)
            .Select(_ => Of(English, [.. Enumerable.Range(0, 40).Select(_ => (uint)random.Next(10, 400)).Distinct()]))
            .ToList();
        var similarity = new EpisodeSimilarity(subjects);
        var all = Enumerable.Range(0, subjects.Count).Select(similarity.Of).ToList();

        Assert.Contains(all, static others => others.Count > 0);
        foreach (var (episode, others) in all.Index())
        {
            Assert.DoesNotContain(others, other => other.Episode == episode);
            Assert.Equal(others.OrderByDescending(static other => other.Similarity).ThenBy(static other => other.Episode), others);
            foreach (var (other, likeness) in others)
            {
                Assert.InRange(likeness, 0, 1.000001);
                Assert.Equal(likeness, Assert.Single(all[other], back => back.Episode == episode).Similarity, 9);
            }
        }
    }

    [Fact]
    public void What_is_common_in_a_language_relates_nobody_however_few_episodes_are_in_it()
    {
        uint[] common = [11, 12, 13, 14, 15, 16];
        List<EpisodeSubject> subjects =
        [
            .. Enumerable.Range(0, 60).Select(number => Of(English, (uint)(1000 + number))),
            .. Enumerable.Range(0, 6).Select(number => Of(German, [.. common, (uint)(2000 + (number / 2))])),
        ];
        var similarity = new EpisodeSimilarity(subjects);

        Assert.Equal([61], similarity.Of(60).Select(static other => other.Episode));
        Assert.Equal([60], similarity.Of(61).Select(static other => other.Episode));
        Assert.Empty(similarity.Of(0));
    }

    [Fact]
    public void A_topic_that_all_have_tells_less_than_one_that_few_have()
    {
        var subjects = Enumerable.Range(0, 40)
            .Select(static number => EpisodeSubject.Of(
            [
                new(English, SubjectMark.Language), new(5, SubjectMark.Topic), new((uint)(600 + (number / 2)), SubjectMark.Topic),
            ]))
            .ToList();

        var relatives = new EpisodeSimilarity(subjects).Of(8);

        Assert.Equal(9, relatives[0].Episode);
        Assert.Single(relatives);
    }

    [Fact]
    public void A_library_of_none_or_of_one_has_no_relatives()
    {
        Assert.Empty(new EpisodeSimilarity([Of(English, 10, 11)]).Of(0));
        Assert.Empty(new EpisodeSimilarity([EpisodeSubject.Of([]), EpisodeSubject.Of([])]).Of(0));
        _ = new EpisodeSimilarity([]);
    }

    private static EpisodeSubject Of(uint language, params uint[] words) =>
        EpisodeSubject.Of([new(language, SubjectMark.Language), .. words.Select(static word => new SubjectMark(word, 20))]);
}
