using System.Globalization;

namespace Duban.Ledger;

/// <summary>Seals as lines of text, to be published and to be checked against (<see cref="PublishedSeals"/>): <c>430400,2021-03-15,17,9f…</c>.</summary>
public static class SealList
{
    /// <summary>The first line: city, day, number of streams that grew on it, root in hexadecimal digits.</summary>
    public const string Heading = "jurisdiction,day,heads,root";

    /// <summary>One line.</summary>
    public static string Line(Seal seal) =>
        string.Create(CultureInfo.InvariantCulture, $"{seal.Jurisdiction},{PortableText.Day(seal.Day)},{seal.Heads},{Convert.ToHexStringLower(seal.Root)}");
}
