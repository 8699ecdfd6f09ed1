namespace Duban.Dispatch.Routing.Files;

/// <summary>Reads the pickup and delivery files of Li and Lim (2001): double precision, vehicles first.</summary>
public static class LiLimFile
{
    /// <summary>Reads the text; distances and times in the file's units.</summary>
    public static Problem Read(string text, ReadOptions options)
    {
        var lines = Words.Lines(text);
        if (lines.Count < 2 || lines[0].Length < 3)
            throw new BadFileException(1, 1, "number of vehicles, capacity and speed should stand here");
        var rows = lines.Skip(1).Select((l, i) => Customer.From(l, i)).ToArray();
        return new Problem
        {
            Name = "Li & Lim",
            Travel = Travel.From(rows.Length, (a, b) => rows[a].To(rows[b])),
            Opens = rows[0].Ready,
            Closes = rows[0].Due,
            Fleet = [new CoachType("", lines[0][1].Whole("capacity", 1)) { Available = lines[0][0].Whole("number of vehicles", 1) }],
            Requests = Pairs(lines, rows),
            Objective = options.Objective ?? Objective.Vehicles,
        };
    }

    private static List<Request> Pairs(List<Word[]> lines, Customer[] rows)
    {
        var pairs = new List<Request>();
        for (var i = 1; i < rows.Length; i++)
        {
            var words = lines[i + 1];
            if (words.Length < 9) throw words[^1].Fault("pickup and delivery are missing at the end of the line");
            var (from, to) = (words[7].Whole("pickup", 0, rows.Length - 1), words[8].Whole("delivery", 0, rows.Length - 1));
            if (from == 0 == (to == 0)) throw words[7].Fault("exactly one of pickup and delivery should be 0");
            if (to == 0) continue;
            if (lines[to + 1].Length < 9 || lines[to + 1][7].Whole("pickup") != i)
                throw words[8].Fault($"customer {to} does not name {i} as its pickup");
            if (rows[i].Demand <= 0) throw words[3].Fault("the demand of a pickup should be positive");
            if (rows[i].Demand != -rows[to].Demand)
                throw words[3].Fault($"{i} picks up {rows[i].Demand}, but {to} delivers {-rows[to].Demand}");
            pairs.Add(new Request($"{i}", rows[i].Demand, At(rows[to])) { Pickup = At(rows[i]) });
        }
        return pairs;
    }

    private static Stop At(Customer c) => new(c.Number, c.Ready, c.Due, c.Service) { Name = $"{c.Number}" };
}
