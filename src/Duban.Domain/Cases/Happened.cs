using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>An event with its signature, as the fold reads it.</summary>
/// <param name="Event">What happened.</param>
/// <param name="By">Who signed it, in which post.</param>
/// <param name="At">When, UTC.</param>
/// <param name="On">The local date of <paramref name="At"/>.</param>
public sealed record Happened(CaseEvent Event, Actor By, DateTimeOffset At, DateOnly On);
