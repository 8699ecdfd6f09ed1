namespace Duban.Dispatch.Routing.Files;

/// <summary>Reads an instance of any class this library knows, told apart by its text and not by its name.</summary>
public static class InstanceFile
{
    /// <summary>Reads the text; a fault throws <see cref="BadFileException"/> with its line and column.</summary>
    public static Problem Read(string text, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var lines = Words.Lines(text);
        if (lines.Count == 0) throw new BadFileException(1, 1, "the file is empty");
        if (lines[0][0].Text[0] is '{' or '/') return CountyFile.Read(text, options);
        if (lines.Any(l => l[0].Text.StartsWith("DIMENSION", StringComparison.OrdinalIgnoreCase))) return VrpFile.Read(text, options);
        if (lines.Any(l => l[0].Text.Equals("CAPACITY", StringComparison.OrdinalIgnoreCase)
            || (l.Length > 1 && l[1].Text.Equals("CAPACITY", StringComparison.OrdinalIgnoreCase)))) return SolomonFile.Read(text, options);
        if (lines[0].Length is 3 && lines[0].All(w => double.TryParse(w.Text, out _))) return LiLimFile.Read(text, options);
        throw lines[0][0].Fault("this is none of CVRPLIB .vrp, Solomon, Li & Lim, or a county's JSON");
    }
}
