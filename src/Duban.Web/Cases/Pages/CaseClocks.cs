using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.Pages;

/// <summary>Both clocks of a case and who has it, as they are drawn.</summary>
public static class CaseClocks
{
    /// <summary>The clock of the step it waits for; while the team works, that of the plan's next measure; null when there is neither.</summary>
    public static ClockFace? Node(OneCase one, Words w)
    {
        var (c, clock) = (one.Case, one.Case.StepClock(one.Act.Calendar));
        return c.NextMeasure is { } measure && clock == c.MeasureClock
            ? Face(one, clock, w["clock.node"], $"{measure.Code} {measure.Text}", c.Progress.GetValueOrDefault(measure.Code), w)
            : c is { Stage: Stage.OnNotice, Notice: { } notice } ? Face(one, clock, w["clock.node"], w["clock.end_notice", w.ShortDay(notice.Until)], null, w)
            : Face(one, clock, w["clock.node"], c.Awaits is { } step ? w[$"step.{CaseRow.Word(step)}"] : null, null, w);
    }

    /// <summary>The clock from hand-over to strike-off.</summary>
    public static ClockFace? Total(OneCase one, Words w) =>
        Face(one, one.Case.RunningTotal, w["clock.total"], one.Case.FixAtOnce is { } given ? AtOnceWords.Of(given, w)
            : one.Case.TotalClock is { } clock ? w["clock.from", w.ShortDay(clock.Start)] : null, Done(one.Case), w);

    /// <summary>Why a case in somebody's hands has no clock of the whole; null while nobody has it.</summary>
    public static (string Mark, string Why)? NoTotal(OneCase one, Words w) => one.Case switch
    {
        { Holding: null } => null,
        { TotalClock: not null, RunningTotal: null } => (w["clock.met"], w["clock.met_why"]),
        { TotalClock: not null } => (w["clock.paused"], w["clock.paused_why"]),
        { Holding.NoDueReason: { Length: > 0 } why } => (w["clock.no_due"], w["clock.no_due_why", why]),
        _ => (w["clock.no_due"], w["clock.no_due_bare"]),
    };

    /// <summary>Who must act, since when, with what, and the unit that stays responsible meanwhile; null at an end.</summary>
    public static HolderView? Holder(OneCase one, Words w)
    {
        var c = one.Case;
        if (InHand.Of(c, one.Act.Today) is not { } now) return null;
        return new(one.Named(now.Hand, w), now.Since)
        {
            Next = HandWords.Next(c, now, w),
            Posts = one.Able is { } able ? able.Count > 0 ? w["hand.able", w.List(able)] : w["hand.able_none"]
                : one.Holders.Others(now, c, w) is { Count: > 0 } others ? w["hand.or", w.List(others)] : null,
            Responsible = c.Holding is { } h ? one.Unit(h.Unit) : null,
            ResponsibleSince = c.Holding?.Since,
            Contact = one.Last(e => e is CaseEvent.HandedOver) is { Event: CaseEvent.HandedOver handed }
                ? w["hand.contact", handed.Contact is { Length: > 0 } contact ? contact : w["slips.no_contact", one.Campaign is { } campaign ? one.Unit(campaign.Office) : w["hand.at.office"]]] : null,
        };
    }

    /// <summary>The light of the worse of both clocks.</summary>
    public static Lamp Lamp(Light light) => (Lamp)(int)light;

    private static ClockFace? Face(OneCase one, Duban.Domain.Calendar.Clock? clock, string title, string? about, int? done, Words w)
    {
        if (clock is null || one.Case.Stage.IsEnd()) return null;
        var (calendar, today) = (one.Act.Calendar, one.Act.Today);
        var reading = clock.Read(today, calendar);
        if (reading.Due is not { } due) return null;
        var lamp = reading.Paused ? Lamp(Light.None) : Lamp(one.Case.Procedure.Lights.For(clock, calendar).At(today));
        return new(title, clock.Start, due.Date, lamp, reading.Paused ? w["clock.paused"] : w["light." + LightMark.Name(lamp)])
        {
            About = due.UnannouncedYear is { } year ? $"{about}　{w["clock.provisional", year.ToString(System.Globalization.CultureInfo.InvariantCulture)]}".Trim('　') : about,
            WorkingDaysLeft = reading.WorkingDaysLeft,
            Pauses = [.. clock.Pauses.Select(p => new ClockPause(p.From, p.Until))],
            DonePercent = done,
            IsWorkingDay = calendar.Knows(clock.Start.Year) && calendar.Knows(due.Date.Year) ? calendar.IsWorkingDay : null,
        };
    }

    private static int? Done(Case c) => c.Progress.Count == 0 ? null : (int)c.Progress.Values.Average();
}
