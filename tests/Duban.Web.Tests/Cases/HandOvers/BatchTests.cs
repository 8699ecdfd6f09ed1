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
        await walk.Town.The<Campaigns>().Save("430400", new Campaign("AQ", new("安全隐患集中整改", "Safety hazards"), "short", procedure.Version, new UnitId("430400-awb"), new(2021, 3, 2), null), new("test", DateTimeOffset.UnixEpoch));
        var refused = await (await Machine.Of(walk.Town, "city-clerk")).Post("/api/hand-overs",
            new { campaign = "AQ", cases = new[] { new { @case = walk.Id, to = "430424", due = "2021-06-30" } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        refused.IsRefusedFor("batch.other_campaign");
        Assert.Equal(Stage.Graded, (await walk.Town.The<CaseLedger>().Load("430400", new CaseId(walk.Id)))!.Stage);
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_told_by_its_number()
    {
        await using var walk = await Walk.Begin();
        var refused = await (await Machine.Of(walk.Town, "city-clerk")).Post("/api/hand-overs",
            new { campaign = "JL", cases = new[] { new { @case = "JL-999", to = "430424", due = "2021-06-30" } } });
        Assert.Contains("There is no such case JL-999", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_case_for_one_unit_is_said_in_the_singular()
    {
        await using var walk = await Walk.Begin();
        var clerk = await walk.As("city-clerk");
        await clerk.Submit(await clerk.Get("/hand-over"), "/language", ("Culture", "en"));
        var page = (await clerk.Get("/hand-over?campaign=JL")).Text;
        Assert.All(new[] { "1 case for 1 unit", "Hand over 1 case to 1 unit", "1 case, 1 slip" }, said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.All(new[] { "1 cases", "1 units", "1 slips" }, said => Assert.DoesNotContain(said, page, StringComparison.Ordinal));
        foreach (var version in new[] { 3, 4 }) Assert.Contains("Orange from 1 day before it", (await clerk.Get($"/procedures/full/{version}")).Text, StringComparison.Ordinal);
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
