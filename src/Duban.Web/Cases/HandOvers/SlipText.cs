using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>What a slip says: the same before it is handed over, as a preview, and after.</summary>
/// <param name="Number">Its number, or the pattern while none is taken.</param>
/// <param name="HandedOn">The day of the hand-over.</param>
/// <param name="SignBy">The last day to sign or to send it back.</param>
/// <param name="Contact">Whom the unit may call, or null.</param>
/// <param name="Basis">What it rests on, or null.</param>
public sealed record SlipText(string Number, DateOnly HandedOn, DateOnly SignBy, string? Contact, string? Basis)
{
    /// <summary>The post of whoever hands over, or null.</summary>
    public string? Post { get; init; }

    /// <summary>The slip's name in an address; null while it is a preview.</summary>
    public string? Id { get; init; }

    /// <summary>The sheet.</summary>
    /// <param name="office">The unit that runs the campaign: it issues the slip, and what is sent back goes there.</param>
    /// <param name="to">The unit it goes to.</param>
    /// <param name="cases">What is handed over, in order.</param>
    /// <param name="calendar">What working days are counted by.</param>
    /// <param name="w">The reader's words.</param>
    public SlipView Of(string office, Unit? to, IReadOnlyList<Case> cases, WorkCalendar calendar, Words w)
    {
        var addressee = to?.FullName is { Length: > 0 } full ? full : to?.Name ?? "";
        var contact = Contact is { Length: > 0 } named ? named : w["slips.no_contact", office];
        var rows = cases.Select(c => Row(c, calendar, w)).ToList();
        return new SlipView(office, Number, addressee, w["slips.opening", rows.Count, w.PaperDay(SignBy)], HandedOn, rows)
        {
            SignBy = w.PaperDay(SignBy),
            Keys =
            [
                (w["slips.day"], w.PaperDay(HandedOn)), (w["hand_over.sign_by"], w["slips.sign_clock", w.PaperDay(SignBy)]),
                (w["slips.whole_clock"], w["slips.whole_clock_runs"]), (w["slips.send_back"], w["slips.send_back_to", w.PaperDay(SignBy), office]),
                (w["hand_over.contact"], contact), .. Basis is { } basis ? new[] { (w["hand_over.basis"], basis) } : [],
            ],
            IssuedBy = [(w["slips.issuer"], office), .. Post is { } post ? new[] { (w["slips.by"], post) } : [], (w["hand_over.contact"], contact)],
            ReceivedBy = [(w["slips.receiver"], addressee), (w["slips.leader"], "")],
            Check = Id,
            Draft = Id is null,
        };
    }

    // What is not handed over yet goes by the deadline its list names, or by its word that it is to be fixed at once.
    private Shell.Parts.SlipRow Row(Case c, WorkCalendar calendar, Words w)
    {
        var given = c.Holding is null ? HandOver.AtOnce(c.Procedure, c.Matter?.ProposedDue, c.DueWords) : c.FixAtOnce;
        var due = c.Holding is not null ? c.TotalClock?.DueDate(calendar)?.Date
            : c.Matter?.ProposedDue ?? (given is { } span ? Domain.Calendar.Clock.For(HandedOn, span).DueDate(calendar)?.Date : null);
        return new(c.Id.Value, c.Matter?.Title ?? "", c.Matter?.Description ?? "", c.Level is { } level ? w[$"level.{CaseRow.Word(level)}"] : "", c.Level == Level.Major,
            c.Matter?.Measures ?? "", due is { } day ? AtOnceWords.Of(given, w.PaperDay(day), w) : c.Holding is null && !DateWords.IsReason(c.DueWords) ? w["hand_over.undecided"] : c.DueWords ?? "–")
        {
            Past = due < HandedOn,
        };
    }
}
