using System.Collections.Concurrent;
using System.Globalization;
using Duban.Domain.Cases;

namespace Duban.Web.Shell;

/// <summary>Dates, clocks and numbers as the design language words them; the one place that knows.</summary>
public sealed partial class Words
{
    // A key for every value of a closed list, made once.
    private static readonly ConcurrentDictionary<Enum, string> names = new();

    /// <summary>3月15日 周一, Mon 15 Mar; the year only when it is not this one, and always on paper.</summary>
    public string Day(DateOnly day) => onPaper ? PaperDay(day) : (English, day.Year == Today.Year) switch
    {
        (false, true) => $"{day.Month}月{day.Day}日 {Weekday(day)}",
        (false, false) => $"{day.Year}年{day.Month}月{day.Day}日 {Weekday(day)}",
        (true, true) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture),
        (true, false) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>3月15日, 15 Mar: where the weekday has no room (rulers, tapes, table heads).</summary>
    public string ShortDay(DateOnly day) => onPaper ? PaperDay(day) : (English, day.Year == Today.Year) switch
    {
        (false, true) => $"{day.Month}月{day.Day}日",
        (false, false) => $"{day.Year}年{day.Month}月{day.Day}日",
        (true, true) => day.ToString("d MMM", CultureInfo.InvariantCulture),
        (true, false) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>3月, Mar.</summary>
    public string Month(DateOnly day) => English ? day.ToString("MMM", CultureInfo.InvariantCulture) : $"{day.Month}月";

    /// <summary>2021年3月15日, 15 March 2021: on paper the year always stands.</summary>
    public string PaperDay(DateOnly day) => English ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>周一, Mon.</summary>
    public string Weekday(DateOnly day) => English
        ? day.ToString("ddd", CultureInfo.InvariantCulture)
        : "周" + "日一二三四五六"[(int)day.DayOfWeek];

    /// <summary>18:00, 24 hours, local.</summary>
    public string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>今天 17:20, 昨 17:20 within two days; before that the day and the time.</summary>
    public string At(DateTimeOffset at) => (Today.DayNumber - DateOf(at).DayNumber) switch
    {
        0 => $"{this["time.today"]} {Time(at)}",
        1 => $"{this["time.yesterday"]} {Time(at)}",
        _ => $"{Day(DateOf(at))} {Time(at)}",
    };

    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>还有 16 天, 今天到期, 超期 3 天.</summary>
    /// <param name="days">Calendar days to the due date; negative when it has passed.</param>
    public string DaysLeft(int days) => days switch
    {
        > 0 => this["clock.left", days],
        0 => this["clock.today"],
        < 0 => this["clock.over", -days],
    };

    /// <summary>The same from a due date.</summary>
    public string DaysLeft(DateOnly due) => DaysLeft(due.DayNumber - Today.DayNumber);

    /// <summary>12 个工作日, 12 working days.</summary>
    public string WorkingDays(int days) => this["clock.working_days", days];

    /// <summary>落后 17 点, 17 points behind.</summary>
    public string Behind(int points) => this["clock.behind", points];

    /// <summary>超标 0.16 倍, 0.16 times above the limit.</summary>
    /// <param name="times">The reading over the limit, less one.</param>
    public string Exceeds(decimal times) => this["reading.exceeds", times];

    /// <summary>Several names in one sentence: 石鼓区、祁东县; Shigu, Qidong.</summary>
    public string List(IEnumerable<string> several) => string.Join(English ? ", " : "、", several);

    /// <summary>Several phrases, which may hold lists themselves.</summary>
    public string Phrases(IEnumerable<string> several) => string.Join(English ? "; " : "；", several);

    /// <summary>A value of a closed list by its key, e.g. <c>Role.UnitLeader</c> → <c>role.unit_leader</c>.</summary>
    public string Name(Enum value) => this[names.GetOrAdd(value, static value => Key(value.GetType().Name) + "." + Key(value.ToString()))];

    /// <summary>A stage as a chip, a note and a refusal say it: 整改中; 待报新一轮方案 where another round begins.</summary>
    public string Stage(StageInRound at) => at.BeginsAgain ? this["stage.again"] : Name(at.Stage);

    /// <summary>A number without the zeros nobody measured; thousands stay together.</summary>
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>22 KB, 1.4 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{(bytes + 512) / 1024} KB",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576m:0.#} MB"),
    };

    private static string Key(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);
}
