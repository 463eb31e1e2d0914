using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Importing.Relating;

/// <summary>
/// How like the subjects of episodes are: which of their marks tell something, and whom they share these with. A word tells the more the fewer
/// episodes of its language have it, a topic the fewer of all; likeness is the cosine of what two tell, from 0 to 1.
/// </summary>
internal sealed class Kinship
{
    /// <summary>Marks of an episode that are looked at: those that tell most.</summary>
    private const int MostTelling = 48;

    /// <summary>What is in more episodes relates none of them, and would be most of the work.</summary>
    private const int MostEpisodes = 1000;

    /// <summary>Episodes of a language that a word may be in however few there are; of more it is one in so many.</summary>
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
        telling = [.. subjects.Select(subject => Telling(subject, counts))];
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

    private static (int Mark, double Weight)[] Telling(EpisodeSubject subject, MarkCounts counts)
    {
        var languages = subject.Marks.Where(static mark => mark.IsLanguage).Select(mark => counts.NumberOf(mark)).ToArray();
        var marks = subject.Marks.Where(static mark => !mark.IsLanguage)
            .Select(mark => (Mark: counts.NumberOf(mark), Weight: WeightOf(mark, languages, counts)))
            .Where(static mark => mark.Weight > 0)
            .OrderByDescending(static mark => mark.Weight).ThenBy(static mark => mark.Mark)
            .Take(MostTelling)
            .ToArray();
        var length = Math.Sqrt(marks.Sum(static mark => mark.Weight * mark.Weight));
        return [.. marks.Select(mark => (mark.Mark, mark.Weight / length))];
    }

    /// <returns>0 for what tells nothing: what one episode alone has, and what too many have.</returns>
    private static double WeightOf(SubjectMark mark, int[] languages, MarkCounts counts)
    {
        var number = counts.NumberOf(mark);
        if (mark.IsTopic)
        {
            return counts.Of(number) is >= 2 and <= MostEpisodes and var tagged
                ? (1 + Math.Log(TopicCount)) * Math.Log(1 + ((double)counts.Episodes / tagged))
                : 0;
        }

        // Where an episode is in two languages, what is common in one of them is common.
        var rarity = counts.Of(number) < 2 ? 0 : double.MaxValue;
        foreach (var language in languages)
        {
            var (all, saying) = (counts.Of(language), counts.In(language, number));
            rarity = Math.Min(
                rarity, saying <= Math.Min(MostEpisodes, Math.Max(FewEpisodes, all / OneIn)) ? Math.Log((double)all / saying) : 0);
        }

        return languages.Length == 0 ? 0 : (1 + Math.Log(mark.Count)) * rarity;
    }

    /// <summary>In how many episodes each mark is, and in how many of each language.</summary>
    private sealed class MarkCounts
    {
        private readonly Dictionary<uint, int> numbers = [];
        private readonly Dictionary<long, int> within = [];
        private readonly List<int> counts = [];

        public MarkCounts(IReadOnlyList<EpisodeSubject> subjects)
        {
            Episodes = subjects.Count;
            foreach (var subject in subjects)
            {
                var languages = subject.Marks.Where(static mark => mark.IsLanguage).Select(Numbered).ToArray();
                foreach (var mark in subject.Marks)
                {
                    var number = Numbered(mark);
                    counts[number]++;
                    foreach (var language in mark.IsTopic ? [] : languages)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(within, Pair(language, number), out _)++;
                    }
                }
            }
        }

        public int Episodes { get; }

        public int Marks => counts.Count;

        public int NumberOf(SubjectMark mark) => numbers[mark.Hash];

        public int Of(int number) => counts[number];

        public int In(int language, int number) => within[Pair(language, number)];

        private static long Pair(int language, int number) => ((long)language << 32) | (uint)number;

        private int Numbered(SubjectMark mark)
        {
            if (numbers.TryAdd(mark.Hash, counts.Count))
            {
                counts.Add(0);
            }

            return numbers[mark.Hash];
        }
    }
}
