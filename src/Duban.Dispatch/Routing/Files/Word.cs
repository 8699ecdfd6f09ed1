using System.Globalization;

namespace Duban.Dispatch.Routing.Files;

/// <summary>A word of a text file and where it stands, from 1.</summary>
internal readonly record struct Word(string Text, int Line, int Column)
{
    public BadFileException Fault(string fault) => new(Line, Column, fault);

    public double Number(string what) =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Fault($"{what} should be a number, not \"{Text}\"");

    public int Whole(string what, int least = int.MinValue, int most = int.MaxValue)
    {
        var value = Number(what);
        if (value != Math.Floor(value) || value < least || value > most)
            throw Fault(least == int.MinValue
                ? $"{what} should be a whole number, not \"{Text}\""
                : $"{what} should be a whole number of at least {least}{(most == int.MaxValue ? "" : $" and at most {most}")}, not \"{Text}\"");
        return (int)value;
    }
}
