using Npgsql;
using PodcastInsights.Storage.PostgreSql;

namespace PodcastInsights.Storage.Tests.PostgreSql;

public sealed class PostgresSettingsTests
{
    [Theory]
    [InlineData("postgresql://db.example.org/podcasts", true)]
    [InlineData("POSTGRES://ada@db", true)]
    [InlineData("Host=a,b;Database=podcasts", true)]
    [InlineData("Database=podcasts; host = a", true)]
    [InlineData("/var/lib/podcast-insights/library.db", false)]
    [InlineData("C:\\data\\library.db", false)]
    [InlineData("Host.db", false)]
    [InlineData("Database=podcasts", false)]
    [InlineData("", false)]
    public void Servers_are_told_from_files(string database, bool isServer) => Assert.Equal(isServer, PostgresStorage.IsNamedBy(database));

    [Theory]
    [InlineData("postgresql://db/podcasts", "db")]
    [InlineData("postgresql://ada:secret@a:5433,b/podcasts?sslmode=require", "a:5433 b")]
    [InlineData("Host=a, b:5434;Port=5432;Username=ada;Password=secret;Database=podcasts", "a b:5434")]
    [InlineData("postgresql://ada:se%40cret@[::1]:5433/podcasts?application_name=x&passfile=%2Fetc%2Fpass", "[::1]:5433")]
    [InlineData("Host=/var/run/postgresql;Database=podcasts", "/var/run/postgresql")]
    public void Each_host_has_a_connection_of_its_own_and_the_place_says_no_secret(string database, string hosts)
    {
        Assert.True(PostgresSettings.TryParse(database, out var settings, out _));

        Assert.Equal(hosts, string.Join(' ', settings.Hosts));
        Assert.All(settings.ConnectionStrings, text => Assert.Equal("podcasts", new NpgsqlConnectionStringBuilder(text).Database));
        Assert.DoesNotContain("ada", settings.Place, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", settings.Place, StringComparison.Ordinal);
        Assert.Equal("podcast_insights", settings.Schema);
    }

    [Theory]
    [InlineData("Host=a;Search Path=talks", "talks")]
    [InlineData("postgresql://a/b?search_path=talks,public", "talks")]
    public void The_schema_may_be_another(string database, string schema)
    {
        Assert.True(PostgresSettings.TryParse(database, out var settings, out _));
        Assert.Equal(schema, settings.Schema);
    }

    [Theory]
    [InlineData("postgresql:///podcasts?password=secret")]
    [InlineData("postgresql://ada:secret@a/podcasts?colour=secret")]
    [InlineData("Host=a;Password=secret;Colour=red")]
    [InlineData("Host=a;Port=secret")]
    [InlineData("Host=;Password=secret")]
    public void What_cannot_be_understood_is_refused_without_its_secrets(string database)
    {
        Assert.False(PostgresSettings.TryParse(database, out _, out var problem));
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
        Assert.Equal(problem, PostgresStorage.ProblemOf(database));
    }
}
