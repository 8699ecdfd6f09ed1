using Duban.Domain.Cases;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.Pages;

/// <summary>What happened as rows of the timeline.</summary>
public static class CaseTimeline
{
    /// <summary>Newest first.</summary>
    public static IReadOnlyList<TimelineRow> Of(OneCase one, IEnumerable<Happened> events, Words w) => [.. Rows(one, events, w).Reverse()];

    /// <summary>Oldest first. Residents' answers in a row are one row: who answered what at which minute is nobody's business.</summary>
    public static IEnumerable<TimelineRow> Rows(OneCase one, IEnumerable<Happened> events, Words w)
    {
        var answers = 0;
        var last = default(Happened);
        foreach (var h in events)
        {
            if (h.Event is CaseEvent.ResidentAnswered)
            {
                (answers, last) = (answers + 1, h);
                continue;
            }
            if (last is not null) yield return Answers(one, last, answers, w);
            (answers, last) = (0, null);
            yield return new(h.At, CaseSentences.Of(h.Event, w, one.Units), Weight(h.Event)) { By = one.By(h.By, w), Lines = CorrectionWords.Lines(one, h, w) };
        }
        if (last is not null) yield return Answers(one, last, answers, w);
    }

    private static TimelineRow Answers(OneCase one, Happened last, int count, Words w) => new(last.At, w["case.answers", count]) { By = one.By(last.By, w) };

    private static TimelineWeight Weight(CaseEvent fact) => CaseSentences.IsSetback(fact) ? TimelineWeight.Breach
        : CaseSentences.IsDecision(fact) ? TimelineWeight.Decision
        : fact is CaseEvent.Chased or CaseEvent.ObjectionRaised or CaseEvent.SaidNotFixed ? TimelineWeight.Warning : TimelineWeight.Plain;
}
