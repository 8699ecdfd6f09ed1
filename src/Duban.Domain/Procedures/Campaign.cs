using System.Globalization;
using Duban.Domain.People;

namespace Duban.Domain.Procedures;

/// <summary>A campaign (专项行动): the name over many cases, and the procedure they walk.</summary>
/// <param name="Code">Two to eight capital letters or digits, e.g. <c>AQ</c>; it begins every case's number.</param>
/// <param name="Name">Its name in both languages.</param>
/// <param name="Procedure">Code of the procedure new cases are registered under.</param>
/// <param name="ProcedureVersion">That procedure's version.</param>
/// <param name="Office">The office that runs it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">The day everything is to be struck off, or null.</param>
public sealed record Campaign(string Code, TwoNames Name, string Procedure, int ProcedureVersion, UnitId Office, DateOnly From, DateOnly? Until)
{
    /// <summary>The code that leads are numbered by, which belong to no campaign.</summary>
    public const string Leads = "XS";

    // Leads have their own numbers, and NEW is the address at which a campaign is opened.
    private static readonly string[] Reserved = [Leads, "NEW"];

    /// <summary>The pattern a campaign gets when nobody says otherwise: with its own code in it, so that no two number alike.</summary>
    public const string OrdinarySlips = "{2}交办〔{0}〕{1}号";

    /// <summary>How its slips are numbered; <c>{0}</c> the year, <c>{1}</c> the running number, <c>{2}</c> the campaign's code, e.g. <c>衡安办交〔{0}〕{1}号</c>.</summary>
    public string SlipPattern { get; init; } = OrdinarySlips;

    /// <summary>The number of a slip as it is printed.</summary>
    public string SlipNumber(int year, long number) => string.Format(CultureInfo.InvariantCulture, SlipPattern, year, number, Code);

    /// <summary>The same of a slip that has no number yet, with … in its place.</summary>
    public string SlipNumberToCome(int year) => string.Format(CultureInfo.InvariantCulture, SlipPattern, year, "…", Code);

    /// <summary>True when the slips of both would have equal numbers: the same running number of the same year reads alike, however it is typed.</summary>
    public bool NumbersLike(Campaign other) =>
        Code != other.Code && Procedures.SlipNumber.Key(SlipNumber(2021, 17)) == Procedures.SlipNumber.Key(other.SlipNumber(2021, 17));

    /// <summary>Why new cases may not walk a version from now on: its day has not come, or they walk a later one of the same procedure.</summary>
    /// <param name="chosen">The version that is to be walked.</param>
    /// <param name="walked">The version they walk now; null for a new campaign.</param>
    /// <param name="today">The day.</param>
    public static Reasons AgainstWalking(Procedure chosen, Procedure? walked, DateOnly today) => new Reasons()
        .When(!chosen.IsInForce(today) && (walked?.Code, walked?.Version) != (chosen.Code, chosen.Version), "procedure.not_yet", "procedure", chosen.From)
        // One that was chosen before its day came may be left again.
        .When(walked?.Code == chosen.Code && chosen.Version < walked.Version && walked.IsInForce(today), "campaign.procedure_earlier", "procedure", walked?.Version, chosen.Version);

    /// <summary>Everything wrong with it as typed, by field.</summary>
    public Reasons Check() => new Reasons()
        .When(Code is not { Length: >= 2 and <= 8 } || !Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)), "campaign.code", "code", Code)
        .When(Reserved.Contains(Code), "campaign.code_reserved", "code", Code)
        .Words(Name.Zh, "nameZh", 100).Words(Name.En, "nameEn", 100)
        .When(Until < From, "campaign.until", "until", From, Until)
        .When(!IsPattern(SlipPattern), "campaign.slip", "slipPattern").When(SlipPattern.Length > 60, "field.too_long", "slipPattern", 60, SlipPattern.Length);

    // Any other brace would break the numbering of the first slip.
    private static bool IsPattern(string pattern) =>
        pattern.Contains("{0}", StringComparison.Ordinal) && pattern.Contains("{1}", StringComparison.Ordinal)
        && pattern.Replace("{0}", "", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal).Replace("{2}", "", StringComparison.Ordinal).IndexOfAny(['{', '}']) < 0;
}
