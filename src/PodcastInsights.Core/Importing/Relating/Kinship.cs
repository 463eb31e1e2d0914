using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Importing.Relating;

/// <summary>
/// How like the subjects of episodes are: which of their marks tell something, and whom they share these with. A word tells the more the fewer
/// episodes of its language have it, a topic the fewer of those that have any; likeness is the cosine of what two tell, from 0 to 1.
/// </summary>
internal sealed class Kinship
{
    /// <summary>Marks of an episode that are looked at: those that tell most.</summary>
    private const int MostTelling = 48;

    /// <summary>What is in more episodes relates none of them, and would be most of the work.</summary>
    private const int MostEpisodes = 1000;

    /// <summary>Episodes of a language that a word may be in however few there are; of more, one in so many.</summary>
    private const int FewEpisodes = 4;
    private const int OneIn = 5;

    /// <summary>A topic is said of an episode, not in it: it tells as much as a word that is said so often.</summary>
    private const double TopicCount = 60;

    /// <summary>What is less like has but some words of every day in common.</summary>
    private const double LeastLikeness = 0.05;

    private readonly (int Mark, double Weight)[][] telling;
    private readonly List<(int Episode, double Weight)>[] having;
    private readonly double[] likeness;

    public Kinship(IReadOnlyList<EpisodeSubject> subjects)
    {
        likeness = new double[subjects.Count];
        var counts = new MarkCounts(subjects);
        telling = [.. subjects.Select((subject, episode) => Telling(subject, counts.Numbers[episode], counts))];
        having = new List<(int, double)>[counts.Marks];
        foreach (var (episode, marks) in telling.Index())
        {
            foreach (var (mark, weight) in marks)
            {
                (having[mark] ??= []).Add((episode, weight));
            }
        }
    }

    /// <summary>All that are like the episode, the likest first; of those as like the earlier number.</summary>
    public IReadOnlyList<(int Episode, double Likeness)> Of(int episode)
    {
        var met = new List<int>();
        foreach (var (mark, weight) in telling[episode])
        {
            foreach (var (other, its) in having[mark])
            {
                if (likeness[other] == 0)
                {
                    met.Add(other);
                }

                likeness[other] += weight * its;
            }
        }

        var alike = met.Where(other => other != episode && likeness[other] >= LeastLikeness)
            .Select(other => (Episode: other, Likeness: likeness[other]))
            .OrderByDescending(other => other.Likeness).ThenBy(other => other.Episode)
            .ToList();
        foreach (var other in met)
        {
            likeness[other] = 0;
        }

        return alike;
    }

    /// <param name="numbers">Of the subject's marks, in their order.</param>
    private static (int Mark, double Weight)[] Telling(EpisodeSubject subject, int[] numbers, MarkCounts counts)
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

        var marks = weighed.OrderByDescending(static mark => mark.Weight).ThenBy(static mark => mark.Mark).Take(MostTelling).ToArray();
        var length = Math.Sqrt(marks.Sum(static mark => mark.Weight * mark.Weight));
        return Array.ConvertAll(marks, mark => (mark.Mark, mark.Weight / length));
    }

    /// <returns>0 for what tells nothing: what one episode alone has, and what too many have.</returns>
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

        // Where an episode is in two languages, what is common in one of them is common.
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

    /// <summary>In how many episodes each mark is, and in how many of each language.</summary>
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

        /// <summary>The marks' numbers from 0, episode by episode, in the order of its marks.</summary>
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
