namespace Duban.Web.Tests.Procedures;

/// <summary>A campaign that a clerk opens, as its form.</summary>
internal static class MineArea
{
    /// <summary>Its fields, with a last day or without one.</summary>
    public static (string, string)[] Form(string until = "") =>
    [
        ("code", "KQ"), ("nameZh", "矿区整改"), ("nameEn", "Mine area"), ("procedure", "full/3"), ("office", "430400-zgb"), ("from", "2021-03-15"), ("until", until),
        ("slipPattern", "衡督交〔{0}〕{1}号"),
    ];
}
