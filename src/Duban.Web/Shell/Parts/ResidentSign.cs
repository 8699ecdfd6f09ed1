using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell.Parts;

/// <summary>Signs before a resident's three answers: the same circle and weight, so that the page does not vote.</summary>
public static class ResidentSign
{
    /// <summary>解决了.</summary>
    public static MarkupString Solved { get; } = Sign("M9 16.5 14 21.5 23.5 10.5");

    /// <summary>解决了一部分.</summary>
    public static MarkupString Partly { get; } = Sign("M9 16h14");

    /// <summary>没有解决.</summary>
    public static MarkupString NotSolved { get; } = Sign("M10.5 10.5l11 11M21.5 10.5l-11 11");

    private static MarkupString Sign(string path) =>
        new($"<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><circle cx=\"16\" cy=\"16\" r=\"14\" stroke-width=\"2.5\"/><path d=\"{path}\"/></svg>");
}
