using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Duban.Dispatch.Visiting;

namespace Duban.Dispatch.Routing.Files;

/// <summary>Reads and writes a visit tour: a JSON with a "township" and no groups. Kilometres or degrees in, metres, seconds and yuan inside.</summary>
public static class VisitFile
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>True if the text is a visit tour rather than another instance.</summary>
    public static bool IsOne(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }) is JsonObject o
                && o.ContainsKey("township");
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads the text; a fault throws <see cref="BadFileException"/> with its line and column.</summary>
    public static VisitTour Read(string text)
    {
        var json = CountyJson.Parse<VisitJson>(text);
        BadFileException Fault(string path, string fault) => JsonPlaces.Fault(text, path, fault);
        if (json.People < 1) throw Fault("people", "at least one person should travel");
        if (json.Fleet.Length == 0) throw Fault("fleet", "there is no coach");
        if (json.Factories.Length is 0 or > 64) throw Fault("factories", "there should be from 1 to 64 factories");
        if (json.Rules.SpeedKmh <= 0) throw Fault("rules.speed_kmh", "the speed should be above 0 km/h");
        for (var i = 0; i < json.Factories.Length; i++)
        {
            if (json.Factories[i].Id == "") throw Fault($"factories[{i}]", "the factory has no id");
            if (json.Factories.Take(i).Any(f => f.Id == json.Factories[i].Id)) throw Fault($"factories[{i}].id", $"{json.Factories[i].Id} stands here for the second time");
            if (json.Factories[i].StayMinutes < 0) throw Fault($"factories[{i}].stay_minutes", "a stay is not negative");
        }
        PointJson[] places = [json.Depot, json.Township, .. json.Factories];
        CountyFile.Located(places, i => i switch { 0 => "depot", 1 => "township", _ => $"factories[{i - 2}]" }, Fault);
        return new VisitTour
        {
            Name = json.Name ?? "visit",
            Travel = CountyFile.Ways(json.Rules with { StopMinutes = 0 }, places),
            Township = 1,
            People = json.People,
            Boarding = json.BoardingMinutes * 60,
            Opens = json.Township.OpensMinute * 60 ?? 0,
            Closes = json.Township.ClosesMinute * 60 ?? double.PositiveInfinity,
            LongestDay = json.LongestDayMinutes * 60 ?? double.PositiveInfinity,
            Fleet = CountyFile.Fleet(json.Fleet),
            Factories = [.. json.Factories.Select((f, i) => new HostFactory(f.Id, i + 2, f.StayMinutes * 60)
            {
                Worth = f.WorthYuan,
                Slots = [.. f.Slots.Select(s => new Slot(s.BeginsMinute * 60, s.Places ?? int.MaxValue))],
            })],
            Least = json.LeastFactories ?? 1,
            Most = json.MostFactories ?? int.MaxValue,
            Driver = json.Rules.DriverLaw ? DriverRules.CoachLaw : null,
        };
    }

    /// <summary>The plan as one line of JSON; minutes of the day, yuan.</summary>
    public static string Write(VisitTour tour, VisitPlan plan, bool valid) => JsonSerializer.Serialize(
        new AnswerJson
        {
            Coach = plan.Found ? tour.Fleet[plan.Coach].Name : null,
            Cost = Math.Round(plan.Cost, 6),
            Worth = plan.Worth,
            BoardsMinute = plan.Boards / 60,
            BackMinute = plan.Back / 60,
            Visits = [.. plan.Calls.Select(c => new VisitEntry { Factory = tour.Factories[c.Factory].Name, BeginsMinute = tour.Factories[c.Factory].Slots[c.Slot].Begins / 60 })],
            Proved = plan.Proved,
            Valid = valid,
            Reason = plan.Reason is { } reason ? PlanFile.Code(reason) : null,
        },
        Snake);

    /// <summary>Reads what <see cref="Write"/> wrote; what does not exist in the tour gets index -1 for the validator to name.</summary>
    public static VisitPlan ReadPlan(string text, VisitTour tour)
    {
        var json = CountyJson.Parse<AnswerJson>(text);
        return new VisitPlan
        {
            Coach = json.Coach is null ? -1 : tour.Fleet.ToList().FindIndex(c => c.Name == json.Coach) is var i and >= 0 ? i : int.MaxValue,
            Calls = [.. json.Visits.Select(v => Call(tour, v))],
            Boards = json.BoardsMinute * 60,
            Back = json.BackMinute * 60,
            Cost = json.Cost,
            Worth = json.Worth,
        };
    }

    private static FactoryCall Call(VisitTour tour, VisitEntry entry)
    {
        var factory = tour.Factories.ToList().FindIndex(f => f.Name == entry.Factory);
        return new FactoryCall(factory, factory < 0 ? -1 : tour.Factories[factory].Slots.ToList().FindIndex(s => Math.Abs(s.Begins - entry.BeginsMinute * 60) < 1e-6));
    }
}
