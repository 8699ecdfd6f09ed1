namespace Duban.Dispatch.Routing.Files;

/// <summary>A row of a Solomon, Homberger or Li &amp; Lim file.</summary>
internal readonly record struct Customer(
    Word At, int Number, double X, double Y, int Demand, double Ready, double Due, double Service)
{
    public static Customer From(Word[] row, int number)
    {
        var names = new[] { "customer number", "x", "y", "demand", "ready time", "due date", "service time" };
        if (row.Length < names.Length)
            throw row[^1].Fault($"{names[row.Length]} is missing after \"{row[^1].Text}\"");
        if (row[0].Whole(names[0]) != number)
            throw row[0].Fault($"customer {number} was expected here, not {row[0].Text}");
        var (ready, due) = (row[4].Number(names[4]), row[5].Number(names[5]));
        if (due < ready) throw row[5].Fault($"due date {row[5].Text} is before ready time {row[4].Text}");
        if (row[6].Number(names[6]) < 0) throw row[6].Fault("service time is negative");
        return new(row[0], number, row[1].Number("x"), row[2].Number("y"), row[3].Whole("demand"), ready, due, row[6].Number("service time"));
    }

    public double To(Customer other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
