using Duban.Domain.Calendar;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>立行立改 with the time it gives, in words.</summary>
public static class AtOnceWords
{
    /// <summary>E.g. 立行立改 · 限 3 个工作日.</summary>
    public static string Of(Span given, Words w) => w[given.Kind == DayKind.Working ? "at_once.working" : "at_once.natural", given.Days];

    /// <summary>A day with the time that led to it, where one was given; else the day alone.</summary>
    public static string Of(Span? given, string day, Words w) => given is { } span ? w["at_once.until", Of(span, w), day] : day;
}
