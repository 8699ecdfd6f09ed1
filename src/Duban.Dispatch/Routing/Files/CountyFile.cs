namespace Duban.Dispatch.Routing.Files;

/// <summary>Reads a county: villages, factories, groups of people, sizes of coach and the rules of the ride. Metres, seconds and yuan.</summary>
public static class CountyFile
{
    /// <summary>Reads the text; places are the depot, then the factories, then the villages.</summary>
    public static Problem Read(string text, ReadOptions options)
    {
        var json = CountyJson.Parse(text);
        BadFileException Fault(string path, string fault) => JsonPlaces.Fault(text, path, fault);
        var places = Places(json, Fault);
        var numbers = Numbers(json, Fault);
        if (json.Fleet.Length == 0) throw Fault("fleet", "there is no coach");
        if (json.Rules.SpeedKmh <= 0) throw Fault("rules.speed_kmh", "the speed should be above 0 km/h");
        for (var i = 0; i < json.Fleet.Length; i++)
            if (json.Fleet[i].Seats < 1) throw Fault($"fleet[{i}].seats", "a coach should have at least one seat");
        return new Problem
        {
            Name = json.Name ?? "county",
            Travel = Ways(json.Rules, places),
            Fleet = Fleet(json.Fleet),
            Requests = [.. json.Groups.Select((g, i) => Group(g, i, json.Rules, options, places, numbers, Fault))],
            Rules = new RideRules
            {
                ArrivalSpan = json.Rules.ArrivalWindowMinutes * 60 ?? double.PositiveInfinity,
                NoWaitingAboard = json.Rules.NoWaitingAboard,
                Driver = json.Rules.DriverLaw ? DriverRules.CoachLaw : null,
            },
            Objective = options.Objective ?? Objective.Distance,
        };
    }

    private static PointJson[] Places(CountyJson json, Func<string, string, BadFileException> fault)
    {
        PointJson[] places = [json.Depot, .. json.Factories, .. json.Villages];
        Located(places, i => Path(json, i), fault);
        return places;
    }

    /// <summary>All places lie where the first says: on the globe or on a plane.</summary>
    internal static void Located(PointJson[] places, Func<int, string> path, Func<string, string, BadFileException> fault)
    {
        var globe = places[0].Latitude is not null;
        for (var i = 0; i < places.Length; i++)
            if (globe ? places[i] is not { Latitude: not null, Longitude: not null } : places[i] is not { X: not null, Y: not null })
                throw fault(path(i), globe ? "latitude and longitude are missing" : "x and y are missing");
    }

    internal static CoachType[] Fleet(CoachJson[] fleet) => [.. fleet.Select(c => new CoachType(c.Name ?? $"{c.Seats}", c.Seats)
    {
        Fixed = c.FixedYuan, PerDistance = c.YuanPerKm / 1000, Available = c.Available ?? int.MaxValue, Open = c.Open,
    })];

    private static string Path(CountyJson json, int place) =>
        place == 0 ? "depot"
        : place <= json.Factories.Length ? $"factories[{place - 1}]"
        : $"villages[{place - 1 - json.Factories.Length}]";

    private static Dictionary<string, int> Numbers(CountyJson json, Func<string, string, BadFileException> fault)
    {
        var numbers = new Dictionary<string, int>();
        var ids = json.Factories.Concat(json.Villages).Select(p => p.Id).ToArray();
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] == "") throw fault(Path(json, i + 1), "the place has no id");
            if (!numbers.TryAdd(ids[i], i + 1)) throw fault($"{Path(json, i + 1)}.id", $"{ids[i]} stands here for the second time");
        }
        return numbers;
    }

    internal static Travel Ways(RulesJson rules, PointJson[] at)
    {
        double Metres(int a, int b) => Math.Floor(at[a].Latitude is { } latitude
            ? RoadEstimate.Metres(latitude, at[a].Longitude!.Value, at[b].Latitude!.Value, at[b].Longitude!.Value) / RoadEstimate.Detour * rules.Circuity
            : 1000 * rules.Circuity * Math.Sqrt(Square(at[a].X!.Value - at[b].X!.Value) + Square(at[a].Y!.Value - at[b].Y!.Value)));
        double Seconds(int a, int b) =>
            Math.Floor(Metres(a, b) / 1000 / rules.SpeedKmh * 3600) + (a != 0 && a != b ? rules.StopMinutes * 60 : 0);
        return Travel.From(at.Length, Metres, Seconds);
    }

    private static double Square(double x) => x * x;

    private static Request Group(
        GroupJson g, int i, RulesJson rules, ReadOptions options, PointJson[] places, Dictionary<string, int> numbers,
        Func<string, string, BadFileException> fault)
    {
        if (!numbers.TryGetValue(g.Village, out var village)) throw fault($"groups[{i}].village", $"there is no village {g.Village}");
        if (!numbers.TryGetValue(g.Factory, out var factory)) throw fault($"groups[{i}].factory", $"there is no factory {g.Factory}");
        if (g.People < 1) throw fault($"groups[{i}].people", "a group should have at least one person");
        Stop At(int place) => new(place, places[place].OpensMinute * 60 ?? 0, places[place].ClosesMinute * 60 ?? double.PositiveInfinity) { Name = places[place].Id };
        return new Request(g.Id ?? $"{g.Village}-{g.Factory}", g.People, At(factory))
        {
            Pickup = At(village),
            LongestRide = (g.MaxRideMinutes ?? rules.MaxRideMinutes) * 60 ?? double.PositiveInfinity,
            LeastPart = g.LeastPart ?? options.LeastPart,
            Price = g.PriceYuan,
            Together = g.Together,
            Apart = g.Apart,
        };
    }
}
