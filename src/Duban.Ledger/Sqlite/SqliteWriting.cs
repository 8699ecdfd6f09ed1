using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Duban.Ledger;

/// <summary>The writer's connection with its prepared statements.</summary>
internal sealed class SqliteWriting : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly sqlite3 db;
    private readonly List<SqliteStatement> all = [];
    private readonly ConditionalWeakTable<Statement, SqliteStatement> rows = [];
    private readonly SqliteStatement begin, commit, readBook, addBook, dateBook, readHead, readOnce;
    private readonly SqliteStatement addEvent, moveHead, addOutbox, addOnce;

    public SqliteWriting(SqliteConnection connection, string path)
    {
        this.connection = connection;
        this.path = path;
        db = connection.Handle!;
        begin = Prepare("begin immediate");
        commit = Prepare("commit");
        readBook = Prepare("select recorded_on, hash from jurisdictions where jurisdiction = @j", "j");
        addBook = Prepare("insert into jurisdictions (jurisdiction, recorded_on, hash) values (@j, @day, @hash)", "j", "day", "hash");
        dateBook = Prepare("update jurisdictions set recorded_on = @day where jurisdiction = @j", "j", "day");
        readHead = Prepare("select version, hash from heads where jurisdiction = @j and stream = @s", "j", "s");
        readOnce = Prepare("select request_hash, answer from once where jurisdiction = @j and key = @k", "j", "k");
        addEvent = Prepare("""
            insert into events (jurisdiction, stream, version, id, at, recorded_on, signed_by, on_behalf_of, node, cause, type, type_version, payload, hash)
            values (@j, @s, @v, @id, @at, @day, @by, @for, @node, @cause, @type, @tv, @payload, @hash)
            """, "j", "s", "v", "id", "at", "day", "by", "for", "node", "cause", "type", "tv", "payload", "hash");
        moveHead = Prepare("""
            insert into heads (jurisdiction, stream, version, hash) values (@j, @s, @v, @hash)
            on conflict (jurisdiction, stream) do update set version = excluded.version, hash = excluded.hash
            """, "j", "s", "v", "hash");
        addOutbox = Prepare("""
            insert into outbox (jurisdiction, topic, payload, created_at, due_at) values (@j, @topic, @payload, @at, @at)
            """, "j", "topic", "payload", "at");
        addOnce = Prepare("insert into once (jurisdiction, key, request_hash, answer, at) values (@j, @k, @hash, @answer, @at)", "j", "k", "hash", "answer", "at");
    }

    public void Commit(Group group)
    {
        SqliteFile.MustStand(db, path);
        begin.Run();
        Load(group);
        group.Decide();
        Save(group);
        commit.Run();
    }

    public void Dispose()
    {
        foreach (var statement in all) statement.Dispose();
        connection.Dispose(); // An open transaction is rolled back with it.
    }

    private void Load(Group group)
    {
        foreach (var pending in group.Entries)
        {
            LoadBook(group, pending.Entry.Jurisdiction);
            if (pending.Entry.Once is { } once) LoadOnce(group, new(pending.Entry.Jurisdiction, once.Key));
        }
        foreach (var (key, head) in group.Heads)
        {
            readHead.Text(0, key.Jurisdiction);
            readHead.Text(1, key.Stream);
            if (!readHead.Next()) continue;
            (head.Version, head.Hash) = (readHead.WholeAt(0), readHead.BytesAt(1));
            readHead.Reset();
        }
    }

    private void LoadBook(Group group, string jurisdiction)
    {
        if (group.Books.ContainsKey(jurisdiction)) return;
        readBook.Text(0, jurisdiction);
        if (!readBook.Next())
        {
            WriteDay(addBook, jurisdiction, group.Today, group.Options.Hash);
            group.Open(jurisdiction, group.Today, group.Options.Hash);
            return;
        }
        group.Open(jurisdiction, PortableText.ReadDay(readBook.TextAt(0)), ChainHash.Named(readBook.TextAt(1)));
        readBook.Reset();
    }

    private static void WriteDay(SqliteStatement statement, string jurisdiction, DateOnly day, ChainHash? hash)
    {
        statement.Text(0, jurisdiction);
        statement.Text(1, PortableText.Day(day));
        if (hash is not null) statement.Text(2, hash.Name);
        statement.Run();
    }

    private void LoadOnce(Group group, OnceKey key)
    {
        readOnce.Text(0, key.Jurisdiction);
        readOnce.Text(1, key.Key);
        if (!readOnce.Next()) return;
        group.Kept[key] = new Once(key.Key, readOnce.BytesAt(0), readOnce.BytesAt(1));
        readOnce.Reset();
    }

    private void Save(Group group)
    {
        foreach (var jurisdiction in group.Late) WriteDay(dateBook, jurisdiction, group.Today, null);
        foreach (var e in group.Events) Save(e);
        foreach (var (key, head) in group.Heads)
        {
            if (!head.Moved) continue;
            moveHead.Text(0, key.Jurisdiction);
            moveHead.Text(1, key.Stream);
            moveHead.Whole(2, head.Version);
            moveHead.Blob(3, head.Hash);
            moveHead.Run();
        }
        foreach (var row in group.Rows) Save(row);
        var now = PortableText.Instant(group.Now);
        foreach (var entry in group.Accepted) Save(entry, now);
    }

    private void Save(StoredEvent e)
    {
        addEvent.Text(0, e.Jurisdiction);
        addEvent.Text(1, e.Stream);
        addEvent.Whole(2, e.Version);
        addEvent.Text(3, PortableText.Id(e.Id));
        addEvent.Text(4, PortableText.Instant(e.At));
        addEvent.Text(5, PortableText.Day(e.RecordedOn));
        addEvent.Text(6, e.By);
        addEvent.Text(7, e.OnBehalfOf);
        addEvent.Text(8, e.Node);
        addEvent.Text(9, e.Cause is { } cause ? PortableText.Id(cause) : null);
        addEvent.Text(10, e.Type);
        addEvent.Whole(11, e.TypeVersion);
        addEvent.Utf8(12, e.Payload.Span);
        addEvent.Blob(13, e.Hash.Span);
        addEvent.Run();
    }

    private void Save(RowWrite row)
    {
        var statement = rows.GetValue(row.Statement, s => Prepare(s.Sql, s.Names));
        if (row.Values.Count != row.Statement.Names.Count) throw new ArgumentException("A row write has a value for each name.");
        for (var i = 0; i < row.Values.Count; i++) statement.Value(i, row.Values[i]);
        statement.Run();
    }

    private void Save(Entry entry, string now)
    {
        foreach (var message in entry.Outbox)
        {
            addOutbox.Text(0, entry.Jurisdiction);
            addOutbox.Text(1, message.Topic);
            addOutbox.Utf8(2, message.Payload.Span);
            addOutbox.Text(3, now);
            addOutbox.Run();
        }
        if (entry.Once is { } once) SaveOnce(entry.Jurisdiction, once, now);
    }

    private void SaveOnce(string jurisdiction, Once once, string now)
    {
        addOnce.Text(0, jurisdiction);
        addOnce.Text(1, once.Key);
        addOnce.Blob(2, once.RequestHash.Span);
        addOnce.Blob(3, once.Answer.Span);
        addOnce.Text(4, now);
        addOnce.Run();
    }

    private SqliteStatement Prepare(string sql, params IReadOnlyList<string> names)
    {
        var statement = new SqliteStatement(db, sql, names);
        all.Add(statement);
        return statement;
    }
}
