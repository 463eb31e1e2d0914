using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Naming;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>Filters the lists of episodes and speakers, using the data that searching holds in memory.</summary>
internal sealed class LibraryLists
{
    private readonly SearchCorpus corpus;
    private readonly LibraryNames names;


    public LibraryLists(SearchCorpus corpus)
    {
        this.corpus = corpus;
        names = corpus.Names;
        Choices = FindChoices();
    }

    /// <summary>Values that the filters can choose from.</summary>
    public EpisodeChoices Choices { get; }

    private CorpusStatistics Statistics => names.Statistics;

    public ChosenEpisodes Episodes(EpisodeFilter filter) => new(
        filter.KeepsAll ? null : [.. Kept(filter).Select(static episode => episode.Slug)],
        Choices,
        filter.Speaker is { } slug && Statistics.SpeakerOf(slug) is { } speaker ? corpus.Speakers[speaker].Name : null);

    public ChosenSpeakers Speakers(SpeakerFilter filter)
    {
        if (filter.Text is null && filter.Role is null)
        {
            return new(null, Choices.HasRoles);
        }

        IEnumerable<int> kept = filter.Text is null
            ? Statistics.Speakers
            : names.Speakers.Completing(FoldedName.Of(filter.Text), int.MaxValue).Select(static name => name.Thing);
        var inRole = filter.Role is { } role ? Statistics.EpisodesThere.SelectMany(episode => SlugsOf(episode, role)).ToHashSet() : null;
        var slugs = kept.Select(speaker => corpus.Speakers[speaker].Slug);
        return new([.. inRole is null ? slugs : slugs.Where(inRole.Contains)], Choices.HasRoles);
    }

    private IEnumerable<SearchEpisode> Kept(EpisodeFilter filter)
    {
        var among = filter.Speaker is not { } slug ? Statistics.Episodes : Statistics.SpeakerOf(slug) is { } speaker ? Statistics.EpisodesOf(speaker) : [];
        if (filter.Text is not null)
        {
            var called = Called(FoldedName.Of(filter.Text), filter.Role);
            among = [.. among.Where(called.Contains)];
        }

        var kept = among.Select(i => corpus.Episodes[i]);
        var topic = filter.Topic is null ? default : EpisodeSlug.From(filter.Topic);
        var show = filter.Show is null ? null : FoldedName.Of(filter.Show).Key;
        return kept.Where(episode =>
            (filter.Year is null || episode.PublishedOn?.Year == filter.Year)
            && (filter.Language is null || episode.EditionLanguages.Contains(filter.Language))
            && (filter.Topic is null || episode.TopicSlugs.Any(one => one.Slug == topic))
            && (show is null || (episode.Show is not null && FoldedName.Of(episode.Show).Key == show))
            && (filter.Role is not { } role || IsIn(role, episode, filter)));
    }

    /// <summary>Without a name in the filter, any speaker with the role suffices.</summary>
    private static bool IsIn(SpeakerRole role, SearchEpisode episode, EpisodeFilter filter) =>
        filter.Speaker is { } speaker ? SlugsOf(episode, role).Contains(speaker) : filter.Text is not null || SlugsOf(episode, role).Count > 0;

    /// <summary>Indices of the episodes with this title or speaker; where there are none, of those one typing error away.</summary>
    private HashSet<int> Called(FoldedName typed, SpeakerRole? role)
    {
        var found = Called(typed, role, forgiving: false);
        return found.Count > 0 ? found : Called(typed, role, forgiving: true);
    }

    private HashSet<int> Called(FoldedName typed, SpeakerRole? role, bool forgiving)
    {
        var found = new HashSet<int>();
        if (role is null)
        {
            found.UnionWith(names.Episodes.Completing(typed, int.MaxValue, forgiving).Select(static name => name.Thing));
        }

        if (role is null or SpeakerRole.Guest)
        {
            found.UnionWith(names.Guests.Completing(typed, int.MaxValue, forgiving).SelectMany(name => names.EpisodesOfGuest(name.Thing)));
        }

        foreach (var speaker in names.Speakers.Completing(typed, int.MaxValue, forgiving).Select(static name => name.Thing))
        {
            var slug = corpus.Speakers[speaker].Slug;
            found.UnionWith(Statistics.EpisodesOf(speaker).Where(i => role is not { } wanted || SlugsOf(corpus.Episodes[i], wanted).Contains(slug)));
        }

        return found;
    }

    private EpisodeChoices FindChoices() => new(
        [.. Statistics.EpisodesThere.Select(static episode => episode.PublishedOn?.Year).OfType<int>().Distinct().OrderDescending()],
        Most(Statistics.EpisodesThere.SelectMany(static episode => episode.EditionLanguages), static language => language),
        Most(Statistics.EpisodesThere.Select(static episode => episode.Show).OfType<string>(), static show => FoldedName.Of(show).Key),
        Statistics.EpisodesThere.Any(static episode => episode.HostSlugs.Count > 0 && episode.GuestSlugs.Count > 0));

    private static IReadOnlyList<EpisodeSlug> SlugsOf(SearchEpisode episode, SpeakerRole role) =>
        role == SpeakerRole.Host ? episode.HostSlugs : episode.GuestSlugs;

    /// <summary>Distinct values, the most frequent first.</summary>
    private static List<string> Most(IEnumerable<string> values, Func<string, string> key) =>
        [.. values.GroupBy(key).OrderByDescending(static same => same.Count()).ThenBy(static same => same.Key, StringComparer.Ordinal).Select(static same => same.First())];
}
