using Microsoft.Data.Sqlite;
using SearchNotes.Benchmarks.Corpora;

namespace SearchNotes.Benchmarks.Engines;

/// <summary>SQLite's FTS5: Porter's stemmer, BM25 with weights, a snippet with marks of each of the ten best. It tolerates no
/// typos.</summary>
internal sealed class SqliteFts : IEngine
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;
    private readonly SqliteParameter match;

    private SqliteFts(SqliteConnection connection, bool withSnippet)
    {
        this.connection = connection;
        command = connection.CreateCommand();
        command.CommandText = withSnippet
            ? "select id, title, snippet(talks, 4, '<mark>', '</mark>', '…', 32) from talks where talks match $match order by bm25(talks, 0, 4.0, 3.0, 2.0, 1.0) limit 10"
            : "select id, title from talks where talks match $match order by bm25(talks, 0, 4.0, 3.0, 2.0, 1.0) limit 10";
        match = command.Parameters.Add("$match", SqliteType.Text);
    }

    /// <summary>Writes a database.</summary>
    public static void Fill(string file, IEnumerable<PreparedTalk> talks)
    {
        File.Delete(file);
        using var connection = Connect(file, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "pragma journal_mode = off; pragma synchronous = off; create virtual table talks using fts5("
            + "id unindexed, title, speakers, topics, body, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3 4')");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "insert into talks values ($0, $1, $2, $3, $4)";
            var values = Enumerable.Range(0, 5).Select(i => insert.Parameters.Add($"${i}", SqliteType.Text)).ToArray();
            foreach (var talk in talks)
            {
                (values[0].Value, values[1].Value, values[2].Value, values[3].Value, values[4].Value) =
                    (talk.Id, talk.Title, talk.SpeakerText, talk.TopicText, talk.Body);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        Run(connection, "insert into talks(talks) values ('optimize')");
    }

    /// <summary>Opens a database.</summary>
    public static SqliteFts Open(string file, bool withSnippet = true)
    {
        var connection = Connect(file, SqliteOpenMode.ReadOnly);
        Run(connection, "pragma mmap_size = 1073741824");
        return new SqliteFts(connection, withSnippet);
    }

    public IReadOnlyList<string> Search(string query, bool isTyping)
    {
        var parts = QueryParts.Of(query).Select(words => $"\"{string.Join(' ', words)}\"").ToList();
        if (parts.Count == 0)
            return [];
        match.Value = string.Join(' ', parts) + (isTyping ? "*" : "");
        var ids = new List<string>(10);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
            for (var column = 1; column < rows.FieldCount; column++)
                _ = rows.GetString(column);
        }

        return ids;
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }

    // Without a pool, closing closes: a benchmark opens few and must not hold on to files.
    private static SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection =
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
