using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Duban.Ledger;

/// <summary>One row as a JSON array that either database can take: days, instants and decimals as text, bytes as <c>{"base64": …}</c>.</summary>
internal static class DumpedRow
{
    public static void Write(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartArray();
        for (var i = 0; i < row.FieldCount; i++) Write(json, row.GetValue(i));
        json.WriteEndArray();
    }

    /// <summary>The value as the text that PostgreSQL reads into a column of whichever type.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => @"\x" + Convert.ToHexStringLower(Bytes(value)),
        _ => value.GetRawText(),
    };

    /// <summary>The value as SQLite keeps it.</summary>
    public static object Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => DBNull.Value,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object => Bytes(value),
        JsonValueKind.True => 1L,
        JsonValueKind.False => 0L,
        _ => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
    };

    private static byte[] Bytes(JsonElement value) => value.GetProperty("base64").GetBytesFromBase64();

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DBNull: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case short or int or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case double or float: WriteReal(json, Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case decimal number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid id: json.WriteStringValue(PortableText.Id(id)); break;
            case DateOnly day: json.WriteStringValue(PortableText.Day(day)); break;
            case DateTime at: json.WriteStringValue(PortableText.Instant(at)); break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteBase64String("base64", bytes);
                json.WriteEndObject();
                break;
            default: throw new NotSupportedException($"A backup cannot carry a column of {value.GetType().Name}.");
        }
    }

    // 1.0 must not come back as the whole number 1, which SQLite would keep as such.
    private static void WriteReal(Utf8JsonWriter json, double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }
}
