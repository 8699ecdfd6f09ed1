namespace Duban.Ledger;

/// <summary>The few SQL texts that differ between the two databases.</summary>
public abstract class Dialect
{
    /// <summary>SQLite 3.45 or later.</summary>
    public static readonly Dialect Sqlite = new OnSqlite();

    /// <summary>PostgreSQL 15 or later.</summary>
    public static readonly Dialect Postgres = new OnPostgres();

    private Dialect() { }

    /// <summary>The word in a migration's file name, <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The operator that matches a pattern without regard to Latin case.</summary>
    public abstract string Like { get; }

    /// <summary>Ends a select inside a write transaction that nobody else may change the rows under.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Ends a select inside a write transaction that takes rows nobody else has taken.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>The condition that a column's value is in a list given as one parameter.</summary>
    public abstract string Among(string column, string parameter);

    /// <summary>Whole days from one date column or parameter to another.</summary>
    public abstract string DaysBetween(string from, string to);

    /// <summary>The text of a top-level member of a JSON column.</summary>
    public abstract string JsonText(string column, string member);

    /// <summary>Texts of a group, joined in no promised order.</summary>
    public abstract string Join(string column, string separator);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private sealed class OnSqlite : Dialect
    {
        public override string Name => "sqlite";
        public override string Like => "like";
        public override string ForUpdate => "";
        public override string SkipLocked => "";
        public override string Among(string column, string parameter) => $"{column} in {parameter}";
        public override string DaysBetween(string from, string to) => $"cast(julianday({to}) - julianday({from}) as integer)";
        public override string JsonText(string column, string member) => $"({column} ->> '$.{member}')";
        public override string Join(string column, string separator) => $"group_concat({column}, '{separator}')";
    }

    private sealed class OnPostgres : Dialect
    {
        public override string Name => "postgres";
        public override string Like => "ilike";
        public override string ForUpdate => "for update";
        public override string SkipLocked => "for update skip locked";
        public override string Among(string column, string parameter) => $"{column} = any({parameter})";
        public override string DaysBetween(string from, string to) => $"(cast({to} as date) - cast({from} as date))";
        public override string JsonText(string column, string member) => $"(cast({column} as json) ->> '{member}')";
        public override string Join(string column, string separator) => $"string_agg({column}, '{separator}')";
    }
}
