using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>The current row of a case and its share in the tallies, written in the transaction of its events.</summary>
public static class CaseRow
{
    /// <summary>The day cases without a clock are sorted under.</summary>
    public static readonly DateOnly Never = new(9999, 12, 31);

    /// <summary>What stands in the place of a request while a reporter's word that it is not fixed waits for an answer.</summary>
    public const string NotFixed = "not_fixed";

    /// <summary>The word of an address for cases to whose notice somebody objects and nobody has decided it.</summary>
    public const string Objected = "objection";

    private static readonly string[] Columns =
    [
        "jurisdiction", "case_id", "version", "number", "campaign", "title", "description", "place", "sector", "level", "stage", "awaits",
        "open", "round", "relapses", "unit_id", "unit_path", "area", "request", "paused", "node_due", "total_due", "due_words", "proposed_due", "due_sort",
        "red_on", "orange_on", "yellow_on", "since", "last_progress", "review_on", "longitude", "latitude", "text_id", "updated_at", "objections", "notice_until", "notice_over",
        "hand", "hand_since", "hand_until", "at_once",
    ];

    private static readonly string[] Counted = ["node_due", "total_due", "due_sort", "red_on", "orange_on", "yellow_on"];

    /// <summary>The columns that follow from the events, and by the calendar from them.</summary>
    internal static readonly IReadOnlyList<string> Settled =
    [
        "version", "number", "campaign", "title", "description", "place", "sector", "level", "stage", "awaits", "open", "round", "relapses", "unit_id", "unit_path", "area",
        "request", "due_words", "proposed_due", "since", "last_progress", "review_on", "longitude", "latitude", "objections", "notice_until", "notice_over",
        "hand", "hand_since", "hand_until", "at_once", .. Counted,
    ];

    // The number in the search index follows from the key; to write it again would dirty a page of its index for nothing.
    private static readonly Statement Upsert = new(
        $"""
        insert into cases ({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(c => "@" + c))})
        on conflict (jurisdiction, case_id) do update set {string.Join(", ", Columns.Skip(2).Where(c => c != "text_id").Select(c => $"{c} = excluded.{c}"))}
        """, Columns);

    private static readonly Statement Count = new(
        """
        insert into case_tallies (jurisdiction, campaign, area, stage, awaits, hand, count) values (@jurisdiction, @campaign, @area, @stage, @awaits, @hand, @change)
        on conflict (jurisdiction, campaign, area, stage, awaits, hand) do update set count = case_tallies.count + excluded.count
        """, "jurisdiction", "campaign", "area", "stage", "awaits", "hand", "change")
    { Sum = "change" };

    /// <summary>Everything that changes on disk when a case moves from one state to the next.</summary>
    public static IEnumerable<RowWrite> Writes(Dialect dialect, string jurisdiction, Case before, Case after, DateTimeOffset at, WorkCalendar calendar)
    {
        yield return new RowWrite(Upsert, Values(jurisdiction, after, at, calendar));
        var (from, to) = (TallyOf(before), TallyOf(after));
        if (from != to)
        {
            if (before.Version > 0) yield return new RowWrite(Count, jurisdiction, from.Campaign, from.Area, from.Stage, from.Awaits, from.Hand, -1L);
            yield return new RowWrite(Count, jurisdiction, to.Campaign, to.Area, to.Stage, to.Awaits, to.Hand, 1L);
        }
        if (before.Matter != after.Matter) yield return CaseText.Write(dialect, jurisdiction, after);
    }

    /// <summary>What the settled columns of a case must say.</summary>
    /// <param name="jurisdiction">Its city.</param>
    /// <param name="c">The case.</param>
    /// <param name="followed">The calendar that all rows were counted by; null while some may still stand by an earlier one: then only dates that no working day moves are told.</param>
    internal static IEnumerable<(string Column, object? Value)> Facts(string jurisdiction, Case c, WorkCalendar? followed) =>
        Columns.Zip(Values(jurisdiction, c, DateTimeOffset.UnixEpoch, followed ?? WorkCalendar.China)).Where(cell => Settled.Contains(cell.First))
            .Where(cell => followed is not null || cell.First switch
            {
                // A measure is due on a named day: no working day moves it.
                "node_due" => IsSettled(c.NodeClock),
                "total_due" => IsSettled(c.RunningTotal),
                "due_sort" => IsSettled(c.NodeClock) && IsSettled(c.RunningTotal),
                _ => !Counted.Contains(cell.First),
            });

    private static bool IsSettled(Domain.Calendar.Clock? clock) => clock is null or { Kind: DayKind.Natural } or { Named: not null, Pauses.Count: 0, Extensions.Count: 0 };

    /// <summary>A word as it stands in columns: lower snake case.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Words<T>.Of(value);

    /// <summary>The value of a word in a column.</summary>
    public static T Value<T>(string word) where T : struct, Enum => Words<T>.Value(word);

    private static object?[] Values(string jurisdiction, Case c, DateTimeOffset at, WorkCalendar calendar)
    {
        var matter = c.Matter;
        var ended = c.Stage.IsEnd();
        var dues = CaseDues.Of(c, calendar);
        var today = calendar.LocalDate(at);
        var hand = HandOf(c);
        return
        [
            jurisdiction, c.Id.Value, c.Version, c.Number, c.Campaign, matter?.Title ?? "", Shortened(matter?.Description), matter?.Place.Text ?? "",
            matter?.Sector ?? "", c.Level is { } level ? Word(level) : null, Word(c.Stage), c.Awaits is { } step ? Word(step) : null,
            ended ? 0 : 1, c.Round, c.Relapses, UnitOf(c)?.Value, c.Holding?.Unit.Value, AreaOf(c), c.Request?.Track.Name ?? (c.NotFixed.IsEmpty ? null : NotFixed),
            c.TotalClock?.Pauses.Any(p => p.Covers(today)) == true && !ended ? 1 : 0, dues.Node, dues.Total, c.DueWords, matter?.ProposedDue, dues.Sort,
            dues.Lights.RedOn, dues.Lights.OrangeOn, dues.Lights.YellowOn, c.Since, c.LastProgress, c.ReviewOn,
            (double?)matter?.Place.Longitude, (double?)matter?.Place.Latitude, CaseText.Id(jurisdiction, c.Id), at,
            c.Notice?.Open.Count ?? 0, c.LastNotice?.Until, c.LastNotice?.Over,
            hand is null ? null : Word(hand.Hand), hand?.Since, hand?.Until, c.RunningTotal is null || ended ? null : SpanText.Of(c.FixAtOnce),
        ];
    }

    private static (string Campaign, string Area, string Stage, string Awaits, string Hand) TallyOf(Case c) =>
        (c.Campaign ?? "", AreaOf(c) ?? "", Word(c.Stage), c.Awaits is { } step ? Word(step) : "", HandOf(c) is { } hand ? Word(hand.Hand) : "");

    // As nothing but acts have left it; that days pass is for whoever reads the row.
    private static InHand? HandOf(Case c) => InHand.Of(c, DateOnly.MinValue);

    private static UnitId? UnitOf(Case c) => c.Holding?.Unit.Unit ?? c.Matter?.ProposedUnit;

    private static string? AreaOf(Case c) => (c.Holding?.Unit.Area ?? c.Matter?.ProposedUnit)?.Value;

    private static string Shortened(string? text) => text?.Head(300) ?? "";

    private static class Words<T> where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

        private static readonly Dictionary<string, T> Values = Names.ToDictionary(n => n.Value, n => n.Key);

        public static string Of(T value) => Names[value];

        public static T Value(string word) => Values[word];
    }
}
