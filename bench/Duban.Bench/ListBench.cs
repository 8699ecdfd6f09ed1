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
    private static readonly int[] Sizes = [10_000, 1_000_000];

    public static async Task<IReadOnlyList<string>> Run()
    {
        await using var city = await BenchCity.Start();
        var cases = await city.HandedOver(2_000);
        using var signedIn = await SignedIn(city);
        using var bare = await Bare(city.Address);
        var lines = new List<string>();
        var (first, filled) = (0.0, 2_000);
        foreach (var size in Sizes)
        {
            await Fill(city, filled, size);
            filled = size;
            await Load.Run(16, 400, _ => Get(signedIn, Path));
            await Load.Run(16, 400, _ => Get(bare, "/"));
            var ours = await Load.Run(16, 3_000, _ => Get(signedIn, Path));
            var theirs = await Load.Run(16, 3_000, _ => Get(bare, "/"));
            if (first == 0) first = ours.PerSecond;
            lines.Add($"| list of 50 as HTML, {size:N0} cases | {theirs.PerSecond:N0}/s (JSON) | {ours.PerSecond:N0}/s (p99 {ours.P99:N1} ms) | {ours.PerSecond / theirs.PerSecond:0.00} ×; {first / ours.PerSecond:0.00} × slower than at 10,000 | ≥ 0.4 ×; ≤ 1.5 × |");
        }
        await Load.Run(16, 200, i => Get(signedIn, $"/cases/{cases[i].Value}"));
        var page = await Load.Run(16, 2_000, i => Get(signedIn, $"/cases/{cases[i].Value}"));
        lines.Add($"| one case page, 16 clients | – | {page.PerSecond:N0}/s, median {page.Median:N1} ms, p99 {page.P99:N1} ms | – | p99 < 25 ms |");
        return lines;
    }

    private static async Task Get(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpClient> SignedIn(BenchCity city)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseCookies = true, CookieContainer = new() }) { BaseAddress = city.Url };
        var page = await client.GetStringAsync("/sign-in");
        var token = System.Text.RegularExpressions.Regex.Match(page, "name=\"(__RequestVerificationToken|[^\"]*)\" value=\"(CfDJ8[^\"]+)\"");
        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new(token.Groups[1].Value, token.Groups[2].Value), new("name", "hengdong-liaison"), new("password", Duban.Web.Demo.DemoPeople.Password)]));
        answer.EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<HttpClient> Bare(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", async () =>
        {
            await using var db = new SqliteConnection($"Data Source={address};Mode=ReadOnly");
            await db.OpenAsync();
            return Results.Json(await db.QueryAsync<(string, string, string, string, string, string)>(
                "select case_id, title, description, place, stage, due_sort from cases where jurisdiction = '430400' and area = '430424' and stage = 'handed_over' order by due_sort, case_id limit 50"));
        });
        await app.StartAsync();
        return new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new(app.Urls.First()) };
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
}
