using System.Text.Json.Serialization;

namespace Duban.Dispatch.Routing.Files;

/// <summary>The shape of a visit tour's file; what is null was not given.</summary>
internal sealed record VisitJson
{
    [JsonRequired] public PointJson Depot { get; init; } = new();
    [JsonRequired] public PointJson Township { get; init; } = new();
    [JsonRequired] public int People { get; init; }
    [JsonRequired] public CoachJson[] Fleet { get; init; } = [];
    [JsonRequired] public HostJson[] Factories { get; init; } = [];
    public RulesJson Rules { get; init; } = new();
    public string? Name { get; init; }
    public double BoardingMinutes { get; init; }
    public double? LongestDayMinutes { get; init; }
    public int? LeastFactories { get; init; }
    public int? MostFactories { get; init; }
}

internal sealed record HostJson : PointJson
{
    [JsonRequired] public double StayMinutes { get; init; }
    [JsonRequired] public SlotJson[] Slots { get; init; } = [];
    public double WorthYuan { get; init; }
}

internal sealed record SlotJson
{
    [JsonRequired] public double BeginsMinute { get; init; }
    public int? Places { get; init; }
}

/// <summary>The shape of a visit plan's file.</summary>
internal sealed record AnswerJson
{
    public string? Coach { get; init; }
    public double Cost { get; init; }
    public double Worth { get; init; }
    public double BoardsMinute { get; init; }
    public double BackMinute { get; init; }
    [JsonRequired] public VisitEntry[] Visits { get; init; } = [];
    public bool Proved { get; init; }
    public bool Valid { get; init; }
    public string? Reason { get; init; }
}

internal sealed record VisitEntry
{
    [JsonRequired] public string Factory { get; init; } = "";
    [JsonRequired] public double BeginsMinute { get; init; }
}
