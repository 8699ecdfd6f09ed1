using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>审批: granted or refused by somebody who did not ask and did none of the work.</summary>
/// <param name="Grant">True to grant.</param>
/// <param name="Opinion">The signer's words.</param>
/// <param name="Asked">The request the signer has read; null for whichever is open.</param>
public sealed record DecideSideTrack(bool Grant, string Opinion, SideTrack? Asked = null) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.DecideSideTrack;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Opinion, "opinion")
        .When(Asked is not null && c.Request is not null && Asked != c.Request.Track, "request.changed")
        .With(Grant && c.Request?.Track is SideTrack.LongTerm ? AskSideTrack.NoPlan(c) : null)
        .Else<CaseEvent>(() => Grant
            ? new CaseEvent.SideTrackGranted(c.Request!.Track, Opinion)
            : new CaseEvent.SideTrackRefused(c.Request!.Track, Opinion));
}
