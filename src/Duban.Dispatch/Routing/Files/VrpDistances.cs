namespace Duban.Dispatch.Routing.Files;

/// <summary>
/// Distances of a .vrp file: Euclidean, rounded or rounded up, or an explicit matrix in any of TSPLIB's common layouts. In the sets of
/// mixed fleets (TYPE : HFVRP) they are not rounded: only so do the best plans published cost what is said of them.
/// </summary>
internal static class VrpDistances
{
    public static Travel Read(VrpSections file, int n)
    {
        var type = file.Required("EDGE_WEIGHT_TYPE");
        return type.Text.ToUpperInvariant() switch
        {
            "EUC_2D" => Plane(file, n, Mixed(file) ? d => d : d => Math.Floor(d + 0.5)),
            "CEIL_2D" => Plane(file, n, Math.Ceiling),
            "EXPLICIT" => Explicit(file, n),
            _ => throw type.Fault($"EDGE_WEIGHT_TYPE {type.Text} is not supported (EUC_2D, CEIL_2D and EXPLICIT are)"),
        };
    }

    private static bool Mixed(VrpSections file) => file.Header.TryGetValue("TYPE", out var type) && type[^1].Text.Equals("HFVRP", StringComparison.OrdinalIgnoreCase);

    private static Travel Plane(VrpSections file, int n, Func<double, double> round)
    {
        var at = file.PerNumber("NODE_COORD_SECTION", n, "node", row => (X: row[1].Number("x"), Y: row[2].Number("y")), 3);
        return Travel.From(n, (a, b) => round(Math.Sqrt((at[a].X - at[b].X) * (at[a].X - at[b].X) + (at[a].Y - at[b].Y) * (at[a].Y - at[b].Y))));
    }

    private static Travel Explicit(VrpSections file, int n)
    {
        var format = file.Required("EDGE_WEIGHT_FORMAT");
        IEnumerable<(int, int)> order = format.Text.ToUpperInvariant() switch
        {
            "FULL_MATRIX" => Cells(n, (_, _) => true),
            "LOWER_ROW" => Cells(n, (i, j) => j < i),
            "LOWER_DIAG_ROW" => Cells(n, (i, j) => j <= i),
            "UPPER_ROW" => Cells(n, (i, j) => j > i),
            "UPPER_DIAG_ROW" => Cells(n, (i, j) => j >= i),
            _ => throw format.Fault($"EDGE_WEIGHT_FORMAT {format.Text} is not supported"),
        };
        if (!file.Sections.TryGetValue("EDGE_WEIGHT_SECTION", out var rows) || rows.Count == 0)
            throw format.Fault("EDGE_WEIGHT_SECTION is missing in the file");
        var table = new double[n * n];
        var words = rows.SelectMany(r => r).ToArray();
        var next = 0;
        foreach (var (i, j) in order)
        {
            if (next == words.Length) throw words[^1].Fault($"the matrix ends before entry {i + 1}, {j + 1}");
            table[i * n + j] = words[next++].Number("distance");
            if (format.Text != "FULL_MATRIX") table[j * n + i] = table[i * n + j];
        }
        return next == words.Length ? new Travel(n, table, table) : throw words[next].Fault("the matrix has more entries than nodes");
    }

    private static IEnumerable<(int, int)> Cells(int n, Func<int, int, bool> stands) =>
        from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) where stands(i, j) select (i, j);
}
