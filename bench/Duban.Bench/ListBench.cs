using Dapper;
using Duban.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Duban.Bench;

/// <summary>The list of 50 cases as HTML with sign-in and rights, beside a bare Kestrel and SQLite answering the same rows as JSON; and one case's page.</summary>
internal static class ListBench
{
    private const string Path = "/cases?unit=430424&stage=handed_over";
    private const int Clients = 16, Rounds = 3;
    private static readonly int[] Sizes = [10_000, 1_000_000];

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        await using var city = await BenchCity.Start();
        var cases = await city.HandedOver(2_000);
        var cookie = await SignedIn(city);
        await using var bare = await Bare(city.Address);
        byte[] list = Wire.Request("GET", Path, cookie), rows = Wire.Request("GET", "/", "");
        Wire.Run(city.Url, Clients, 15_000, _ => list);
        Wire.Run(new(bare.Urls.First()), Clients, 30_000, _ => rows);
        var figures = new List<Figure>();
        var (first, filled) = (0.0, cases.Count);
        foreach (var size in Sizes)
        {
            await Fill(city, filled, size);
            filled = size;
            var (ours, theirs) = (new List<Load>(), new List<Load>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(Wire.Run(city.Url, Clients, 2_000, _ => list));
                theirs.Add(Wire.Run(new(bare.Urls.First()), Clients, 4_000, _ => rows));
            }
            var (our, their) = (Load.Middle(ours), Load.Middle(theirs));
            figures.Add(new($"list of 50 cases as HTML, by unit and state, by due date, signed in; {size:N0} cases",
                $"{their.PerSecond:N0}/s: bare Kestrel and SQLite, the same rows as JSON; {their.Cost:N0} µs of processor each", $"{our.PerSecond:N0}/s, median {our.Median:N1} ms, p99 {our.P99:N1} ms; {our.Cost:N0} µs of processor each",
                $"{our.PerSecond / their.PerSecond:0.00}", "≥ 0.4", our.PerSecond >= 0.4 * their.PerSecond));
            if (first == 0) first = our.PerSecond;
            else figures.Add(new($"the same list, {Sizes[0]:N0} beside {size:N0} cases", "–", $"{first:N0}/s, {our.PerSecond:N0}/s", $"{first / our.PerSecond:0.00} times slower", "≤ 1.5", first <= 1.5 * our.PerSecond));
        }
        var pages = cases.Select(c => Wire.Request("GET", $"/cases/{c.Value}", cookie)).ToList();
        Wire.Run(city.Url, Clients, 2_000, i => pages[i]);
        var page = Load.Middle([.. Enumerable.Range(0, Rounds).Select(_ => Wire.Run(city.Url, Clients, 2_000, i => pages[i]))]);
        figures.Add(new($"one case page, {Clients} clients", "–", $"{page.PerSecond:N0}/s, median {page.Median:N1} ms, p99 {page.P99:N1} ms", "–", "p99 < 25 ms", page.P99 < 25));
        return figures;
    }

    // The cookie of somebody who came in through the door.
    private static async Task<string> SignedIn(BenchCity city)
    {
        using var handler = new HttpClientHandler { CookieContainer = new() };
        using var client = new HttpClient(handler) { BaseAddress = city.Url };
        var page = await client.GetStringAsync("/sign-in");
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"([^\"]*)\" value=\"(CfDJ8[^\"]+)\"");
        using var answer = await client.PostAsync("/sign-in",
            new FormUrlEncodedContent([new(token.Groups[1].Value, token.Groups[2].Value), new("name", "hengdong-liaison"), new("password", Duban.Web.Demo.DemoPeople.Password)]));
        answer.EnsureSuccessStatusCode();
        return $"Cookie: {handler.CookieContainer.GetCookieHeader(city.Url)}\r\n";
    }

    private static async Task<WebApplication> Bare(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", async () =>
        {
            await using var db = new SqliteConnection($"Data Source={address};Mode=ReadOnly");
            await db.OpenAsync();
            return Results.Json(await db.QueryAsync<Line>(
                "select case_id, number, title, description, place, sector, level, stage, awaits, unit_id, due_sort, due_words, proposed_due, red_on, orange_on, yellow_on, since, paused, open from cases where jurisdiction = '430400' and area = '430424' and stage = 'handed_over' order by due_sort, case_id limit 50"));
        });
        await app.StartAsync();
        return app;
    }

    // Copies of real rows over all areas and stages: what the list's indexes have to find their way through.
    private static Task Fill(BenchCity city, int from, int to) => ((EventStore)city.App.Services.GetService(typeof(EventStore))!).Write(async (db, tx) =>
    {
        var columns = (await db.QueryAsync<string>("select name from pragma_table_info('cases')", transaction: tx)).ToList();
        var values = columns.Select(c => c switch
        {
            "case_id" or "number" => "'XX-' || n.i",
            "area" => "(case n.i % 16 when 0 then '430424' else cast(430400 + n.i % 16 as text) end)",
            "unit_path" => "'430400/' || (case n.i % 16 when 0 then '430424' else cast(430400 + n.i % 16 as text) end) || '/'",
            "stage" => "(case n.i % 3 when 0 then 'handed_over' when 1 then 'rectifying' else 'struck_off' end)",
            "open" => "(case n.i % 3 when 2 then 0 else 1 end)",
            "due_sort" => "date('2021-01-01', '+' || (n.i * 7919 % 3650) || ' days')",
            "text_id" => "c.text_id + n.i",
            _ => "c." + c,
        });
        return await db.ExecuteAsync($"""
            with recursive n(i) as (select {from} union all select i + 1 from n where i + 1 < {to})
            insert into cases ({string.Join(", ", columns)}) select {string.Join(", ", values)} from n, (select * from cases where case_id = 'BN-001') c
            """, transaction: tx, commandTimeout: 1800);
    });

    // What the page shows of a case or makes its words of.
    private sealed record Line(
        string Case_id, string? Number, string Title, string Description, string Place, string Sector, string? Level, string Stage, string? Awaits, string? Unit_id,
        string Due_sort, string? Due_words, string? Proposed_due, string? Red_on, string? Orange_on, string? Yellow_on, string Since, long Paused, long Open);
}
