using System.Globalization;
using Duban.Domain.Cases;
using Duban.Domain.Documents;
using Duban.Web.Cases.Acts;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Pages;

/// <summary>What a form says before anybody has typed: what the case already knows is not asked again.</summary>
public static class Prefill
{
    /// <summary>The filled form.</summary>
    /// <param name="form">Which form.</param>
    /// <param name="one">The case.</param>
    /// <param name="w">The reader's words.</param>
    /// <param name="slip">The next slip's number, or null.</param>
    /// <param name="reference">An objection named in the address, or null.</param>
    /// <param name="said">What somebody without an account reported, or null.</param>
    public static TypedForm Of(Type form, OneCase one, Words w, string? slip, string? reference, ReporterSaid? said = null)
    {
        var (c, m, today) = (one.Case, one.Matter, one.Act.Today);
        return form.Name switch
        {
            nameof(GradeForm) => TypedForm.Of(new GradeForm(c.Level is { } level ? CaseRow.Word(level) : null, null, [.. c.CoUnits.Select(u => u.Value)])),
            nameof(HandOverForm) => TypedForm.Of(HandOver(m, one, slip)),
            nameof(PlanForm) => TypedForm.Of(Plan(c, m, one)),
            nameof(ProgressForm) => TypedForm.Of(new ProgressForm(null, c.Progress.ToDictionary(p => p.Key, string? (p) => p.Value.ToString(CultureInfo.InvariantCulture)))),
            nameof(VerifyForm) => TypedForm.Of(new VerifyForm(null, Day(today), null, null)),
            nameof(LookBackForm) => TypedForm.Of(new LookBackForm(null, Day(today), null, null, null)),
            nameof(DrawSampleForm) => TypedForm.Of(new DrawSampleForm(null, null)),
            nameof(NoticeForm) => TypedForm.Of(NoticeWords.Of(one, w)),
            nameof(DecideObjectionForm) => TypedForm.Of(new DecideObjectionForm(reference ?? (c.Notice is { Open: { Count: 1 } only } ? only.Single() : null), null, null)),
            nameof(PauseForm) => TypedForm.Of(new PauseForm(Day(today), null, null)),
            nameof(LongTermForm) => TypedForm.Of(new LongTermForm(Day(today.AddMonths(6)), null)),
            nameof(ReviewForm) => TypedForm.Of(new ReviewForm(null, null, Day(today.AddMonths(6)), null)),
            nameof(CorrectForm) => TypedForm.Of(new CorrectForm(m.Title, m.Description, m.Place.Text, m.Sector, m.Source, null, Day(m.ProposedDue), m.DueWords)),
            nameof(RelapseForm) => TypedForm.Of(new RelapseForm(c.NotFixed.IsEmpty ? null : w["channel.resident"], null, null)),
            nameof(RegisterForm) => TypedForm.Of(said is null
                ? new RegisterForm(null, m.Title, m.Description, m.Place.Text, m.Sector, m.Source, null, null, null)
                : Reported(m, one, said, w)),
            _ => new TypedForm([]),
        };
    }

    // A day that has passed is not proposed: who means it types it. What an earlier slip rested on may be said again, but no slip rests on the name of a file.
    private static HandOverForm HandOver(Matter m, OneCase one, string? slip)
    {
        var first = one.History.Select(h => h.Event).OfType<CaseEvent.HandedOver>().FirstOrDefault();
        var isFile = first?.Basis is { } basis && m.Origin?.StartsWith(basis + " ", StringComparison.Ordinal) == true;
        return new(
            m.ProposedUnit?.Value, slip, m.ProposedDue < one.Act.Today ? null : Day(m.ProposedDue), m.ProposedDue is null && DateWords.IsReason(m.DueWords) ? m.DueWords : null,
            isFile ? null : first?.Basis, first?.Contact);
    }

    // Another round begins from the words of the last plan; its days are over, and new ones are asked for.
    private static PlanForm Plan(Case c, Matter m, OneCase one) => (c.Plan ?? c.EarlierPlan) is { } p
        ? new(
            p.Leader.Value, [.. p.Team.Select(t => t.Value)], p.Goals, [.. p.Measures.Select(x => new MeasureForm(x.Text, c.Plan is null ? null : Day(x.Due), x.Who))],
            p.Funds, p.Duty, p.Contingency, p.InterimSafety)
        : new(null, null, m.Goal, m.Measures is { Length: > 0 } listed
            ? [new MeasureForm(listed, Day(c.TotalClock?.DueDate(one.Act.Calendar)?.Date), m.Responsible)]
            : null, null, m.Responsible, null, null);

    // A reporter's words stand beside the form and not in it: the office writes its own, because what is registered can never be erased. Where it is
    // the office has to say as well, so that is filled in, for the office to strike out what tells whose door it is.
    private static RegisterForm Reported(Matter m, OneCase one, ReporterSaid said, Words w) => new(
        null, null, null, m.Place.Text + said.Place?.Text, null, w["channel.resident"], null,
        said.Unit is { } chosen && one.Units.Find(chosen) is { } unit ? one.Units.Above(unit.Path).FirstOrDefault(u => u.Path.Depth == 2)?.Id.Value : null, null,
        said.Place is { Longitude: { } lon, Latitude: { } lat } place ? string.Create(CultureInfo.InvariantCulture, $"{lon}, {lat} {place.Datum}") : null);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
