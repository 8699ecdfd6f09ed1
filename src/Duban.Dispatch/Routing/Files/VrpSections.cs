namespace Duban.Dispatch.Routing.Files;

/// <summary>The parts of a .vrp file: lines "KEY : value" and sections of rows.</summary>
internal sealed class VrpSections
{
    private static readonly string[] Lists = ["CAPACITIES", "FIXED_COSTS", "VARIABLE_COSTS", "NUMBER_OF_VEHICLES"];

    public Dictionary<string, Word[]> Header { get; } = [];

    public Dictionary<string, List<Word[]>> Sections { get; } = [];

    private Word last = new("", 1, 1);

    public static VrpSections Parse(string text)
    {
        var file = new VrpSections();
        List<Word[]>? section = null;
        foreach (var line in Words.Lines(text))
        {
            file.last = line[^1];
            var key = line[0].Text.TrimEnd(':').ToUpperInvariant();
            if (key == "EOF") break;
            if (key.EndsWith("_SECTION", StringComparison.Ordinal) || Lists.Contains(key))
            {
                if (!file.Sections.TryAdd(key, section = [])) throw line[0].Fault($"{key} stands here for the second time");
            }
            else if (line[0].Text.EndsWith(':') || (line.Length > 1 && line[1].Text.StartsWith(':')) || line[0].Text.Contains(':'))
                file.Header[key.Split(':')[0]] = Values(line);
            else if (section is not null)
                section.Add(line);
            else
                throw line[0].Fault($"\"{line[0].Text}\" is neither a heading nor part of a section");
        }
        return file;
    }

    public Word Required(string key) =>
        Header.TryGetValue(key, out var words) ? words[^1] : throw last.Fault($"{key} is missing in the file");

    /// <summary>A section of rows "node value", one for each node.</summary>
    public T[] PerNode<T>(string section, int n, Func<Word, T> read) => PerNumber(section, n, "node", row => read(row[1]));

    /// <summary>A section of rows that begin with a number from 1 to n, each number once.</summary>
    public T[] PerNumber<T>(string section, int n, string what, Func<Word[], T> read, int width = 2)
    {
        if (!Sections.TryGetValue(section, out var rows)) throw last.Fault($"{section} is missing in the file");
        var values = new T[n];
        var seen = new bool[n];
        foreach (var row in rows)
        {
            var at = row[0].Whole(what, 1, n) - 1;
            if (row.Length < width) throw row[^1].Fault($"a row of {section} has {width} values");
            if (seen[at]) throw row[0].Fault($"{what} {at + 1} stands here for the second time");
            (values[at], seen[at]) = (read(row), true);
        }
        var missing = Array.IndexOf(seen, false);
        return missing < 0 ? values : throw (rows.Count > 0 ? rows[^1][0] : last).Fault($"{section} ends without {what} {missing + 1}");
    }

    public int Depot(int n)
    {
        if (!Sections.TryGetValue("DEPOT_SECTION", out var rows) || rows.Count == 0) return 0;
        var depots = rows.SelectMany(r => r).TakeWhile(w => w.Text != "-1").ToArray();
        if (depots.Length > 1) throw depots[1].Fault("several depots are not supported");
        return depots.Length == 0 ? 0 : depots[0].Whole("depot", 1, n) - 1;
    }

    private static Word[] Values(Word[] line)
    {
        var words = line.Skip(1).Where(w => w.Text != ":").ToArray();
        if (words.Length > 0) return words;
        var colon = line[0].Text.IndexOf(':', StringComparison.Ordinal);
        return [line[0] with { Text = line[0].Text[(colon + 1)..], Column = line[0].Column + colon + 1 }];
    }
}
