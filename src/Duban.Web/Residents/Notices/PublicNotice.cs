using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Notices;

/// <summary>The last notice of a case, as anybody may read it.</summary>
/// <param name="One">The case.</param>
/// <param name="Published">What was published.</param>
/// <param name="After">What happened since, oldest first.</param>
public sealed record PublicNotice(OneCase One, CaseEvent.NoticePublished Published, IReadOnlyList<Happened> After)
{
    /// <summary>The plan that hung with it, whatever was planned since; null without one.</summary>
    public Plan? Plan { get; init; }

    /// <summary>How it stands today.</summary>
    public NoticeState State => NoticeStates.Of(One.Case.Stage, Published.Until, One.Act.Today);

    /// <summary>True while objections are taken.</summary>
    public bool IsOpen => State == NoticeState.Hanging;

    /// <summary>The notice of a case, or null when it never had one.</summary>
    public static PublicNotice? Of(OneCase one)
    {
        var last = one.History.Index().LastOrDefault(h => h.Item.Event is CaseEvent.NoticePublished);
        return last.Item?.Event is CaseEvent.NoticePublished published ? new(one, published, [.. one.History.Skip(last.Index + 1)])
        {
            Plan = one.History.Take(last.Index).Select(h => h.Event).OfType<CaseEvent.Planned>().LastOrDefault()?.Plan,
        } : null;
    }

    /// <summary>How it stands, in one sentence that is true today.</summary>
    public string Said(Words w) => State switch
    {
        NoticeState.Hanging => w["notice.state.hanging", Published.Until],
        NoticeState.DaysOver when One.Case.Notice is { Open.Count: > 0 and var open } => w["notice.state.days_over_objected", Published.Until, open],
        NoticeState.DaysOver => w["notice.state.days_over", Published.Until],
        NoticeState.Ended => w[ByCity ? "notice.state.ended_city" : "notice.state.ended", On(e => e is CaseEvent.NoticeEnded)],
        NoticeState.Accepted => w["notice.state.accepted", On(e => e is CaseEvent.AcceptedByCity)],
        NoticeState.StruckOff => w["notice.state.struck_off", On(e => e is CaseEvent.StruckOff)],
        NoticeState.LongTerm or NoticeState.Merged or NoticeState.Void => w[$"notice.state.{CaseRow.Word(State)}", On(e => e is CaseEvent.SideTrackGranted)],
        _ => Back switch
        {
            { Event: CaseEvent.ObjectionUpheld } back => w["notice.state.upheld", back.On],
            { Event: CaseEvent.RefusedByCity } back => w["notice.state.refused", back.On],
            { Event: CaseEvent.Relapsed } back => w["notice.state.relapsed", back.On],
            var back => w["notice.state.back", back?.On ?? One.Case.Since],
        },
    };

    /// <summary>What was objected to this notice and what became of it; of whoever objected nothing.</summary>
    public IEnumerable<PublicObjection> Objections =>
        from h in After
        where h.Event is CaseEvent.ObjectionRaised
        select PublicObjection.Of(One, h.On, ((CaseEvent.ObjectionRaised)h.Event).Reference);

    /// <summary>The seven columns of a strike-off notice.</summary>
    public IReadOnlyList<(string Label, string Text)> Columns(Words w) =>
    [
        (w["residents.col.problem"], One.Matter.Description), (w["residents.col.goal"], Plan?.Goals ?? One.Matter.Goal ?? w["residents.col.none"]),
        (w["residents.col.measures"], Plan is not null ? string.Join('\n', Plan.Measures.Select(m => m.Text)) : One.Matter.Measures ?? w["residents.col.none"]),
        (w["residents.col.completion"], Published.Text.Completion), (w["residents.col.opinion"], Published.Text.Opinion),
        (w["residents.col.when"], When(w)), (w["residents.col.channel"], IsOpen ? Published.Text.Channel : w["residents.col.channel_over"]),
    ];

    // The procedure may go on without the city's acceptance.
    private bool ByCity => One.Case.Procedure.Has(Step.CityAccept);

    private Happened? Back => After.LastOrDefault(h =>
        h.Event is CaseEvent.ObjectionUpheld or CaseEvent.RefusedByCity or CaseEvent.Relapsed or CaseEvent.LongTermReviewed { BackToWork: true });

    private string When(Words w) => State switch
    {
        NoticeState.Hanging or NoticeState.DaysOver => w[ByCity ? "residents.col.after_city" : "residents.col.after", Published.Until],
        NoticeState.Ended => w[ByCity ? "residents.col.when_accepted" : "residents.col.when_soon"],
        NoticeState.Accepted => w["residents.col.when_soon"],
        NoticeState.StruckOff => w["residents.col.when_done", On(e => e is CaseEvent.StruckOff)],
        _ when Back is { Event: CaseEvent.Relapsed } => w["residents.col.when_relapsed", On(e => e is CaseEvent.StruckOff)],
        _ => w["residents.col.when_not"],
    };

    private DateOnly On(Func<CaseEvent, bool> kind) => After.LastOrDefault(h => kind(h.Event))?.On ?? One.Case.Since;
}

/// <summary>A line of the list.</summary>
public sealed record NoticeLine
{
    /// <summary>The case's name in the address.</summary>
    public required string Id { get; init; }
    /// <summary>The number people call it by.</summary>
    public required string Number { get; init; }
    /// <summary>What it is about.</summary>
    public required string Title { get; init; }
    /// <summary>Where.</summary>
    public required string Place { get; init; }
    /// <summary>The last day for objections.</summary>
    public DateOnly Until { get; init; }
    /// <summary>The day it ended, in whatever way; null while it hangs.</summary>
    public DateOnly? Over { get; init; }
    /// <summary>How it stands, in lower snake case.</summary>
    public required string State { get; init; }
}
