using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Gives each episode of a folder a slug of its own, in the order of the files.</summary>
internal sealed class DistinctSlugs
{
    private readonly HashSet<EpisodeSlug> taken = [];

    /// <param name="first">The file that gives the episode its name.</param>
    /// <param name="wanted">The slug of the file's name.</param>
    /// <returns>The slug of the file's name, or another one where an earlier file has that.</returns>
    public EpisodeSlug Of(LibraryFile first, out EpisodeSlug wanted)
    {
        wanted = EpisodeSlug.From(first.Name);
        return taken.Add(wanted) ? wanted : Distinct(first);
    }

    /// <summary>The slug with the folder's name in front; numbered where that is taken too.</summary>
    private EpisodeSlug Distinct(LibraryFile file)
    {
        var slug = EpisodeSlug.From($"{Path.GetDirectoryName(file.Path)} {file.Name}");
        for (var number = 2; !taken.Add(slug); number++)
        {
            // The number comes first where a long name leaves no room after it.
            slug = EpisodeSlug.From($"{file.Name} {number}");
            slug = slug.Value.EndsWith($"-{number}", StringComparison.Ordinal) ? slug : EpisodeSlug.From($"{number} {file.Name}");
        }

        return slug;
    }
}
