namespace Duban.Domain.Calendar;

/// <summary>A day something is due, and whether the State Council could still move it.</summary>
/// <param name="Date">The due date, local.</param>
/// <param name="UnannouncedYear">The first year on the way whose holidays were not announced, so that only weekends were assumed; null when all were.</param>
public readonly record struct Due(DateOnly Date, int? UnannouncedYear = null)
{
    /// <summary>True when the date may move once <see cref="UnannouncedYear"/> is announced.</summary>
    public bool Provisional => UnannouncedYear is not null;
}
