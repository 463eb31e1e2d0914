namespace PodcastInsights.Storage.Tests.Sqlite;

public sealed class SqliteSearchLanguageTests() : SearchLanguageContract(new SqliteEngine());

public sealed class SqliteSpokenTurnsTests() : SpokenTurnsContract(new SqliteEngine());

public sealed class SqliteSearchDuringImportTests() : SearchDuringImportContract(new SqliteEngine());
