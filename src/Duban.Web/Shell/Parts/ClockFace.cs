namespace Duban.Web.Shell.Parts;

/// <summary>What a clock shows: from when, until when, how it is judged.</summary>
/// <param name="Title">Which clock, e.g. 环节时钟.</param>
/// <param name="Start">The first day.</param>
/// <param name="Due">The last day that is still in time.</param>
/// <param name="Lamp">The light the ladder gives.</param>
/// <param name="LampWord">Its word, e.g. 落后 17 点.</param>
public sealed record ClockFace(string Title, DateOnly Start, DateOnly Due, Lamp Lamp, string LampWord)
{
    /// <summary>What the clock measures, e.g. the name of the step.</summary>
    public string? About { get; init; }

    /// <summary>Working days to the due date, when they are known.</summary>
    public int? WorkingDaysLeft { get; init; }

    /// <summary>Days on which it stood still, hatched on the ruler.</summary>
    public IReadOnlyList<ClockPause> Pauses { get; init; } = [];

    /// <summary>Why it stood still and who allowed it.</summary>
    public string? PauseNote { get; init; }

    /// <summary>Share of the work done, 0–100, when somebody has reported it.</summary>
    public int? DonePercent { get; init; }

    /// <summary>Long ticks for working days; null when the year is not announced.</summary>
    public Func<DateOnly, bool>? IsWorkingDay { get; init; }
}

/// <summary>Days on which a clock stood still, both included; <paramref name="To"/> is null while it still does.</summary>
public sealed record ClockPause(DateOnly From, DateOnly? To);

/// <summary>Who has the case now.</summary>
/// <param name="Who">Unit or team.</param>
/// <param name="Since">Since when.</param>
public sealed record HolderView(string Who, DateOnly Since)
{
    /// <summary>A telephone of the post on duty.</summary>
    public string? Contact { get; init; }

    /// <summary>What has to happen next.</summary>
    public string? Next { get; init; }

    /// <summary>Which units have a post that may do it, when that is not plain.</summary>
    public string? Posts { get; init; }

    /// <summary>The responsible unit, whoever must act.</summary>
    public string? Responsible { get; init; }

    /// <summary>Since when it is responsible.</summary>
    public DateOnly? ResponsibleSince { get; init; }
}
