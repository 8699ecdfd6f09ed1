using Duban.Domain.Cases;

namespace Duban.Web.Residents.Notices;

/// <summary>How a notice stands, for whoever reads it today.</summary>
public enum NoticeState
{
    /// <summary>It hangs, and objections are taken.</summary>
    Hanging,
    /// <summary>Its days are over; the office decides what was objected and ends it.</summary>
    DaysOver,
    /// <summary>It ended without an upheld objection; the case is not struck off yet.</summary>
    Ended,
    /// <summary>It ended, and the city has accepted.</summary>
    Accepted,
    /// <summary>The case is struck off.</summary>
    StruckOff,
    /// <summary>The case went back to work without being struck off, or after it.</summary>
    Back,
    /// <summary>Cannot be finished soon: kept up, not struck off.</summary>
    LongTerm,
    /// <summary>Another case carries it on.</summary>
    Merged,
    /// <summary>Closed without action.</summary>
    Void,
}

/// <summary>Tells how a notice stands.</summary>
public static class NoticeStates
{
    /// <summary>How the last notice of a case at this stage stands on a day.</summary>
    /// <param name="stage">Where the case is.</param>
    /// <param name="until">The notice's last day.</param>
    /// <param name="today">The day it is read.</param>
    public static NoticeState Of(Stage stage, DateOnly until, DateOnly today) => stage switch
    {
        Stage.OnNotice => today <= until ? NoticeState.Hanging : NoticeState.DaysOver,
        Stage.Noticed => NoticeState.Ended,
        Stage.CityAccepted => NoticeState.Accepted,
        Stage.StruckOff => NoticeState.StruckOff,
        Stage.LongTerm => NoticeState.LongTerm,
        Stage.Merged => NoticeState.Merged,
        Stage.Void => NoticeState.Void,
        _ => NoticeState.Back,
    };
}
