using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Cases.Acts;

/// <summary>公示: published from today for as long as the procedure says, with a channel for objections.</summary>
public sealed record PublishNotice(NoticeText Text) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.PublishNotice;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .Words(Text.Completion, "completion", 4000).Words(Text.Opinion, "opinion").Words(Text.Channel, "channel", 500)
        .Else<CaseEvent>(() => new CaseEvent.NoticePublished(act.Today, Until(c.Procedure, act), Text));

    private static DateOnly Until(Procedure procedure, Act act) =>
        Clock.For(act.Today, procedure.Find(Step.Notice)?.Clock ?? new Span(5, DayKind.Working)).DueDate(act.Calendar)!.Value.Date;
}
