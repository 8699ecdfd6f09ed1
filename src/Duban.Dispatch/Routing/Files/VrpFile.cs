namespace Duban.Dispatch.Routing.Files;

/// <summary>
/// Reads CVRPLIB's .vrp: one size of coach, or several in the dialect of Pessoa, Sadykov and Uchoa (2018, VEHICLE_KINDS) and in
/// the one that lists every vehicle (CAPACITY_SECTION). EUC_2D is rounded to the nearest integer, but for TYPE : HFVRP.
/// </summary>
public static class VrpFile
{
    private static readonly string[] Understood =
        ["NAME", "COMMENT", "TYPE", "DIMENSION", "EDGE_WEIGHT_TYPE", "EDGE_WEIGHT_FORMAT", "CAPACITY", "VEHICLES", "VEHICLE_KINDS", "NODE_COORD_TYPE", "DISPLAY_DATA_TYPE"];

    /// <summary>Reads the text; distances in the file's units, fleets unlimited unless the file counts them.</summary>
    public static Problem Read(string text, ReadOptions options)
    {
        var file = VrpSections.Parse(text);
        foreach (var (key, words) in file.Header)
            if (!Understood.Contains(key))
                throw words[0].Fault($"{key} is not supported");
        var n = file.Required("DIMENSION").Whole("DIMENSION", 2);
        var demands = file.PerNode("DEMAND_SECTION", n, w => w.Whole("demand", 0));
        var depot = file.Depot(n);
        if (demands[depot] != 0) throw file.Sections["DEMAND_SECTION"][0][0].Fault("the depot has a demand");
        return new Problem
        {
            Name = file.Header.TryGetValue("NAME", out var name) ? name[^1].Text : "",
            Travel = VrpDistances.Read(file, n),
            Depot = depot,
            Fleet = VrpFleet.Read(file, n),
            Requests =
            [
                .. from node in Enumerable.Range(0, n)
                   where node != depot
                   select new Request($"{(node > depot ? node : node + 1)}", demands[node], new Stop(node)),
            ],
            Objective = options.Objective ?? Objective.Distance,
        };
    }
}
