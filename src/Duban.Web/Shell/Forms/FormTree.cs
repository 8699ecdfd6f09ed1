using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Duban.Web.Shell.Forms;

/// <summary>Fields named <c>Measures[0].Text</c> as a tree; gaps in the numbering close up.</summary>
internal sealed partial class FormTree(Refusals refusals)
{
    private readonly Branch root = new();

    /// <summary>Adds one field with all its values; a name that is no path is not ours and is passed over.</summary>
    public void Add(string name, IReadOnlyList<string?> values)
    {
        if (name.Length > 200 || !Path().IsMatch(name))
            return;
        var here = root;
        foreach (var step in Step().EnumerateMatches(name))
            here = here.Below(name.AsSpan(step.Index, step.Length).ToString());
        here.Values.AddRange(values.Select(v => v ?? ""));
    }

    /// <summary>The tree as text, lists and objects.</summary>
    public JsonObject ToJson() => new(root.Names.Select(n => KeyValuePair.Create(n.Key, Node(n.Value, n.Key))));

    private JsonNode? Node(Branch branch, string path)
    {
        // A name cannot be a text and a list or an object of others at once.
        if ((branch.Values.Count > 0 ? 1 : 0) + (branch.Names.Count > 0 ? 1 : 0) + (branch.Rows.Count > 0 ? 1 : 0) > 1)
            refusals.Add("form.shape", path, path);
        return branch switch
        {
            { Values: [var only] } => only,
            { Values.Count: > 1 } => new JsonArray([.. branch.Values.Select(v => (JsonNode)v)]),
            { Rows.Count: > 0 } => new JsonArray([.. branch.Rows.Values.Select((row, i) => Node(row, $"{path}[{i}]"))]),
            _ => new JsonObject(branch.Names.Select(n => KeyValuePair.Create(n.Key, Node(n.Value, $"{path}.{n.Key}")))),
        };
    }

    [GeneratedRegex(@"^[A-Za-z_]\w{0,63}(\[[0-9]{1,5}\])?(\.[A-Za-z_]\w{0,63}(\[[0-9]{1,5}\])?){0,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    private sealed class Branch
    {
        public List<string> Values { get; } = [];

        public Dictionary<string, Branch> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        public SortedDictionary<int, Branch> Rows { get; } = [];

        public Branch Below(string step)
        {
            if (!char.IsAsciiDigit(step[0]))
                return Names.TryGetValue(step, out var named) ? named : Names[step] = new();
            var index = int.Parse(step, CultureInfo.InvariantCulture);
            return Rows.TryGetValue(index, out var row) ? row : Rows[index] = new();
        }
    }
}
