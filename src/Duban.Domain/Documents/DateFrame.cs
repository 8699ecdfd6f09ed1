namespace Duban.Domain.Documents;

/// <summary>Whether a date without a year looks forward or back.</summary>
public enum DateSense
{
    /// <summary>It follows the hand-over: a deadline, a completion.</summary>
    Ahead,
    /// <summary>It came before: found, received.</summary>
    Behind,
}

/// <summary>The order of day and month in dates such as 3/4/2021.</summary>
public enum DayOrder
{
    /// <summary>The list does not show it.</summary>
    Unsaid,
    /// <summary>15/3/2021 stands elsewhere in its column.</summary>
    DayFirst,
    /// <summary>3/15/2021 stands elsewhere in its column.</summary>
    MonthFirst,
}

/// <summary>What a date on a sheet is read against.</summary>
/// <param name="Reference">The day the list speaks from: its 交办时间, its title's date, or the day of the import.</param>
/// <param name="Sense">Which way a date without a year looks.</param>
/// <param name="YearFixed">True when only the year is known (a title such as 2021年度): no roll-over then.</param>
/// <param name="Epoch1904">True when the workbook counts days from 1904 (old Macintosh files).</param>
/// <param name="Dated">True when the list itself says which day it speaks from, so that days may be counted from it.</param>
/// <param name="Order">Which of 3/4/2021 is the month, where the list shows it elsewhere.</param>
public readonly record struct DateFrame(
    DateOnly Reference, DateSense Sense = DateSense.Ahead, bool YearFixed = false, bool Epoch1904 = false, bool Dated = false, DayOrder Order = DayOrder.Unsaid)
{
    /// <summary>True when a day of that year may be meant at all: 1990 to 2150.</summary>
    public static bool MayMean(int year) => year is >= 1990 and <= 2150;

    /// <summary>Days a deadline may lie before, or a past event after, the day the list speaks from.</summary>
    private const int Slack = 105;

    /// <summary>
    /// The year of a date written without one: the reference's year, except that a deadline whose month lies over a
    /// quarter back belongs to next year (1月15日 on a list of December), and a past event whose month lies over a quarter
    /// ahead to the year before (11月 on a list of March).
    /// </summary>
    public int YearOf(int month)
    {
        var year = Reference.Year;
        if (YearFixed || month is < 1 or > 12) return year;
        var days = new DateOnly(year, month, 15).DayNumber - Reference.DayNumber;
        return Sense switch
        {
            DateSense.Ahead when days < -Slack => year + 1,
            DateSense.Behind when days > Slack => year - 1,
            _ => year,
        };
    }
}
