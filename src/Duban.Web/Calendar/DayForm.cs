using System.Text;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Calendar;

/// <summary>A change of one day as typed.</summary>
/// <param name="Day">The day, e.g. 2021-06-21.</param>
/// <param name="Work">yes: it is worked; no: it is off.</param>
/// <param name="Why">Why.</param>
public sealed record DayForm(string? Day, string? Work, string? Why)
{
    /// <summary>The change, or everything that is wrong with what was typed.</summary>
    public static Ruling<DayChange> Read(FormRead<DayForm> read)
    {
        var (typed, work) = (read.Form.Day?.Trim().Normalize(NormalizationForm.FormKC) ?? "", read.Form.Work?.Trim().ToLowerInvariant() ?? "");
        var reasons = new Reasons().With(read.Reasons)
            .When(!TypedDay.Is(typed, out var day), typed.Length == 0 ? "field.required" : "field.no_day", "day", typed)
            .When(work is not ("yes" or "no"), work.Length == 0 ? "field.required" : "field.no_choice", "work", work)
            .Words(read.Form.Why, "why", DayChange.LongestWhy);
        return reasons.Else(() => new DayChange(day, work == "yes", read.Form.Why!.Trim()));
    }
}
