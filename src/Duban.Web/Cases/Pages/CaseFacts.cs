using System.Globalization;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Pages;

/// <summary>The registration of a case as label and text, in the order of the register; what is empty is left out.</summary>
public static class CaseFacts
{
    /// <summary>The facts.</summary>
    /// <param name="one">The case.</param>
    /// <param name="w">The reader's words; on paper they write the year of every day.</param>
    public static IEnumerable<(string Label, string Text)> Of(OneCase one, Words w) =>
        All(one, w).Where(f => !string.IsNullOrWhiteSpace(f.Text)).Select(f => (f.Label, f.Text!));

    /// <summary>A place's point as a register writes it, latitude first; null when it has none.</summary>
    public static string? Position(Place place) => place is { Longitude: { } lon, Latitude: { } lat }
        ? string.Create(CultureInfo.InvariantCulture, $"{lat:0.#####}, {lon:0.#####} {place.Datum}") : null;

    private static IEnumerable<(string Label, string? Text)> All(OneCase one, Words w)
    {
        var (c, m) = (one.Case, one.Matter);
        yield return (w["field.description"], m.Description);
        yield return (w["field.place"], m.Place.Text);
        yield return (w["case.position"], Position(m.Place));
        yield return (w["field.sector"], m.Sector);
        yield return (w["field.source"], m.Source == ReportLead.FromResident ? w["channel.resident"] : m.Source);
        yield return (w["case.unit"], c.Holding is { } h ? one.Unit(h.Unit) : m.ProposedUnit is { } proposed ? w["case.proposed", one.Unit(proposed)] : null);
        if (c.Holding is { } held && held.HandedTo != held.Unit) yield return (w["case.handed_to"], one.Unit(held.HandedTo));
        yield return (w["field.coUnits"], w.List(c.CoUnits.Select(one.Unit)));
        yield return (w["field.slip"], c.Holding?.Slip);
        yield return (w["field.due"], c.TotalClock?.DueDate(one.Act.Calendar)?.Date is { } due ? AtOnceWords.Of(c.FixAtOnce, w.Day(due), w)
            : m.ProposedDue is { } proposal ? w["case.proposed", w.Day(proposal)] : c.DueWords);
        yield return (w["case.goal"], m.Goal);
        yield return (w["case.measures_listed"], m.Measures);
        yield return (w["case.responsible"], m.Responsible);
        yield return (w["case.rounds"], w["case.rounds_text", c.Round, c.Relapses]);
        yield return (w["case.review_on"], c.ReviewOn is { } review ? w.Day(review) : null);
        yield return (w["case.procedure"], w["case.procedure_text", w.English ? c.Procedure.Name.En : c.Procedure.Name.Zh, c.Procedure.Version]);
        yield return (w["case.lead"], c.Number is { } number && number != c.Id.Value ? c.Id.Value : null);
        yield return (w["case.origin"], OriginWords.Of(m.Origin, null, w));
    }
}
