using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Lights = Duban.Domain.Calendar.Light;

namespace Duban.Web.Cases.Lists;

/// <summary>A kind of rows on a desk.</summary>
/// <param name="Key">Names its words, <c>desk.{Key}</c>.</param>
/// <param name="Path">The list that shows all of them, or null when the group itself is the list.</param>
/// <param name="Filters">What belongs to it.</param>
public sealed record DeskSection(string Key, string? Path, params CaseFilter[] Filters)
{
    /// <summary>Rows shown at most.</summary>
    public int Rows { get; init; } = 6;

    /// <summary>True when its number stands in the strip.</summary>
    public bool Counted { get; init; } = true;

    /// <summary>Its light, when it is a light's group.</summary>
    public Light? Light { get; init; }

    /// <summary>The sections of a role's desk, in their order.</summary>
    public static IReadOnlyList<DeskSection> Of(Role role, DateOnly today) => role switch
    {
        _ when InHand.Is(Hand.Unit, role) =>
        [
            new("sign", "/to-sign", At(Stage.HandedOver)) { Rows = 20 },
            Own(Lights.Red, 20), Own(Lights.Orange, 20), Own(Lights.Yellow, 20),
            Own(Lights.Green, 10), Own(Lights.None, 10) with { Counted = false },
            new("elsewhere", "/cases?" + string.Join('&', Elsewhere.Select(hand => $"hand={CaseRow.Word(hand)}")), new CaseFilter { Hands = Elsewhere }) { Rows = 10, Counted = false },
        ],
        Role.Verifier => [Waiting("verify", Step.CountyVerify), Red, Due(today)],
        Role.Acceptor => [Waiting("accept", Step.CityAccept), new("plans", "/cases?stage=planned", At(Stage.Planned)) { Rows = 20 }, Red, Due(today)],
        Role.Clerk => Office(today, [NotFixed, At(Stage.ReturnAsked), new() { Request = "any" }]),
        Role.Head => Office(today, [NotFixed, At(Stage.ReturnAsked), At(Stage.Planned), new() { Request = "any" }]),
        _ => [],
    };

    private static DeskSection Red => Lit(Lights.Red, 6);

    private static DeskSection[] Office(DateOnly today, CaseFilter[] decisions) =>
    [
        Red, Due(today), new("unsigned", "/to-sign", At(Stage.HandedOver)),
        new("objections", $"/cases?request={CaseRow.Objected}", new CaseFilter { Request = CaseRow.Objected }) { Rows = 10, Counted = false },
        new("decide", null, decisions) { Rows = 10 },
        Waiting("verify_by_county", Step.CountyVerify) with { Rows = 6 },
        Own(Step.HandOver), Own(Step.Grade), Own(Step.Register), Own(Step.Survey), Own(Step.Notice), Own(Step.StrikeOff),
    ];

    // Struck off, and whoever reported it says it is still there.
    private static CaseFilter NotFixed => new() { Request = CaseRow.NotFixed, Open = null };

    private static CaseFilter At(Stage stage) => new() { Stages = [stage] };

    private static DeskSection Due(DateOnly today) =>
        new("today", $"/cases?due_from={today:yyyy-MM-dd}&due_to={today:yyyy-MM-dd}", new CaseFilter { DueFrom = today, DueTo = today })
        {
            Light = Lights.Orange,
        };

    private static DeskSection Lit(Light light, int rows) =>
        new(light == Lights.None ? "none_clock" : CaseRow.Word(light), $"/cases?light={CaseRow.Word(light)}", new CaseFilter { Light = light }) { Rows = rows, Light = light };

    // What somebody else must do is late on their account: a unit's lights are those of the cases in its hands.
    private static DeskSection Own(Light light, int rows)
    {
        var lit = Lit(light, rows);
        return lit with { Path = lit.Path + "&hand=unit", Filters = [new CaseFilter { Light = light, Hands = [Hand.Unit] }] };
    }

    private static Hand[] Elsewhere { get; } = [.. Enum.GetValues<Hand>().Where(hand => hand != Hand.Unit)];

    private static DeskSection Waiting(string key, Step step)
    {
        var list = WaitingFor.All.Single(l => l.Awaits == step);
        return new(key, list.Path, list.Filter) { Rows = 20 };
    }

    // The office's own steps: no number in the strip, which holds five.
    private static DeskSection Own(Step step) => new(
        step == Step.Register ? "register_lead" : CaseRow.Word(step),
        step == Step.HandOver ? "/hand-over" : $"/cases?awaits={CaseRow.Word(step)}&hand=office",
        new CaseFilter { Awaits = step, Stages = Before(step), Hands = [Hand.Office] })
    {
        Counted = false,
    };

    private static Stage[] Before(Step step) => step switch
    {
        Step.Register => [Stage.Reported],
        Step.Grade => [Stage.Registered],
        Step.HandOver => [Stage.Registered, Stage.Graded, Stage.Returned],
        Step.Survey => [Stage.CountyVerified],
        Step.Notice => [Stage.CountyVerified, Stage.Satisfied, Stage.OnNotice],
        _ => [Stage.CountyVerified, Stage.Satisfied, Stage.Noticed, Stage.CityAccepted],
    };
}
