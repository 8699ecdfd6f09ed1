using Dapper;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Cases;

namespace Duban.Web;

/// <summary>The cities of a database and their few named settings.</summary>
public static class Cities
{
    /// <summary>Every city, by code.</summary>
    public static async Task<IReadOnlyList<City>> All(EventStore store, CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        return [.. await connection.QueryAsync<City>("SELECT jurisdiction AS Code, name AS Name FROM city ORDER BY jurisdiction")];
    }

    /// <summary>Adds the city, whose chains begin with the settings' hash and whose rows are counted by the calendar it begins with, or gives it its name anew.</summary>
    public static Task Save(EventStore store, City city, CancellationToken ct = default) => store.Write(async (connection, transaction) =>
    {
        var isNew = await connection.ExecuteAsync("INSERT INTO city (jurisdiction, name) VALUES (@Code, @Name) ON CONFLICT (jurisdiction) DO NOTHING", city, transaction) == 1;
        if (isNew) await store.Begin(city.Code, connection, transaction);
        return isNew
            ? await connection.ExecuteAsync("INSERT INTO setting (jurisdiction, name, value) VALUES (@Code, @Name, @Shipped)", new { city.Code, DueRows.Name, WorkCalendars.Shipped }, transaction)
            : await connection.ExecuteAsync("UPDATE city SET name = @Name WHERE jurisdiction = @Code", city, transaction);
    }, ct);

    /// <summary>A setting, e.g. <c>demo.clock</c>, or null.</summary>
    public static async Task<string?> Setting(EventStore store, City city, string name, CancellationToken ct = default)
    {
        await using var connection = await store.Connect(ct);
        return await connection.ExecuteScalarAsync<string?>(
            "SELECT value FROM setting WHERE jurisdiction = @Code AND name = @name", new { city.Code, name });
    }

    /// <summary>Keeps a setting.</summary>
    public static Task Keep(EventStore store, City city, string name, string value, CancellationToken ct = default) => store.Write((connection, transaction) =>
        connection.ExecuteAsync("""
            INSERT INTO setting (jurisdiction, name, value) VALUES (@Code, @name, @value)
            ON CONFLICT (jurisdiction, name) DO UPDATE SET value = excluded.value
            """, new { city.Code, name, value }, transaction), ct);
}
