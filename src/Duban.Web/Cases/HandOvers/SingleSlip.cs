using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Cases.HandOvers;

/// <summary>The slip of a case that is handed over by itself: it stands in the register and prints like those of a meeting.</summary>
public sealed class SingleSlip(City city)
{
    /// <summary>The slip's rows, written in the transaction of the hand-over; the case and its version name it, for the number is typed and may repeat.</summary>
    public IEnumerable<RowWrite> Of(Case after, CaseEvent fact, Act act) => fact is not CaseEvent.HandedOver handed || after.Campaign is not { } campaign
        ? []
        :
        [
            new RowWrite(HandOverDesk.InsertSlip, city.Code, $"{after.Id}-{after.Version}", handed.Slip, SlipNumber.Key(handed.Slip), campaign, handed.To.Unit.Value, handed.To.Value,
                act.Today, handed.SignBy, handed.Contact, handed.Basis, 1L, act.By.Person.Value),
            new RowWrite(HandOverDesk.InsertCase, city.Code, $"{after.Id}-{after.Version}", 0, after.Id.Value),
        ];
}
