using System.Data.Common;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>Whose day has passed when a case is red.</summary>
public enum RedClock
{
    /// <summary>That of the whole case.</summary>
    Total,
    /// <summary>That of the step it waits for; while a unit rectifies, of the step or of a measure, whichever comes first.</summary>
    Step,
}

/// <summary>A line of a list of cases.</summary>
public sealed record CaseLine
{
    /// <summary>Name in the address.</summary>
    public required string Case { get; init; }
    /// <summary>How many events it has: an act that rests on this line is refused when there are more by then.</summary>
    public long Version { get; init; }
    /// <summary>Number, or null for a lead.</summary>
    public string? Number { get; init; }
    /// <summary>Site or problem in a few words.</summary>
    public required string Title { get; init; }
    /// <summary>The first words of the problem.</summary>
    public required string Description { get; init; }
    /// <summary>Where.</summary>
    public required string Place { get; init; }
    /// <summary>Field of work.</summary>
    public required string Sector { get; init; }
    /// <summary><c>general</c>, <c>major</c> or null.</summary>
    public string? Level { get; init; }
    /// <summary>How far, in lower snake case.</summary>
    public required string Stage { get; init; }
    /// <summary>The step it waits for, in lower snake case, or null at an end.</summary>
    public string? Awaits { get; init; }
    /// <summary>Campaign's code, or null.</summary>
    public string? Campaign { get; init; }
    /// <summary>Code of the unit that has it, or is to have it.</summary>
    public string? Unit { get; init; }
    /// <summary>The decisive due date; <see cref="CaseRow.Never"/> without a clock.</summary>
    public DateOnly DueSort { get; init; }
    /// <summary>Due date of the case.</summary>
    public DateOnly? TotalDue { get; init; }
    /// <summary>Words that stand for a date.</summary>
    public string? DueWords { get; init; }
    /// <summary>Of one that is kept up for long, the day of its review; of one that is struck off, where it was asked for, the last day to look back.</summary>
    public DateOnly? ReviewOn { get; init; }
    /// <summary>The deadline the imported list names.</summary>
    public DateOnly? ProposedDue { get; init; }
    /// <summary>True when that deadline is over on a day.</summary>
    public bool HasPassed(DateOnly today) => ProposedDue < today;
    /// <summary>First red, orange and yellow day.</summary>
    public DateOnly? RedOn { get; init; }
    /// <summary>First orange day.</summary>
    public DateOnly? OrangeOn { get; init; }
    /// <summary>First yellow day.</summary>
    public DateOnly? YellowOn { get; init; }
    /// <summary>Since when it is in its stage.</summary>
    public DateOnly Since { get; init; }
    /// <summary>1 for the first round.</summary>
    public int Round { get; init; }
    /// <summary>1 while the total clock stands still.</summary>
    public int Paused { get; init; }
    /// <summary>1 until it has ended.</summary>
    public int Open { get; init; }
    /// <summary>The side track that waits for a decision.</summary>
    public string? Request { get; init; }

    /// <summary>In whose hands it was left, in lower snake case; null at an end.</summary>
    public string? Hand { get; init; }
    /// <summary>Since when.</summary>
    public DateOnly? HandSince { get; init; }
    /// <summary>The last day it stays with residents or the public.</summary>
    public DateOnly? HandUntil { get; init; }

    /// <summary>In whose hands it is on a day, and since when; null at an end.</summary>
    public (Hand Hand, DateOnly Since)? HandOn(DateOnly today) => Hand is null ? null
        : HandUntil < today ? (Domain.Cases.Hand.Office, HandUntil.Value.AddDays(1)) : (CaseRow.Value<Hand>(Hand), HandSince ?? Since);

    /// <summary>The light on a day.</summary>
    public Light LightOn(DateOnly today) => Open == 0 ? Light.Done : Paused == 1 ? Light.None : new LightDates(RedOn, OrangeOn, YellowOn).At(today);

    /// <summary>Whose clock makes it red on a day; null while it is not.</summary>
    public RedClock? RedOf(DateOnly today) => LightOn(today) != Light.Red ? null : TotalDue == DueSort ? RedClock.Total : RedClock.Step;

    /// <summary>Its place in the order.</summary>
    public CaseKey Key => new(DueSort, Case);

    /// <summary>The time given to what is to be fixed at once, while it counts; null for everything else.</summary>
    public Span? AtOnce { get; init; }

    /// <summary>The columns that <see cref="Of"/> reads, in its order.</summary>
    internal const string Columns =
        """
        case_id, number, title, description, place, sector, level, stage, awaits, campaign, unit_id, due_sort, total_due, due_words, proposed_due,
        red_on, orange_on, yellow_on, since, round, paused, open, request, hand, hand_since, hand_until, review_on, at_once, version
        """;

    /// <summary>The line in a row, read column by column: fifty lines of 29 columns are most of what a list costs.</summary>
    internal static CaseLine Of(DbDataReader row)
    {
        var read = new PortableReader(row);
        return new()
        {
            Case = read.Text(0),
            Number = read.TextOrNull(1),
            Title = read.Text(2),
            Description = read.Text(3),
            Place = read.Text(4),
            Sector = read.Text(5),
            Level = read.TextOrNull(6),
            Stage = read.Text(7),
            Awaits = read.TextOrNull(8),
            Campaign = read.TextOrNull(9),
            Unit = read.TextOrNull(10),
            DueSort = read.Day(11),
            TotalDue = read.DayOrNull(12),
            DueWords = read.TextOrNull(13),
            ProposedDue = read.DayOrNull(14),
            RedOn = read.DayOrNull(15),
            OrangeOn = read.DayOrNull(16),
            YellowOn = read.DayOrNull(17),
            Since = read.Day(18),
            Round = (int)read.Whole(19),
            Paused = (int)read.Whole(20),
            Open = (int)read.Whole(21),
            Request = read.TextOrNull(22),
            Hand = read.TextOrNull(23),
            HandSince = read.DayOrNull(24),
            HandUntil = read.DayOrNull(25),
            ReviewOn = read.DayOrNull(26),
            AtOnce = SpanText.Read(read.TextOrNull(27)),
            Version = read.Whole(28),
        };
    }
}
