using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.Acts;
using Duban.Web.People.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Pages;

/// <summary>
/// What a public notice says before the office mends its words: written for whoever lives there, who knows no codes of measures and
/// none of the notes that offices write one another. The problem and the goal stand on the notice by themselves.
/// </summary>
public static class NoticeWords
{
    /// <summary>The form of a notice, filled from the case.</summary>
    public static NoticeForm Of(OneCase one, Words w) => new(
        string.Join('\n', Done(one, w)),
        w[one.Case.Procedure.Has(Step.CityAccept) ? "notice.result_city" : "notice.result"],
        one.Campaign is { } campaign ? w["notice.channel", one.Unit(campaign.Office)] : null);

    private static IEnumerable<string> Done(OneCase one, Words w)
    {
        var c = one.Case;
        var measures = (c.Plan?.Measures ?? []).ToLookup(m => c.Progress.GetValueOrDefault(m.Code) >= 100, m => Bare(m.Text));
        if (measures[true].Any()) yield return w["notice.done", Several(measures[true], w)];
        if (measures[false].Any()) yield return w["notice.under_way", Several(measures[false], w)];
        if (c.Evidence.Count(e => e.Kind == EvidenceKind.After) is > 0 and var pictures) yield return w["notice.pictures", pictures];
        if (one.Last(e => e is CaseEvent.VerifiedByCounty) is { Event: CaseEvent.VerifiedByCounty { Record: var record } } verified)
            yield return w["notice.verified", w.PaperDay(record.On), one.Unit(verified.By.Unit), PeopleWords.Of(verified.By.Role, w), Bare(record.Findings)];
        if (c.Survey is { Passed: true } survey)
            yield return w["notice.survey", survey.Answers.Count, survey.Count(Answer.Yes), survey.Count(Answer.Partly), survey.Count(Answer.No), survey.Size];
    }

    private static string Several(IEnumerable<string> texts, Words w) => string.Join(w.English ? "; " : "；", texts);

    // The sentence around it brings its own full stop.
    private static string Bare(string text) => text.Trim().TrimEnd('。', '.', '；', ';');
}
