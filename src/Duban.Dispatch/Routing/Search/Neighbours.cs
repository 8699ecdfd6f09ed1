namespace Duban.Dispatch.Routing.Search;

/// <summary>For each node the nodes nearest to it, nearest first.</summary>
internal sealed class Neighbours
{
    private readonly int[] flat;
    private readonly int width;

    public Neighbours(Model model, int most)
    {
        var stops = model.Nodes - 2;
        width = Math.Min(most, stops);
        flat = new int[model.Nodes * width];
        var (order, key) = (new int[stops], new double[stops]);
        for (var a = 1; a <= stops; a++)
        {
            for (var b = 1; b <= stops; b++)
                (order[b - 1], key[b - 1]) = (b, a == b ? -1 : model.Distance(a, b) + model.Distance(b, a));
            Array.Sort(key, order);
            Array.Copy(order, 0, flat, a * width, width);
        }
    }

    /// <summary>The node itself and those nearest to it.</summary>
    public ReadOnlySpan<int> Of(int node) => flat.AsSpan(node * width, width);
}
