using System.Collections;
using System.Globalization;
using Duban.Domain.Cases;

namespace Duban.Web.Shell;

/// <summary>How arguments appear inside a text: dates as the language writes them, lists joined, a noun chosen by its number.</summary>
internal sealed class Formats(Words words) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : words.Culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => (format, arg) switch
    {
        (_, null) => "",
        ({ } nouns, IConvertible number) when nouns.IndexOf('|') is > 0 and var bar =>
            number.ToDecimal(CultureInfo.InvariantCulture) == 1 ? nouns[..bar] : nouns[(bar + 1)..],
        (null, DateOnly day) => words.Day(day),
        (null, DateTimeOffset at) => words.At(at),
        (null, decimal number) => Words.Number(number),
        (null, string text) => text,
        (null, Enum value) => words.Name(value),
        (null, StageInRound at) => words.Stage(at),
        (null, SideTrack track) => words["track." + track.Name],
        (null, IEnumerable several) => Listed(several),
        (_, IFormattable other) => other.ToString(format, words.Culture),
        _ => arg.ToString() ?? "",
    };

    private string Listed(IEnumerable several) => words.List(several.Cast<object?>().Select(one => Format(null, one, null)));
}
