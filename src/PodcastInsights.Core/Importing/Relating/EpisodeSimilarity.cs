using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Importing.Relating;

/// <summary>
/// Measures how similar episodes are. A word weighs more the fewer episodes of its language have it, a topic the fewer of the episodes with
/// topics have it. Similarity is the cosine of two weighted vectors, from 0 to 1.
/// </summary>
internal sealed class EpisodeSimilarity
{
    /// <summary>The number of heaviest marks of an episode that are compared.</summary>
    private const int MaxMarks = 48;

    /// <summary>A mark in more episodes than this is ignored: it relates none of them and would cost most of the work.</summary>
    private const int MostEpisodes = 1000;

    /// <summary>A word may be in this many episodes of a language whatever their number; beyond that, in one of so many.</summary>
    private const int FewEpisodes = 4;
    private const int OneIn = 5;

    /// <summary>A topic weighs as much as a word that is said this often.</summary>
    private const double TopicCount = 60;

    /// <summary>Episodes below this similarity share only everyday words.</summary>
    private const double MinSimilarity = 0.05;

    private readonly (int Mark, double Weight)[][] heaviest;
    private readonly List<(int Episode, double Weight)>[] episodesWith;
    private readonly double[] similarities;

    public EpisodeSimilarity(IReadOnlyList<EpisodeSubject> subjects)
    {
        similarities = new double[subjects.Count];
        var counts = new MarkCounts(subjects);
        heaviest = [.. subjects.Select((subject, episode) => Heaviest(subject, counts.Numbers[episode], counts))];
        episodesWith = new List<(int, double)>[counts.Marks];
        foreach (var (episode, marks) in heaviest.Index())
        {
            foreach (var (mark, weight) in marks)
            {
                (episodesWith[mark] ??= []).Add((episode, weight));
            }
        }
    }

    /// <summary>All episodes similar to this one, the most similar first; of equals the one with the smaller number.</summary>
    public IReadOnlyList<(int Episode, double Similarity)> Of(int episode)
    {
        var candidates = new List<int>();
        foreach (var (mark, weight) in heaviest[episode])
        {
            foreach (var (other, its) in episodesWith[mark])
            {
                if (similarities[other] == 0)
                {
                    candidates.Add(other);
                }

                similarities[other] += weight * its;
            }
        }

        var similar = candidates.Where(other => other != episode && similarities[other] >= MinSimilarity)
            .Select(other => (Episode: other, Similarity: similarities[other]))
            .OrderByDescending(other => other.Similarity).ThenBy(other => other.Episode)
            .ToList();
        foreach (var other in candidates)
        {
            similarities[other] = 0;
        }

        return similar;
    }

    /// <param name="numbers">Numbers of the subject's marks, in their order.</param>
    private static (int Mark, double Weight)[] Heaviest(EpisodeSubject subject, int[] numbers, MarkCounts counts)
    {
        var languages = subject.Marks.Index().Where(static mark => mark.Item.IsLanguage).Select(mark => numbers[mark.Index]).ToArray();
        var weighed = new List<(int Mark, double Weight)>(numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (WeightOf(subject.Marks[i], numbers[i], languages, counts) is > 0 and var weight)
            {
                weighed.Add((numbers[i], weight));
            }
        }

        var marks = weighed.OrderByDescending(static mark => mark.Weight).ThenBy(static mark => mark.Mark).Take(MaxMarks).ToArray();
        var length = Math.Sqrt(marks.Sum(static mark => mark.Weight * mark.Weight));
        return Array.ConvertAll(marks, mark => (mark.Mark, mark.Weight / length));
    }

    /// <returns>0 for a mark that only one episode has, or too many.</returns>
    private static double WeightOf(SubjectMark mark, int number, int[] languages, MarkCounts counts)
    {
        if (mark.IsLanguage || counts.Of(number) < 2)
        {
            return 0;
        }

        if (mark.IsTopic)
        {
            return counts.Of(number) is <= MostEpisodes and var tagged
                ? (1 + Math.Log(TopicCount)) * Math.Log((counts.EpisodesWithTopics + FewEpisodes) / (double)tagged)
                : 0;
        }

        // In an episode with two languages, a mark counts as common where it is common in either.
        var rarity = double.MaxValue;
        foreach (var language in languages)
        {
            var (all, saying) = (counts.Of(language), counts.In(language, number));
            if (saying > Math.Min(MostEpisodes, Math.Max(FewEpisodes, all / OneIn)))
            {
                return 0;
            }

            rarity = Math.Min(rarity, (double)all / saying);
        }

        return languages.Length == 0 ? 0 : (1 + Math.Log(mark.Count)) * Math.Log(rarity);
    }

    /// <summary>Counts the episodes that have each mark, in all and by language.</summary>
    private sealed class MarkCounts
    {
        private readonly int[] counts;
        private readonly Dictionary<int, int[]> within = [];

        public MarkCounts(IReadOnlyList<EpisodeSubject> subjects)
        {
            EpisodesWithTopics = subjects.Count(static subject => subject.Marks.Any(static mark => mark.IsTopic));
            var known = new Dictionary<uint, int>();
            Numbers = [.. subjects.Select(subject => subject.Marks.Select(mark => NumberOf(mark, known)).ToArray())];
            counts = new int[known.Count];
            foreach (var (subject, numbers) in subjects.Zip(Numbers))
            {
                var languages = subject.Marks.Index().Where(static mark => mark.Item.IsLanguage).Select(mark => LanguageOf(numbers[mark.Index])).ToArray();
                foreach (var number in numbers)
                {
                    counts[number]++;
                    foreach (var language in languages)
                    {
                        language[number]++;
                    }
                }
            }
        }

        public int EpisodesWithTopics { get; }

        /// <summary>Numbers of the marks from 0, for each episode, in the order of its marks.</summary>
        public IReadOnlyList<int[]> Numbers { get; }

        public int Marks => counts.Length;

        public int Of(int number) => counts[number];

        public int In(int language, int number) => within[language][number];

        private static int NumberOf(SubjectMark mark, Dictionary<uint, int> known)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, mark.Hash, out var exists);
            return exists ? number : number = known.Count - 1;
        }

        private int[] LanguageOf(int number) => within.TryGetValue(number, out var found) ? found : within[number] = new int[counts.Length];
    }
}
