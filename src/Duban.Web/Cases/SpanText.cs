using System.Globalization;
using Duban.Domain.Calendar;

namespace Duban.Web.Cases;

/// <summary>A time given to somebody as rows and answers for machines hold it, for ever: <c>3 working</c>.</summary>
internal static class SpanText
{
    /// <summary>The text; null without a time.</summary>
    public static string? Of(Span? given) => given is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.Days} {CaseRow.Word(span.Kind)}") : null;

    /// <summary>The time that stands in a text, or null.</summary>
    public static Span? Read(string? text) =>
        text?.Split(' ') is [var days, var kind] ? new(int.Parse(days, CultureInfo.InvariantCulture), CaseRow.Value<DayKind>(kind)) : null;
}
