namespace Duban.Dispatch.Routing.Files;

/// <summary>The fleet of a .vrp file, in each of its three dialects.</summary>
internal static class VrpFleet
{
    public static IReadOnlyList<CoachType> Read(VrpSections file, int n) =>
        file.Sections.ContainsKey("CAPACITIES") ? Kinds(file)
        : file.Sections.ContainsKey("CAPACITY_SECTION") ? EachVehicle(file)
        : [new CoachType("", file.Required("CAPACITY").Whole("CAPACITY", 1)) { Available = n }];

    private static List<CoachType> Kinds(VrpSections file)
    {
        var kinds = file.Required("VEHICLE_KINDS").Whole("VEHICLE_KINDS", 1, 30);
        var seats = List(file, "CAPACITIES", kinds, null);
        var hire = List(file, "FIXED_COSTS", kinds, 0);
        var per = List(file, "VARIABLE_COSTS", kinds, 1);
        var count = List(file, "NUMBER_OF_VEHICLES", kinds, int.MaxValue);
        return [.. Enumerable.Range(0, kinds).Select(k =>
            new CoachType($"{(char)('A' + k)}", (int)seats[k]) { Fixed = hire[k], PerDistance = per[k], Available = (int)count[k] })];
    }

    private static double[] List(VrpSections file, string section, int kinds, double? otherwise)
    {
        if (!file.Sections.TryGetValue(section, out var rows) || rows.Count == 0)
            return otherwise is { } value ? Enumerable.Repeat(value, kinds).ToArray()
                : throw file.Required("VEHICLE_KINDS").Fault($"{section} is missing in the file");
        var words = rows.SelectMany(r => r).ToArray();
        return words.Length == kinds ? [.. words.Select(w => w.Number(section))]
            : throw words[^1].Fault($"{section} lists {words.Length} values for {kinds} kinds of vehicle");
    }

    private static List<CoachType> EachVehicle(VrpSections file)
    {
        var vehicles = file.Required("VEHICLES").Whole("VEHICLES", 1);
        var seats = file.PerNumber("CAPACITY_SECTION", vehicles, "vehicle", row => row[1].Whole("capacity", 1));
        var hire = Costs(file, "VEHICLES_FIXED_COST_SECTION", vehicles, 0);
        var per = Costs(file, "VEHICLES_UNIT_DISTANCE_COST_SECTION", vehicles, 1);
        return [.. Enumerable.Range(0, vehicles).GroupBy(v => (seats[v], hire[v], per[v])).Select((g, k) =>
            new CoachType($"{(char)('A' + k)}", g.Key.Item1) { Fixed = g.Key.Item2, PerDistance = g.Key.Item3, Available = g.Count() })];
    }

    private static double[] Costs(VrpSections file, string section, int vehicles, double otherwise) =>
        file.Sections.ContainsKey(section)
            ? file.PerNumber(section, vehicles, "vehicle", row => row[1].Number("cost"))
            : Enumerable.Repeat(otherwise, vehicles).ToArray();
}
