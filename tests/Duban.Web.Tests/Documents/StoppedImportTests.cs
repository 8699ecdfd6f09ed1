using System.Text;
using Dapper;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.CommandLine;
using Duban.Web.Documents.Import;
using Duban.Web.Procedures;

namespace Duban.Web.Tests.Documents;

public sealed class StoppedImportTests
{
    private const int Rows = 6000;

    [Fact]
    public async Task A_list_stopped_in_the_middle_says_how_much_is_left_and_goes_on_where_it_stopped()
    {
        await using var town = await Town.Start();
        var procedure = ProcedureFile.Shipped.Single(p => p.Code == "short");
        var campaign = new Campaign("AQ", new("安全隐患集中整改", "Safety hazards"), "short", procedure.Version, new UnitId("430400-awb"), new(2021, 3, 2), null);
        await town.The<Campaigns>().Save("430400", campaign, new("test", DateTimeOffset.UnixEpoch));
        var (import, by) = (town.The<CaseImport>(), Workshop.Operator(town.The<City>(), campaign.Office));
        var list = "编号,责任单位,部位或场所,隐患描述,整改时限\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"{i},衡东县,场所{i},隐患描述{i}号,2021-06-30\n"));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(list));
        var draft = await import.Read(await WorkbookSource.Take("大.csv", content, ct: TestContext.Current.CancellationToken), ct: TestContext.Current.CancellationToken);

        using var stop = new CancellationTokenSource();
        var first = Task.Run(() => import.Import(draft, campaign, by, stop.Token), TestContext.Current.CancellationToken);
        await using (var db = await town.The<EventStore>().Connect(TestContext.Current.CancellationToken))
            while (await db.ExecuteScalarAsync<long>("select count(*) from cases") == 0) await Task.Yield();
        await stop.CancelAsync();
        var done = await first;

        Assert.InRange(done.Created, 1, Rows - 1);
        Assert.Equal((Rows - done.Created, 0), (done.Left, done.Duplicates));
        var rest = await import.Import(draft, campaign, by, TestContext.Current.CancellationToken);
        Assert.Equal((done.Left, done.Created, 0), (rest.Created, rest.Duplicates, rest.Left));
    }
}
