using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Ledger;

namespace Duban.Web.Cases.HandOvers;

/// <summary>The slip of a case that is handed over by itself: it stands in the register and prints like those of a meeting.</summary>
public sealed class SingleSlip(City city)
{
    /// <summary>The slip's rows, written in the transaction of the hand-over.</summary>
    public IEnumerable<RowWrite> Of(Case after, CaseEvent fact, Act act)
    {
        if (fact is not CaseEvent.HandedOver handed || after.Campaign is not { } campaign) return [];
        var slip = SlipRow.OfOne(after.Id, after.Version, campaign, handed, act.By.Person, act.Today);
        return [slip.Write(city.Code), slip.WriteCase(city.Code, 0, after.Id)];
    }
}
