using System.Globalization;

namespace Duban.Web.Documents.Import.Pages;

/// <summary>Reads the form of the dry run: corrections, sheets and columns. What the page did not show stays as it was.</summary>
internal static class CorrectionForm
{
    /// <summary>Places on one page; the form carries up to four fields for each.</summary>
    internal const int MostPlaces = 500;

    /// <summary>The corrections with what was typed now.</summary>
    internal static Corrections Read(IFormCollection form, Corrections before)
    {
        var now = before with
        {
            Units = new(before.Units),
            Cells = new(before.Cells),
            Skipped = [.. before.Skipped],
            Remembered = [.. before.Remembered],
            Choices = new(before.Choices),
        };
        var (skipped, kept) = (new HashSet<string>(), new HashSet<string>());
        for (var i = 0; i < MostPlaces && form[$"k{i}"].ToString() is { Length: > 0 } key; i++)
        {
            if (!form.ContainsKey($"v{i}") && !form.ContainsKey($"w{i}")) continue;
            Place(now, key, form[$"v{i}"].ToString().ReplaceLineEndings("\n").Trim(), form.ContainsKey($"r{i}"));
            (form.ContainsKey($"s{i}") ? skipped : kept).Add(form[$"w{i}"].ToString());
        }
        now.Skipped.ExceptWith(kept);
        now.Skipped.UnionWith(skipped.Where(r => r.Length > 0));
        for (var i = 0; form[$"sheet{i}"].ToString() is { Length: > 0 } sheet; i++) Sheet(now, sheet, form[$"take{i}"].ToString(), form[$"head{i}"].ToString());
        return now;
    }

    /// <summary>The mapping with the columns as chosen in the form; null when nothing was changed.</summary>
    internal static ColumnMapping? Columns(IFormCollection form, ColumnMapping mapping)
    {
        var chosen = mapping;
        foreach (var column in mapping.Columns)
            if (Enum.TryParse<LedgerField>(form[$"c.{mapping.Signature}.{column.Index}"], out var field) && Enum.IsDefined(field) && field != column.Field)
                chosen = chosen.With(column.Index, field);
        return ReferenceEquals(chosen, mapping) ? null : chosen;
    }

    private static void Place(Corrections now, string key, string value, bool remember)
    {
        if (key.StartsWith("u!", StringComparison.Ordinal))
        {
            Put(now.Units, key[2..], value);
            if (remember && value.Length > 0) now.Remembered.Add(key[2..]);
            else now.Remembered.Remove(key[2..]);
        }
        else if (key.IndexOf('!', StringComparison.Ordinal) is > 0 and var cut && Enum.TryParse<LedgerField>(key[..cut], out _)) Put(now.Cells, key, value);
    }

    private static void Put(Dictionary<string, string> values, string key, string value)
    {
        if (value.Length > 0) values[key] = value;
        else values.Remove(key);
    }

    private static void Sheet(Corrections now, string sheet, string take, string head)
    {
        var row = int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 1_048_576 ? n : (int?)null;
        if (take is "take" or "leave" || row is not null) now.Choices[sheet] = new(take != "leave", row);
        else now.Choices.Remove(sheet);
    }
}
