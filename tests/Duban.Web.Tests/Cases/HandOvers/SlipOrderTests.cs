using Dapper;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.Files;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>The third case on a slip is the third on paper: the register cannot be reordered unseen.</summary>
public sealed class SlipOrderTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_order_of_the_cases_on_a_slip_is_that_of_their_hand_over_and_verify_sees_another(On on)
    {
        await using var filled = await Filled.Begin(on);
        for (var i = 0; i < 3; i++) await filled.Registered($"隐患{i}", due: "2021-04-30");
        var clerk = await filled.Town.SignIn("city-clerk");
        Assert.Equal("/slips?campaign=AQ", (await clerk.Submit(await clerk.Get("/hand-over?campaign=AQ"), "/hand-over")).Location);
        await filled.HandedOver("单独一件", "2021-04-30");
        Assert.Equal(0, (await Check()).Broken);
        await Write("update slip_cases set position = 9 where case_id = 'AQ-001'", "update slip_cases set position = 0 where case_id = 'AQ-002'", "update slip_cases set position = 1 where case_id = 'AQ-001'");
        var found = await Check();
        Assert.Equal((1, "430400 slip AQ-2021-1: the order of its cases"), (found.Broken, found.First?.English));
        await Write("update slip_cases set position = 5 where case_id = 'AQ-004'");
        Assert.Equal(2, (await Check()).Broken);

        Task<CaseCheckResult> Check() => CaseCheck.Run(filled.Town.The<EventStore>(), filled.Town.The<BlobStore>(), TestContext.Current.CancellationToken);

        async Task Write(params string[] changes)
        {
            foreach (var change in changes) await filled.Town.The<EventStore>().Write((db, tx) => db.ExecuteAsync(change, transaction: tx), TestContext.Current.CancellationToken);
        }
    }
}
