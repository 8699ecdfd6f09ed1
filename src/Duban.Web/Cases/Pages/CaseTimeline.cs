using Duban.Domain.Cases;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.Pages;

/// <summary>What happened as rows of the timeline.</summary>
public static class CaseTimeline
{
    /// <summary>Newest first.</summary>
    public static IReadOnlyList<TimelineRow> Of(OneCase one, IEnumerable<Happened> events, Words w) => [.. events.Reverse().Select(h =>
        new TimelineRow(h.At, CaseSentences.Of(h.Event, w, one.Units), Weight(h.Event)) { By = one.By(h.By, w) })];

    private static TimelineWeight Weight(CaseEvent fact) => CaseSentences.IsSetback(fact) ? TimelineWeight.Breach
        : CaseSentences.IsDecision(fact) ? TimelineWeight.Decision
        : fact is CaseEvent.Chased or CaseEvent.ObjectionRaised ? TimelineWeight.Warning : TimelineWeight.Plain;
}
