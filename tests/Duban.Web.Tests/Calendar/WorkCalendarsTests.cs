using Duban.Ledger;
using Duban.Web.Calendar;

namespace Duban.Web.Tests.Calendar;

public abstract class WorkCalendarsTests<TDatabase>(TDatabase database) where TDatabase : Database
{
    private static readonly DateTimeOffset At = new(2026, 11, 5, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_replaced_year_holds_for_its_city_and_for_no_other()
    {
        await using var store = await Open("430400");
        var calendars = new WorkCalendars(store);
        Assert.True((await calendars.Replace("430400", Year("三月三", "2021-04-14"), "p", At)).Allowed);
        Assert.False(calendars.Of("430400").IsWorkingDay(new(2021, 4, 14)));
        Assert.True(calendars.Of("430500").IsWorkingDay(new(2021, 4, 14)));
    }

    [Fact]
    public async Task Another_node_reads_the_year_put_in_force_last()
    {
        await using var store = await Open("430600");
        var (here, there) = (new WorkCalendars(store), new WorkCalendars(store));
        await here.Replace("430600", Year("三月三", "2021-04-14"), "p", At);
        await here.Replace("430600", Year("四月八", "2021-05-19"), "p", At.AddMinutes(1));
        Assert.True(there.Of("430600").IsWorkingDay(new(2021, 5, 19)));
        await there.Refresh("430600");
        Assert.False(there.Of("430600").IsWorkingDay(new(2021, 5, 19)));
        Assert.True(there.Of("430600").IsWorkingDay(new(2021, 4, 14)));
        Assert.False(there.Of("430600").IsWorkingDay(new(2022, 10, 3)));
    }

    [Fact]
    public async Task A_bad_year_is_refused_and_the_old_one_stays()
    {
        await using var store = await database.Open();
        var calendars = new WorkCalendars(store);
        Assert.NotEmpty((await calendars.Replace("430700", Year("三月三", "2021-04-31"), "p", At)).Reasons);
        await calendars.Refresh("430700");
        Assert.False(calendars.Of("430700").IsWorkingDay(new(2021, 10, 1)));
    }

    [Fact]
    public async Task Days_changed_at_once_on_two_nodes_are_all_in_force()
    {
        await using var store = await Open("430800");
        WorkCalendars[] nodes = [new(store), new(store)];
        var days = Enumerable.Range(8, 5).Select(d => new DateOnly(2021, 11, d)).ToList();
        var done = await Task.WhenAll(days.Select((day, i) => nodes[i % 2].Change("430800", new(day, Work: false, "台风停工"), "p", At)));
        Assert.All(done, ruling => Assert.True(ruling.Allowed));
        var now = await nodes[0].Refresh("430800");
        Assert.All(days, day => Assert.False(now.IsWorkingDay(day)));
    }

    private async Task<EventStore> Open(string city)
    {
        var store = await database.Open();
        await Cities.Save(store, new(city, city));
        return store;
    }

    private static string Year(string name, string day) =>
        $$"""{"year": 2021, "source": "市政府通知", "holidays": [{"name": "{{name}}", "from": "{{day}}", "to": "{{day}}"}]}""";
}

public sealed class WorkCalendarsOnSqlite(SqliteDatabase database) : WorkCalendarsTests<SqliteDatabase>(database), IClassFixture<SqliteDatabase>;

public sealed class WorkCalendarsOnPostgres(PostgresDatabase database) : WorkCalendarsTests<PostgresDatabase>(database), IClassFixture<PostgresDatabase>;
