using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Pages;

/// <summary>A round as label and text, on the case page and on paper alike; its plan and its pictures are drawn beside these.</summary>
/// <param name="one">The case.</param>
/// <param name="w">The reader's words; on paper they write the year of every day.</param>
public sealed class RoundFacts(OneCase one, Words w)
{
    /// <summary>The days it lasted.</summary>
    public string Span(CaseRound r) => r.Ended is { } end ? w["round.from_to", w.Day(r.From), w.Day(end.On)] : w["round.since", w.Day(r.From)];

    /// <summary>How it ended, in a word; null while it runs.</summary>
    public string? End(CaseRound r) => r.Ended is null ? null
        : r.Stood.Stage.IsEnd() ? w[$"stage.{CaseRow.Word(r.Stood.Stage)}"] : w[r.Ended.Event is CaseEvent.SurveyClosed ? "case.survey_failed" : "case.objections"];

    /// <summary>The days it took, and by how many it was late.</summary>
    public string? Took(CaseRound r) => r.Days(one.Act.Today) is not { } days ? null : w["round.took_days", days, w.Day(r.HeldSince!.Value)] + (r.DaysLate(one.Act.Today, one.Act.Calendar) switch
    {
        null => w["round.no_due"],
        0 => w["round.in_time"],
        var late => w["round.late", late],
    });

    /// <summary>Why it began and how it ended, whose it was, how long it took.</summary>
    public IEnumerable<(string Label, string Text)> Frame(CaseRound r)
    {
        yield return (w["round.began"], r.Began is { } began ? Told(began) : w[r.HeldSince is null ? "round.not_begun" : "round.first"]);
        yield return r.Ended is { } ended ? (w["round.ended"], Told(ended)) : (w["round.now"], w["round.running"]);
        if (r.Stood.Holding is { } holding)
        {
            yield return (w["case.unit"], one.Unit(holding.Unit));
            yield return (w["field.slip"], holding.Slip);
        }
        if (r.Due(one.Act.Calendar) is { } due) yield return (w["field.due"], w.Day(due));
        foreach (var track in r.Tracks)
            yield return (w["round.tracks"], Signed(CaseSentences.Of(new CaseEvent.SideTrackGranted(track.Track, track.Opinion), w, one.Units), track.By, track.On));
        if (Took(r) is { } took) yield return (w[r.Ended is null ? "round.so_far" : "round.took"], took);
        if (r.PlanApproved is { } plan) yield return (w["step.approve_plan"], Signed(plan));
    }

    /// <summary>What was applied for, seen, asked, published and decided, in the order of the loop.</summary>
    public IEnumerable<(string Label, string Text)> Judged(CaseRound r) =>
    [
        .. r.Applications.Select(a => (w["check.self_check"], Signed(a))),
        .. r.Verifications.Select(v => (w["check.county_verify"], Seen(v, w[v.Passed ? "round.passed" : "round.not_passed"]))),
        .. r.Surveys.Select(s => (w["check.survey"], Counted(r, s))),
        .. r.Notices.SelectMany(Noticed),
        .. r.CityDecisions.Select(d => (w["check.city_accept"], Lines(w[d.Passed ? "round.passed" : "round.not_passed"], Signed(w["round.opinion", d.Words], d.By, d.On)))),
        .. r.StruckOff is { } off ? new[] { (w["check.strike_off"], Signed(off)) } : [],
        .. r.LookBacks.Select(v => (w["step.look_back"], Seen(v, w[v.Passed ? "round.holds" : "round.holds_not"]))),
        .. r.NotFixed.Count > 0 ? new[] { (w["round.not_fixed"], w["round.not_fixed_times", r.NotFixed.Count, w.Day(r.NotFixed[^1])]) } : [],
    ];

    /// <summary>Pictures that verifiers took on the spot, by fingerprint.</summary>
    public static IEnumerable<string> Shots(CaseRound r) => r.Verifications.Concat(r.LookBacks).SelectMany(v => v.Record.Evidence).Distinct();

    private IEnumerable<(string, string)> Noticed(NoticeTold n)
    {
        yield return (w["check.notice"], Lines(
            w["round.from_to", w.Day(n.From), w.Day(n.Until)], w["round.notice_text", n.Text.Completion], w["round.opinion", n.Text.Opinion],
            n.Ended is { } ended ? w["round.on", w["event.notice_ended"], w.Day(ended)] : null));
        if (n.Objections.Count > 0) yield return (w["case.objections"], Lines([.. n.Objections.Select(o => w["round.objection", o.Reference, w.Day(o.On), Outcome(o)])]));
    }

    private string Outcome(Objection o) => o.Decision is { } d ? Signed(w[d.Passed ? "round.upheld" : "round.dismissed", d.Words], d.By, d.On) : w["case.objection_waits"];

    private string Counted(CaseRound r, SurveyCount s) => Lines(
        w["round.survey", s.Size, s.Yes, s.Partly, s.No, s.Silent],
        s is { Passed: { } passed, Closed: { } closed } ? w["round.on", w[passed ? "case.survey_passed" : "case.survey_failed"], w.Day(closed)]
            : r is { Ended: null, Stood.Survey.Passed: null } ? w["case.answer_by", w.Day(s.AnswerBy)] : w["round.survey_off"]);

    private string Seen(Visit v, string came) => Lines(w["round.visit", came, w.Day(v.Record.On), v.Record.Findings], Signed(w["round.opinion", v.Record.Opinion], v.By, v.On));

    private string Told(Happened h) =>
        Signed(CaseSentences.Of(h.Event, w, one.Units) + (h.Event is CaseEvent.Relapsed { Source: not "look_back" } e ? w["round.source", e.Source] : null), h.By, h.On);

    private string Signed(SignedWords said) => Signed(said.Words, said.By, said.On);

    private string Signed(string words, Actor by, DateOnly on) => w["round.signed", words.TrimEnd(), one.By(by, w), w.Day(on)];

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
