using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.CommandLine;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Documents;

/// <summary>A campaign of an older ledger that names a version of its procedure whose day has not come: an import tells so at every door, and writes nothing.</summary>
public sealed class ComingProcedureTests
{
    private const string Csv = "编号,隐患描述,责任单位,整改时限\n1,消防通道堵塞,衡东县,2021-09-30\n";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_import_says_from_which_day_on_and_works_from_that_day_on(On on)
    {
        await using var town = await Coming(on, new(2021, 7, 1));
        foreach (var dry in new[] { "true", "false" }) (await Send(town, dry)).IsRefusedFor("procedure.not_yet");

        var clerk = await town.SignIn("city-clerk");
        var hidden = (await clerk.Get("/import")).Page.QuerySelectorAll("form[action='/import'] input[type=hidden]");
        using var form = Form(hidden.Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)));
        var refused = await clerk.Send(new(HttpMethod.Post, "/import") { Content = form });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("这一版程序 7月1日 周四 才启用", refused.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await (await Machine.Of(town, "city-clerk")).Get("/api/cases?campaign=AQ")).Body.GetProperty("cases").EnumerateArray());

        town.Clock.Advance(TimeSpan.FromDays(120));
        Assert.Equal("1", (await Send(town, "false"))["created"]);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task At_the_terminal_it_is_bad_input_with_the_day(On on)
    {
        await using var town = await Coming(on, new(2150, 1, 1));
        using var shell = CommandLine.Shell.Of(town);
        foreach (var dry in new[] { "--dry-run", "--json" })
        {
            var said = await shell.Run("import", shell.File("list.csv", Csv), "--campaign", "AQ", dry);
            Assert.Equal((Exit.BadInput, ""), (said.Exit, said.Out));
            Assert.Contains("takes effect on", said.Error, StringComparison.Ordinal);
        }
    }

    private static async Task<Town> Coming(On on, DateOnly from)
    {
        var town = await Town.Start(on);
        await town.The<ProcedureCatalog>().Add("430400", ProcedureFile.Shipped[1] with { Version = 9, From = from }, "test", DateTimeOffset.UnixEpoch);
        var campaign = new Campaign("AQ", new("安全隐患集中整改", "Safety hazards"), "short", 9, new UnitId("430400-awb"), new(2021, 3, 2), null);
        await town.The<Campaigns>().Save("430400", campaign, new("test", DateTimeOffset.UnixEpoch));
        return town;
    }

    private static async Task<Told> Send(Town town, string dry)
    {
        using var client = town.App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await town.Token("city-clerk", TokenScope.Write));
        using var form = Form([("dryRun", dry)]);
        using var answer = await client.PostAsync("/api/imports", form, TestContext.Current.CancellationToken);
        return await Told.Of(answer);
    }

    private static MultipartFormDataContent Form(IEnumerable<(string Name, string Value)> besides)
    {
        var form = new MultipartFormDataContent { { new StringContent("AQ"), "campaign" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(Csv)), "file", "list.csv" } };
        foreach (var (name, value) in besides) form.Add(new StringContent(value), name);
        return form;
    }
}
