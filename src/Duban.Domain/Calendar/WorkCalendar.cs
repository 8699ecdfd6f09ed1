namespace Duban.Domain.Calendar;

/// <summary>Working days as the State Council arranges them, make-up days included.</summary>
public sealed class WorkCalendar
{
    private readonly TimeSpan zone;

    /// <summary>A calendar for a fixed offset from UTC.</summary>
    public WorkCalendar(TimeSpan zone) => this.zone = zone;

    /// <summary>The local date of an instant.</summary>
    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(zone).DateTime);
}
