using Dapper;
using Duban.Domain;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Procedures;

namespace Duban.Web.Cases.HandOvers;

/// <summary>The numbers of slips: one number, one slip, however it is typed. Slips of older ledgers that share one keep it.</summary>
public sealed class SlipNumbers(EventStore store, Campaigns campaigns, City city)
{
    /// <summary>Why a number cannot be given to another slip: the one that has it, by its number, unit and day; null while it is free.</summary>
    /// <param name="number">As typed.</param>
    /// <param name="units">The city's units.</param>
    public async Task<Reason?> Taken(string number, UnitTree units) => await Holder(number) is { } slip
        ? new Reason("slip.number_taken", "slip", slip.Number, units.Find(new UnitId(slip.Unit))?.Name ?? slip.Unit, slip.HandedOn) : null;

    /// <summary>The number that would be taken next, as printed: a suggestion, not a promise.</summary>
    public async Task<string> Next(Campaign campaign, int year)
    {
        for (var number = await campaigns.NextSlip(city.Code, campaign.Code); ; number++)
            if (campaign.SlipNumber(year, number) is var printed && await Holder(printed) is null) return printed;
    }

    /// <summary>Takes so many of a campaign's numbers; those that somebody has typed for a slip of one case are passed over.</summary>
    public async Task<IReadOnlyList<long>> Take(Campaign campaign, int year, int count)
    {
        var free = new List<long>(count);
        while (free.Count < count)
            foreach (var number in await campaigns.TakeSlips(city.Code, campaign.Code, count - free.Count))
                if (await Holder(campaign.SlipNumber(year, number)) is null) free.Add(number);
        return free;
    }

    // A number without a letter or a digit has no key and is compared as it stands.
    private async Task<SlipRow?> Holder(string number)
    {
        await using var db = await store.Connect();
        return await db.QueryFirstOrDefaultAsync<SlipRow>(
            $"{SlipRow.Select} where jurisdiction = @Code and number_key = @key and (@key <> '' or number = @number) order by handed_on, slip_id limit 1",
            new { city.Code, key = SlipNumber.Key(number), number });
    }
}
