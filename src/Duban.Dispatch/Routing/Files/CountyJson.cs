using System.Text.Json;
using System.Text.Json.Serialization;

namespace Duban.Dispatch.Routing.Files;

/// <summary>The shape of a county file; what is null was not given.</summary>
internal sealed record CountyJson
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    [JsonRequired] public RulesJson Rules { get; init; } = new();
    [JsonRequired] public CoachJson[] Fleet { get; init; } = [];
    [JsonRequired] public PointJson Depot { get; init; } = new();
    [JsonRequired] public PointJson[] Factories { get; init; } = [];
    [JsonRequired] public PointJson[] Villages { get; init; } = [];
    [JsonRequired] public GroupJson[] Groups { get; init; } = [];
    public string? Name { get; init; }

    public static CountyJson Parse(string text) => Parse<CountyJson>(text);

    public static T Parse<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Snake) ?? throw new BadFileException(1, 1, "the file holds nothing");
        }
        catch (JsonException e)
        {
            // The bytes before the fault are counted in UTF-8; the column a person sees is counted in characters.
            var line = text.Split('\n').ElementAtOrDefault((int)(e.LineNumber ?? 0)) ?? "";
            var bytes = System.Text.Encoding.UTF8.GetBytes(line);
            var before = System.Text.Encoding.UTF8.GetString(bytes, 0, (int)Math.Min(bytes.Length, e.BytePositionInLine ?? 0)).Length;
            throw new BadFileException((int)(e.LineNumber ?? 0) + 1, before + 1, e.Message.Split(" Path:")[0]);
        }
    }
}

internal sealed record RulesJson
{
    public double Circuity { get; init; } = RoadEstimate.Detour;
    public double SpeedKmh { get; init; } = 40;
    public double StopMinutes { get; init; }
    public double? MaxRideMinutes { get; init; }
    public double? ArrivalWindowMinutes { get; init; }
    public bool NoWaitingAboard { get; init; }
    public bool DriverLaw { get; init; }
}

internal sealed record CoachJson
{
    [JsonRequired] public int Seats { get; init; }
    public string? Name { get; init; }
    public double FixedYuan { get; init; }
    public double YuanPerKm { get; init; }
    public int? Available { get; init; }
    public bool Open { get; init; }
}

internal record PointJson
{
    public string Id { get; init; } = "";
    public double? X { get; init; }
    public double? Y { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public double? OpensMinute { get; init; }
    public double? ClosesMinute { get; init; }
}

internal sealed record GroupJson
{
    [JsonRequired] public string Village { get; init; } = "";
    [JsonRequired] public string Factory { get; init; } = "";
    [JsonRequired] public int People { get; init; }
    public string? Id { get; init; }
    public int? LeastPart { get; init; }
    public double? PriceYuan { get; init; }
    public double? MaxRideMinutes { get; init; }
    public string? Together { get; init; }
    public string? Apart { get; init; }
}
