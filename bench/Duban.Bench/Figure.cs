namespace Duban.Bench;

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Raw">The raw limit of the same run, or – where there is none.</param>
/// <param name="Ours">Duban's figure.</param>
/// <param name="Ratio">Ours beside the raw limit, or –.</param>
/// <param name="Aim">What it should be.</param>
/// <param name="Met">Whether it is.</param>
internal sealed record Figure(string What, string Raw, string Ours, string Ratio, string Aim, bool Met)
{
    public const string Head = "| What | Raw limit in the same run | Duban | Ratio | Aim | Met |\n|---|---|---|---|---|---|";

    public override string ToString() => $"| {What} | {Raw} | {Ours} | {Ratio} | {Aim} | {(Met ? "yes" : "**no**")} |";
}
