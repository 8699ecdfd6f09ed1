namespace Duban.Domain.Calendar;

/// <summary>
/// One deadline as it was decided: a start, a span or a named date, pauses and extensions. It stores days, not answers:
/// read it with the calendar of the day, and a calendar that changed moves the date.
/// </summary>
/// <remarks>
/// <para>A <b>counting day</b> is a day of the clock's own kind; a <b>running day</b> is a counting day that no pause covers.</para>
/// <list type="number">
/// <item>A span of n days is due on the nth running day after the start, which is not counted itself.</item>
/// <item>So k counting days paused in the running time move the due date by k counting days. A weekend paused on a clock of
/// working days moves nothing; days paused twice count once; adjacent pauses are one.</item>
/// <item>A pause that starts on the due day or before and lasts beyond it moves the date past its end. A pause after the due
/// date changes nothing: what is overdue is not cured by pausing.</item>
/// <item>A named date is due as named, working day or not, and is moved by the counting days paused after it was named.
/// If it is named while the clock stands still, the rest of the pause moves it as well.</item>
/// <item>An extension by n days adds n running days to the deadline it extends, before or after that has expired; granted too
/// small after expiry it leaves the clock overdue. An extension to a date replaces everything counted before.</item>
/// <item>A pause without end leaves no due date unless the clock ran out before it: the clock is suspended.</item>
/// </list>
/// </remarks>
public sealed record Clock
{
    private Clock(DateOnly start, DayKind kind, int days, DateOnly? named) => (Start, Kind, Days, Named) = (start, kind, days, named);

    /// <summary>The day the clock was started, not counted.</summary>
    public DateOnly Start { get; }

    /// <summary>Which days count.</summary>
    public DayKind Kind { get; }

    /// <summary>The days given, where no date was named.</summary>
    public int Days { get; }

    /// <summary>The date named at the start; null when a span was given.</summary>
    public DateOnly? Named { get; }

    /// <summary>In any order; they may overlap.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>In the order they were granted; those of one day in the order given.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>A clock that gives so many days from a start.</summary>
    public static Clock For(DateOnly start, Span span) => new(start, span.Kind, span.Days, null);

    /// <summary>A clock with a named date; the kind says which paused days and extensions move it.</summary>
    public static Clock Until(DateOnly start, DateOnly due, DayKind kind = DayKind.Natural) => new(start, kind, 0, due);

    /// <summary>The clock with one pause more.</summary>
    public Clock Pause(DateOnly from, DateOnly? until = null) => this with { Pauses = [.. Pauses, new(from, until)] };

    /// <summary>The clock running again from that day on: every pause over it ends the day before, early or not.</summary>
    public Clock Resume(DateOnly on) => this with
    {
        Pauses = [.. Pauses.Where(p => !p.Covers(on) || p.From < on).Select(p => p.Covers(on) ? p with { Until = on.AddDays(-1) } : p)],
    };

    /// <summary>The clock with one extension more.</summary>
    public Clock Extend(Extension extension) => this with { Extensions = [.. Extensions, extension] };

    /// <summary>When it is due by this calendar; null while it is suspended.</summary>
    public Due? DueDate(WorkCalendar calendar) => new ClockCount(this, calendar).Due();

    /// <summary>Everything there is to say about the clock on a day.</summary>
    public ClockReading Read(DateOnly today, WorkCalendar calendar) => new ClockCount(this, calendar).Read(today);

    /// <inheritdoc />
    public bool Equals(Clock? other) => other is not null && (Start, Kind, Days, Named) == (other.Start, other.Kind, other.Days, other.Named)
        && Pauses.SequenceEqual(other.Pauses) && Extensions.SequenceEqual(other.Extensions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Start, Kind, Days, Named, Pauses.Count, Extensions.Count);
}
