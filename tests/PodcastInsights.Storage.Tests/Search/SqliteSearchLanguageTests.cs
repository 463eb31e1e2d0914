namespace PodcastInsights.Storage.Tests.Sqlite;

public sealed class SqliteSearchLanguageTests() : SearchLanguageContract(new SqliteEngine());
