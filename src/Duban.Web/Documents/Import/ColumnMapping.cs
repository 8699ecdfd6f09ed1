using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Which column means what: found by the header's words, corrected by the clerk, saved for the next list of that layout.</summary>
/// <param name="Signature">The header's identity: the same headings in the same order give the same signature.</param>
/// <param name="Columns">Every column with a heading.</param>
public sealed record ColumnMapping(string Signature, IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>The signature of these headings, from column A on: 16 hex digits.</summary>
    public static string Sign(IEnumerable<string> headings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', headings.Select(ClerkText.Dense)).TrimEnd('\u001F'))))[..16];

    /// <summary>The signature that the headings of its columns give.</summary>
    public string Layout()
    {
        var headings = new string[Columns.Count == 0 ? 0 : Columns.Max(c => c.Index) + 1];
        Array.Fill(headings, "");
        foreach (var column in Columns) headings[column.Index] = column.Heading;
        return Sign(headings);
    }

    /// <summary>The columns of a field, in order.</summary>
    public IEnumerable<int> Of(LedgerField field) => Columns.Where(c => c.Field == field).Select(c => c.Index);

    /// <summary>The same mapping with one column meaning something else; a field taken from another column leaves that one as "other".</summary>
    public ColumnMapping With(int index, LedgerField field) => this with
    {
        Columns = [.. Columns.Select(c =>
            c.Index == index ? c with { Field = field, Sure = 1, Doubtful = false }
            : c.Field == field && field is not (LedgerField.Other or LedgerField.Description) ? c with { Field = LedgerField.Other, Doubtful = false }
            : c)],
    };
}

/// <summary>One column.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Heading">As written; the rows of a two-row header joined by a slash.</param>
/// <param name="Field">What it means.</param>
/// <param name="Sure">How surely, 0 … 1.</param>
/// <param name="Doubtful">True when another column could mean the same.</param>
public sealed record MappedColumn(
    int Index, string Heading, [property: JsonConverter(typeof(JsonStringEnumConverter<LedgerField>))] LedgerField Field, double Sure, bool Doubtful = false)
{
    /// <summary>The column's letters.</summary>
    public string Letter => Address.Column(Index);
}
