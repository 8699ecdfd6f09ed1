using Duban.Domain.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Notices;

/// <summary>The last notice of a case, as anybody may read it.</summary>
/// <param name="One">The case.</param>
/// <param name="Published">What was published.</param>
/// <param name="End">What ended it, or null while it hangs.</param>
public sealed record PublicNotice(OneCase One, CaseEvent.NoticePublished Published, Happened? End)
{
    /// <summary>True while objections are taken.</summary>
    public bool IsOpen => One.Case.Stage == Stage.OnNotice && One.Act.Today <= Published.Until;

    /// <summary>The notice of a case, or null when it never had one.</summary>
    public static PublicNotice? Of(OneCase one)
    {
        var last = one.History.Index().LastOrDefault(h => h.Item.Event is CaseEvent.NoticePublished);
        if (last.Item?.Event is not CaseEvent.NoticePublished published) return null;
        return new(one, published, one.History.Skip(last.Index + 1).FirstOrDefault(h => h.Event is CaseEvent.NoticeEnded or CaseEvent.ObjectionUpheld));
    }

    /// <summary>The seven columns of a strike-off notice.</summary>
    public IReadOnlyList<(string Label, string Text)> Columns(Words w) =>
    [
        (w["residents.col.problem"], One.Matter.Description), (w["residents.col.goal"], One.Case.Plan?.Goals ?? One.Matter.Goal ?? w["residents.col.none"]),
        (w["residents.col.measures"], One.Case.Plan is { } plan ? string.Join('\n', plan.Measures.Select(m => m.Text)) : One.Matter.Measures ?? w["residents.col.none"]),
        (w["residents.col.completion"], Published.Text.Completion), (w["residents.col.opinion"], Published.Text.Opinion),
        (w["residents.col.when"], w["residents.col.after", Published.Until]), (w["residents.col.channel"], Published.Text.Channel),
    ];
}

/// <summary>What became of an objection.</summary>
/// <param name="Notice">The notice it was raised against.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Raised">When it was raised.</param>
/// <param name="Decided">The decision, or null while it waits.</param>
public sealed record ObjectionState(PublicNotice Notice, string Reference, Happened Raised, Happened? Decided)
{
    /// <summary>Null when nobody raised an objection of this number.</summary>
    public static ObjectionState? Of(PublicNotice notice, string reference)
    {
        var raised = notice.One.History.FirstOrDefault(h => h.Event is CaseEvent.ObjectionRaised r && r.Reference == reference);
        return raised is null ? null : new(notice, reference, raised, notice.One.Last(e =>
            e is CaseEvent.ObjectionUpheld u && u.Reference == reference || e is CaseEvent.ObjectionDismissed d && d.Reference == reference));
    }
}

/// <summary>A line of the list.</summary>
public sealed record NoticeLine
{
    /// <summary>The case's name in the address.</summary>
    public required string Id { get; init; }
    /// <summary>What it is about.</summary>
    public required string Title { get; init; }
    /// <summary>Where.</summary>
    public required string Place { get; init; }
    /// <summary>The last day for objections; of an ended one, the day the case last moved.</summary>
    public DateOnly Day { get; init; }
}
