using System.Globalization;
using Duban.Domain.Calendar;

namespace Duban.Domain.Tests.Calendar;

public sealed class DueTableTests
{
    private static readonly DueRow First = new(1, new(2021, 2, 10), 5);

    [Theory]
    [InlineData("start,working_days\n2021-02-10,5\n", 2)]
    [InlineData("working_days,start\n5,2021-02-10", 2)]
    [InlineData("note, Start ,WORKING_DAYS\nx,2021-02-10,5", 2)]
    [InlineData("2021-02-10,5", 1)]
    [InlineData("start,working_days\r\n\r\n2021-02-10,5\r\n\r\n", 3)]
    [InlineData("start,working_days\n , \n2021-02-10,5", 3)]
    public void A_table_is_read_whatever_its_dress(string text, int line)
    {
        var table = Read(text);
        Assert.Empty(table.Problems);
        Assert.Equal([First with { Line = line }], table.Rows);
    }

    [Theory]
    [InlineData("start,working_days\n2021-02-30,5", "due.not_a_day", 2, 1)]
    [InlineData("working_days,start\n5,10/02/2021", "due.not_a_day", 2, 2)]
    [InlineData("2021-02-10,five", "due.not_a_number_of_days", 1, 2)]
    [InlineData("2021-02-10,-1", "due.not_a_number_of_days", 1, 2)]
    [InlineData("2021-02-10,1.5", "due.not_a_number_of_days", 1, 2)]
    [InlineData("2021-02-10,10001", "due.not_a_number_of_days", 1, 2)]
    [InlineData("2021-02-10,99999999999", "due.not_a_number_of_days", 1, 2)]
    [InlineData("9999-12-20,10", "due.beyond", 1, 2)]
    [InlineData("start,working_days\n9970-01-01,10000", "due.beyond", 2, 2)]
    [InlineData("2021-02-10", "due.cell_missing", 1, 2)]
    [InlineData(",5", "due.cell_missing", 1, 1)]
    [InlineData("start,days\n2021-02-10,5", "due.column_missing", 1, 1)]
    [InlineData("start,working_days,start\n2021-02-10,5,x", "due.column_twice", 1, 3)]
    [InlineData("", "due.no_rows", 1, 1)]
    [InlineData("start,working_days\r\n\r\n", "due.no_rows", 1, 1)]
    public void A_bad_cell_is_named_by_line_and_column(string text, string code, int line, int column)
    {
        var problem = Assert.Single(Read(text).Problems);
        Assert.Equal((code, line, column), (problem.Code, (int)problem.Args[0]!, (int)problem.Args[1]!));
    }

    [Fact]
    public void Good_rows_are_kept_beside_bad_ones_and_every_problem_is_told()
    {
        var table = Read("start,working_days\n2021-02-10,5\nx,y\n2021-02-10,5");
        Assert.Equal([2, 4], table.Rows.Select(r => r.Line));
        Assert.Equal(["due.not_a_day", "due.not_a_number_of_days"], table.Problems.Select(p => p.Code));
    }

    [Fact]
    public void The_reference_table_is_answered_line_by_line()
    {
        var text = File.ReadAllText(SharedData.Require("calendar/working-day-due.csv"));
        var expected = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(',')[2]);
        var table = Read(text);
        Assert.Empty(table.Problems);
        Assert.Equal(expected, table.Rows.Select(r =>
            WorkCalendar.China.AddWorkingDays(r.Start, r.WorkingDays).Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static DueReading Read(string text) => DueTable.Read(text.Split('\n').Select((l, i) => new DueLine(i + 1, l.Split(','))), WorkCalendar.China);
}
