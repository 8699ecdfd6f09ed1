using System.Globalization;
using Dapper;

namespace Duban.Web;

/// <summary>Lists in SQL: one parameter for each value, since the two databases take lists differently.</summary>
public static class Parameters
{
    /// <summary>Adds the values and gives what stands between the brackets of <c>in (…)</c>; nothing for none, which no database takes.</summary>
    /// <param name="values">The statement's parameters.</param>
    /// <param name="name">What their names begin with.</param>
    /// <param name="several">The values.</param>
    public static string AddAll(this DynamicParameters values, string name, IEnumerable<string> several)
    {
        var names = new List<string>();
        foreach (var value in several)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"@{name}{names.Count}"));
            values.Add(names[^1], value);
        }
        return string.Join(", ", names);
    }
}
