using System.Reflection;

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
}
