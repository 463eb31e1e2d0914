using System.Globalization;
using System.Reflection;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sql;

/// <summary>Loads the numbered schema scripts of an engine.</summary>
internal static class SchemaScripts
{
    /// <param name="schema">A type in the parent folder of the scripts.</param>
    /// <returns>The text of each, in the order of their numbers.</returns>
    public static List<string> Of(Type schema)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(schema.Namespace!, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })
            .ToList();
    }

    /// <param name="version">Version of the schema of a library.</param>
    /// <param name="known">The latest version that this application knows.</param>
    /// <param name="other">What to name instead, as "another file".</param>
    /// <returns>The version.</returns>
    /// <exception cref="UnusableLibraryException">The library is of a later version.</exception>
    public static int EnsureKnown(int version, int known, string place, string other) => version <= known
        ? version
        : throw new UnusableLibraryException(place, LibraryProblem.Newer, string.Create(
            CultureInfo.InvariantCulture,
            $"its schema has version {version} and this application knows version {known}. Start a newer application, or name {other}."));
}
