using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Npgsql;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>
/// The address of a library in PostgreSQL: <c>Host=a,b;Database=podcasts</c>, as Npgsql reads it, or <c>postgresql://a,b/podcasts</c>, as
/// libpq does. It need not contain the password: PGPASSWORD, PGPASSFILE and ~/.pgpass are read.
/// </summary>
internal sealed partial class PostgresSettings
{
    private const string DefaultSchema = "podcast_insights";

    /// <summary>Bytes sent at once: a block of turns is some ten kilobytes, and each packet wakes the server.</summary>
    private const int WrittenAtOnce = 1 << 16;

    /// <summary>Keywords of libpq that have another name in Npgsql.</summary>
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslrootcert"] = "Root Certificate",
        ["application_name"] = "Application Name",
        ["search_path"] = "Search Path",
        ["connect_timeout"] = "Timeout",
        ["user"] = "Username",
    };

    private PostgresSettings(NpgsqlConnectionStringBuilder given)
    {
        Schema = string.IsNullOrWhiteSpace(given.SearchPath) ? DefaultSchema : given.SearchPath.Split(',')[0].Trim().Trim('"');
        Hosts = [.. given.Host!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        Place = $"postgresql://{string.Join(',', Hosts)}/{given.Database ?? given.Username} (schema {Schema})";
        ConnectionStrings = [.. Hosts.Select(host => ConnectionString(given, host))];
    }

    public string Schema { get; }

    /// <summary>Each with its port where one is given.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>The address for display, without user name and password.</summary>
    public string Place { get; }

    /// <summary>One for each host.</summary>
    public IReadOnlyList<string> ConnectionStrings { get; }

    /// <summary>Whether a setting names a server, and not a file.</summary>
    public static bool IsServer(string database) =>
        database.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || database.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || database.Split(';').Any(part => part.Split('=') is [var key, _, ..] && key.Trim().Equals("Host", StringComparison.OrdinalIgnoreCase));

    /// <param name="problem">What is wrong, without the value, which may contain a password.</param>
    public static bool TryParse(
        string database, [NotNullWhen(true)] out PostgresSettings? settings, [NotNullWhen(false)] out string? problem)
    {
        (settings, problem) = (null, null);
        try
        {
            var given = database.Contains("://", StringComparison.Ordinal) ? FromAddress(database) : new NpgsqlConnectionStringBuilder(database);
            if (string.IsNullOrWhiteSpace(given.Host))
            {
                problem = "it names no host.";
                return false;
            }

            settings = new PostgresSettings(given);
            return true;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or UriFormatException)
        {
            problem = error is ArgumentException { ParamName: { Length: > 0 } name } ? $"'{name}' is no keyword of it, or its value cannot be used."
                : "it is neither an address (postgresql://host/database) nor keywords with values (Host=...;Database=...).";
            return false;
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(string address)
    {
        // System.Uri allows one host only.
        var parts = Address().Match(address).Groups;
        var builder = new NpgsqlConnectionStringBuilder();
        foreach (var keyword in (string[])["Username", "Password", "Host", "Database"])
        {
            builder[keyword] = parts[keyword].Value is { Length: > 0 } given ? Uri.UnescapeDataString(given) : null;
        }

        foreach (var parameter in parts["more"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = parameter.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at
                ? (parameter[..at], parameter[(at + 1)..])
                : (parameter, "");
            builder[Keywords.GetValueOrDefault(key, key)] = Uri.UnescapeDataString(value);
        }

        return builder;
    }

    [GeneratedRegex(
        @"^\w+://((?<Username>[^:/?]*)(:(?<Password>[^/?]*))?@)?(?<Host>[^@/?]*)(/(?<Database>[^?]*))?(\?(?<more>.*))?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    private static string ConnectionString(NpgsqlConnectionStringBuilder given, string host) => new NpgsqlConnectionStringBuilder(given.ConnectionString)
    {
        Host = host,
        SearchPath = null,
        ApplicationName = given.ApplicationName ?? "PodcastInsights",
        MaxAutoPrepare = given.MaxAutoPrepare == 0 ? 100 : given.MaxAutoPrepare,
        AutoPrepareMinUsages = Math.Min(given.AutoPrepareMinUsages, 2),
        WriteBufferSize = Math.Max(given.WriteBufferSize, WrittenAtOnce),
        NoResetOnClose = true,
        IncludeErrorDetail = false,
        PersistSecurityInfo = false,
    }.ConnectionString;
}
