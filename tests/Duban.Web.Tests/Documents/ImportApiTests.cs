using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Documents;

public sealed class ImportApiTests
{
    private const string Csv = "编号,隐患描述,责任单位,整改时限\n1,消防通道堵塞,衡东县,2021-03-31\n2,电线老化,石鼓区,2021.2.30\n";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_program_looks_first_then_imports_and_a_second_time_makes_nothing(On on)
    {
        await using var town = await Opened(on);
        Assert.Equal("2", (await Send(town, "city-clerk", Csv, "AQ", dry: true))["created"]);
        var done = await Send(town, "city-clerk", Csv, "AQ");
        Assert.Equal("2", done["created"]);
        Assert.Equal("1", done["deadlinesUnderstood"]);
        Assert.Contains(done.Body.GetProperty("problems").EnumerateArray(), p => p.GetProperty("cell").GetString() == "D3");
        var again = await Send(town, "city-clerk", Csv, "AQ");
        Assert.Equal(("0", "2"), (again["created"], again["duplicates"]));
    }

    [Fact]
    public async Task A_list_saved_as_text_whose_merged_sectors_came_out_empty_makes_nothing_new()
    {
        await using var town = await Opened(On.Sqlite);
        const string head = "编号,行业领域,隐患描述,责任单位,整改时限\n";
        Assert.Equal("2", (await Send(town, "city-clerk", head + "1,消防,通道堵塞,衡东县,2021-03-31\n2,消防,栓内无水,衡东县,2021-03-31\n", "AQ"))["created"]);
        var again = await Send(town, "city-clerk", head + "1,消防,通道堵塞,衡东县,2021-03-31\n2,,栓内无水,衡东县,2021-03-31\n", "AQ");
        Assert.Equal(("0", "2"), (again["created"], again["duplicates"]));
    }

    [Fact]
    public async Task A_file_that_is_no_list_an_unknown_campaign_and_a_stranger_are_refused()
    {
        await using var town = await Opened(On.Sqlite);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(town, "city-clerk", "没有表头", "AQ")).Status);
        (await Send(town, "city-clerk", Csv, "ZZ")).IsRefusedFor("campaign.unknown");
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(town, "hengdong-liaison", Csv, "AQ")).Status);
    }

    private static async Task<Town> Opened(On on)
    {
        var town = await Town.Start(on);
        await town.The<Campaigns>().Save("430400", new Campaign("AQ", new("安全隐患集中整改", "Safety hazards"), "short", ProcedureFile.Shipped[1].Version, new UnitId("430400-awb"), new(2021, 3, 2), null), new("test", DateTimeOffset.UnixEpoch));
        return town;
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_named_by_its_cell_and_is_no_problem()
    {
        await using var town = await Opened(On.Sqlite);
        var looked = await Send(town, "city-clerk", Csv.Replace("2021-03-31", "2021-03-01", StringComparison.Ordinal), "AQ", dry: true);
        var passed = Assert.Single(looked.Body.GetProperty("passedDeadlines").EnumerateArray());
        Assert.Equal(("list", "D2", "2021-03-01"), (passed.GetProperty("sheet").GetString(), passed.GetProperty("cell").GetString(), passed.GetProperty("day").GetString()));
        Assert.DoesNotContain(looked.Body.GetProperty("problems").EnumerateArray(), p => p.GetProperty("cell").GetString() == "D2");
    }

    private static async Task<Told> Send(Town town, string user, string csv, string campaign, bool dry = false)
    {
        using var client = town.App.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await town.Token(user, TokenScope.Write));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(campaign), "campaign" },
            { new StringContent(dry ? "true" : "false"), "dryRun" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "list.csv" },
        };
        using var answer = await client.PostAsync("/api/imports", form, TestContext.Current.CancellationToken);
        return await Told.Of(answer);
    }
}
