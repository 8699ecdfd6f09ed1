using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>A state of a search: the case, what the witness wrote down, and the day.</summary>
/// <param name="Case">The case as the rules see it.</param>
/// <param name="Witness">The facts as somebody who knows no rules wrote them down.</param>
/// <param name="Today">The day.</param>
internal sealed record Searched(Case Case, Witness Witness, DateOnly Today)
{
    /// <summary>Time jumps by two weeks, so that every jump starts on the same weekday.</summary>
    public const int Jump = 14;

    /// <summary>A calendar without holidays: every fortnight is like every other.</summary>
    public static readonly WorkCalendar Calendar = new(TimeSpan.FromHours(8));

    public Act ActOf(Actor by) => new(by, new DateTimeOffset(Today, new TimeOnly(9, 0), TimeSpan.FromHours(8)), Calendar);

    public Searched After(IReadOnlyList<CaseEvent> facts, Act act)
    {
        var (c, w) = (Case, Witness);
        foreach (var fact in facts)
        {
            var happened = new Happened(fact, act.By, act.At, act.Today);
            (c, w) = (c.After(happened), w.Sees(happened));
        }
        return new(c, w, Today);
    }

    /// <summary>All that rules and witness can see, with people told apart only by what they did: two states with one key have the same future.</summary>
    public string Key(Cast cast, bool clocked) => string.Join('|',
        (int)Case.Stage, Case.Holding?.Unit.Value, Case.Holding?.HandedTo.Value, Case.Holding?.Signed is not null, Case.Plan is not null, Case.Approver is not null,
        Case.Progress.GetValueOrDefault("M1"), Evidence(), Case.Spent.Count > 0, string.Join(',', Case.WorkingUnits.Select(u => u.Path.Value).Order(StringComparer.Ordinal)),
        Case.CountyVerifier?.Unit.Value, Case.CityAcceptor is not null, SurveyState(), NoticeState(), Case.NotFixed.Count, Case.Request?.Track.Name,
        clocked ? ClockState() : "", Witness.Books(), string.Join(',', cast.People.Select(p => Marks(p.Id)).Order()));

    /// <summary>What a person has done in this state, as a set of bits: people with the same marks can stand in for each other.</summary>
    public int Marks(PersonId p) => (Case.Doers.Contains(p) ? 1 : 0) | (Case.Plan is { } plan && (plan.Leader == p || plan.Team.Contains(p)) ? 2 : 0)
        | (Case.CountyVerifier?.Person == p ? 4 : 0) | (Case.CityAcceptor == p ? 8 : 0) | (Case.Request?.By == p ? 16 : 0) | (Case.ReturnAsker == p ? 32 : 0)
        | Witness.Marks(p.Value) << 6;

    private string Evidence() => $"{Case.Evidence.Any(e => e.Kind == EvidenceKind.Before)}{Case.Evidence.Any(e => e.Kind == EvidenceKind.After)}";

    private string SurveyState() => Case.Survey is { } s && !(s.Passed == false)
        ? $"{s.Passed}{s.Size}:{s.Count(Answer.Yes)}:{s.Answers.Count}:{Today > s.AnswerBy}" : "";

    private string NoticeState() => Case.Notice is { } n ? $"{n.Open.Count}:{Today > n.Until}" : "";

    // Days to the due date and to the end of a pause, running or decided; long past is past.
    private string ClockState() => Case.TotalClock is not { } clock ? "" :
        $"{Case.IsFixAtOnce}:{Math.Max(-1, (clock.DueDate(Calendar)?.Date.DayNumber ?? 0) - Today.DayNumber)}:{string.Join(',', clock.Pauses.Where(p => p.Until >= Today).Select(p => $"{Math.Max(0, p.From.DayNumber - Today.DayNumber)}-{p.Until?.DayNumber - Today.DayNumber}").Distinct().Order())}";
}
