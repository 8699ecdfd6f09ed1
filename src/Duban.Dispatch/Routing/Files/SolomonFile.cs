namespace Duban.Dispatch.Routing.Files;

/// <summary>Reads the files of Solomon (1987) and of Gehring and Homberger (1999): one depot, time windows, one size of coach.</summary>
public static class SolomonFile
{
    /// <summary>Reads the text; distances in the file's units, or exactly to one decimal with <see cref="ReadOptions.Dimacs"/>.</summary>
    public static Problem Read(string text, ReadOptions options)
    {
        var lines = Words.Lines(text);
        var header = lines.FindIndex(l => l[0].Text.Equals("NUMBER", StringComparison.OrdinalIgnoreCase));
        if (header < 0 || header + 1 >= lines.Count)
            throw new BadFileException(1, 1, "the heading NUMBER CAPACITY of a Solomon file is missing");
        var fleet = lines[header + 1];
        if (fleet.Length < 2) throw fleet[0].Fault("number and capacity of the vehicles should stand here");
        var first = lines.FindIndex(header + 2, l => char.IsDigit(l[0].Text[0]));
        if (first < 0) throw fleet[0].Fault("no customers follow");

        // Tenths are whole numbers, so that sums of truncated times stay exact.
        var scale = options.Dimacs ? 10 : 1;
        var rows = lines.Skip(first).Select((l, i) => Customer.From(l, i)).ToArray();
        Func<double, double> round = options.Dimacs ? Math.Floor : value => value;
        var seats = fleet[1].Whole("capacity", 1);
        return new Problem
        {
            Name = lines[0][0].Text,
            Travel = Travel.From(rows.Length, (a, b) => round(scale * rows[a].To(rows[b]))),
            Opens = rows[0].Ready * scale,
            Closes = rows[0].Due * scale,
            Fleet = [new CoachType("", seats) { PerDistance = 1.0 / scale, Available = fleet[0].Whole("number of vehicles", 1) }],
            Requests = [.. rows.Skip(1).Select(c => Visit(c, scale))],
            Objective = options.Objective ?? (options.Dimacs ? Objective.Distance : Objective.Vehicles),
        };
    }

    private static Request Visit(Customer c, int scale) => c.Demand < 0
        ? throw c.At.Fault($"customer {c.Number} has a negative demand")
        : new Request($"{c.Number}", c.Demand, new Stop(c.Number, c.Ready * scale, c.Due * scale, c.Service * scale));
}
