using System.Net;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>集中交办 when somebody is faster, or the list is not what it should be.</summary>
public sealed class BatchTests
{
    [Fact]
    public async Task A_case_of_another_campaign_does_not_stand_on_this_ones_slip()
    {
        await using var walk = await Walk.Begin();
        var procedure = ProcedureFile.Shipped.Single(p => p.Code == "short");
        await walk.Town.The<Campaigns>().Save("430400", new Campaign("AQ", new("安全隐患集中整改", "Safety hazards"), "short", procedure.Version, new UnitId("430400-awb"), new(2021, 3, 2), null));
        var refused = await (await Machine.Of(walk.Town, "city-clerk")).Post("/api/hand-overs",
            new { campaign = "AQ", cases = new[] { new { @case = walk.Id, to = "430424", due = "2021-06-30" } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        refused.IsRefusedFor("batch.other_campaign");
        Assert.Equal(Stage.Graded, (await walk.Town.The<CaseLedger>().Load("430400", new CaseId(walk.Id)))!.Stage);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_case_handed_over_by_itself_has_a_slip_that_prints(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        (await clerk.Act(walk.Id, "hand-over", new { to = "430424", slip = "衡督交〔2021〕99号", due = "2021-06-30", contact = "0734-0000000" })).IsNow("handed_over");
        var version = (await walk.Town.The<CaseLedger>().Load("430400", new CaseId(walk.Id)))!.Version;
        var slip = await clerk.Get($"/api/slips/{walk.Id}-{version}");
        Assert.Equal(HttpStatusCode.OK, slip.Status);
        Assert.Contains("衡督交〔2021〕99号", (await (await walk.Town.SignIn("city-clerk")).Get($"/slips/{walk.Id}-{version}")).Text, StringComparison.Ordinal);
    }
}
