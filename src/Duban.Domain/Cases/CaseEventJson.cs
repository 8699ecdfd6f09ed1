using System.Buffers;
using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Duban.Domain.People;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Domain.Cases;

/// <summary>How events are stored: a name and version for ever, and a payload <c>{"post":…,"fact":…}</c>.</summary>
public static partial class CaseEventJson
{
    private static readonly Json Context = new(new JsonSerializerOptions(Json.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Every stored name with the current version of its shape; the order of the loop.</summary>
    public static readonly IReadOnlyList<(string Name, int Version, Type Type)> Names =
    [
        ("reported", 1, typeof(E.Reported)), ("registered", 1, typeof(E.Registered)), ("graded", 1, typeof(E.Graded)),
        ("handed_over", 1, typeof(E.HandedOver)), ("signed_for", 1, typeof(E.SignedFor)), ("return_asked", 1, typeof(E.ReturnAsked)),
        ("return_granted", 1, typeof(E.ReturnGranted)), ("return_overruled", 1, typeof(E.ReturnOverruled)), ("forwarded", 1, typeof(E.Forwarded)),
        ("planned", 1, typeof(E.Planned)), ("plan_approved", 1, typeof(E.PlanApproved)), ("plan_sent_back", 1, typeof(E.PlanSentBack)),
        ("progress_reported", 1, typeof(E.ProgressReported)), ("evidence_filed", 1, typeof(E.EvidenceFiled)),
        ("applied_for_strike_off", 1, typeof(E.AppliedForStrikeOff)), ("verified_by_county", 1, typeof(E.VerifiedByCounty)),
        ("rejected_by_county", 1, typeof(E.RejectedByCounty)), ("sample_drawn", 1, typeof(E.SampleDrawn)),
        ("resident_answered", 1, typeof(E.ResidentAnswered)), ("survey_closed", 1, typeof(E.SurveyClosed)),
        ("notice_published", 1, typeof(E.NoticePublished)), ("objection_raised", 1, typeof(E.ObjectionRaised)),
        ("objection_upheld", 1, typeof(E.ObjectionUpheld)), ("objection_dismissed", 1, typeof(E.ObjectionDismissed)),
        ("notice_ended", 1, typeof(E.NoticeEnded)), ("accepted_by_city", 1, typeof(E.AcceptedByCity)), ("refused_by_city", 1, typeof(E.RefusedByCity)),
        ("struck_off", 1, typeof(E.StruckOff)), ("looked_back", 1, typeof(E.LookedBack)), ("said_not_fixed", 1, typeof(E.SaidNotFixed)), ("relapsed", 1, typeof(E.Relapsed)),
        ("side_track_asked", 1, typeof(E.SideTrackAsked)), ("side_track_granted", 1, typeof(E.SideTrackGranted)),
        ("side_track_refused", 1, typeof(E.SideTrackRefused)), ("resumed", 1, typeof(E.Resumed)),
        ("long_term_reviewed", 1, typeof(E.LongTermReviewed)), ("chased", 1, typeof(E.Chased)), ("corrected", 1, typeof(E.Corrected)),
    ];

    private static readonly FrozenDictionary<Type, (string Name, int Version, JsonTypeInfo Shape)> ByType =
        Names.ToFrozenDictionary(n => n.Type, n => (n.Name, n.Version, Context.GetTypeInfo(n.Type)!));

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName = Names.ToFrozenDictionary(n => n.Name, n => Context.GetTypeInfo(n.Type)!);

    /// <summary>The stored name of an event.</summary>
    public static string NameOf(CaseEvent fact) => ByType[fact.GetType()].Name;

    /// <summary>Stored name, version and UTF-8 payload of an event signed in a post.</summary>
    public static (string Name, int Version, byte[] Payload) Write(CaseEvent fact, Actor by)
    {
        var (name, version, shape) = ByType[fact.GetType()];
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WritePropertyName("post");
            JsonSerializer.Serialize(json, new Post(by.Role, by.Unit, by.UnitKind), Context.Post);
            json.WritePropertyName("fact");
            JsonSerializer.Serialize(json, fact, shape);
            json.WriteEndObject();
        }
        return (name, version, buffer.WrittenSpan.ToArray());
    }

    /// <summary>The event and the post it was signed in.</summary>
    /// <exception cref="JsonException">The name is unknown or the payload is not of its shape: the ledger was written by a newer version, or is damaged.</exception>
    public static (CaseEvent Fact, Actor By) Read(string name, ReadOnlySpan<byte> payload, PersonId person)
    {
        if (!ByName.TryGetValue(name, out var shape)) throw new JsonException($"unknown event {name}");
        var json = new Utf8JsonReader(payload);
        Post? post = null;
        CaseEvent? fact = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isPost = json.ValueTextEquals("post"u8);
            json.Read();
            if (isPost) post = JsonSerializer.Deserialize(ref json, Context.Post);
            else fact = (CaseEvent?)JsonSerializer.Deserialize(ref json, shape);
        }
        if (post is null || fact is null) throw new JsonException($"{name} lacks its post or its fact");
        return (fact, new Actor(person, post.Role, post.Unit, post.Kind));
    }

    internal sealed record Post(Role Role, UnitPath Unit, UnitKind Kind);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        [
            typeof(IdJson<PersonId>), typeof(IdJson<UnitId>), typeof(IdJson<UnitPath>), typeof(IdJson<CaseId>),
            typeof(SnakeEnum<Level>), typeof(SnakeEnum<EvidenceKind>), typeof(SnakeEnum<Answer>), typeof(SnakeEnum<UnitKind>), typeof(SnakeEnum<Role>),
            typeof(SnakeEnum<Calendar.DayKind>),
        ])]
    [JsonSerializable(typeof(Post))]
    [JsonSerializable(typeof(E.Reported)), JsonSerializable(typeof(E.Registered)), JsonSerializable(typeof(E.Graded))]
    [JsonSerializable(typeof(E.HandedOver)), JsonSerializable(typeof(E.SignedFor)), JsonSerializable(typeof(E.ReturnAsked))]
    [JsonSerializable(typeof(E.ReturnGranted)), JsonSerializable(typeof(E.ReturnOverruled)), JsonSerializable(typeof(E.Forwarded))]
    [JsonSerializable(typeof(E.Planned)), JsonSerializable(typeof(E.PlanApproved)), JsonSerializable(typeof(E.PlanSentBack))]
    [JsonSerializable(typeof(E.ProgressReported)), JsonSerializable(typeof(E.EvidenceFiled)), JsonSerializable(typeof(E.AppliedForStrikeOff))]
    [JsonSerializable(typeof(E.VerifiedByCounty)), JsonSerializable(typeof(E.RejectedByCounty)), JsonSerializable(typeof(E.SampleDrawn))]
    [JsonSerializable(typeof(E.ResidentAnswered)), JsonSerializable(typeof(E.SurveyClosed)), JsonSerializable(typeof(E.NoticePublished))]
    [JsonSerializable(typeof(E.ObjectionRaised)), JsonSerializable(typeof(E.ObjectionUpheld)), JsonSerializable(typeof(E.ObjectionDismissed))]
    [JsonSerializable(typeof(E.NoticeEnded)), JsonSerializable(typeof(E.AcceptedByCity)), JsonSerializable(typeof(E.RefusedByCity))]
    [JsonSerializable(typeof(E.StruckOff)), JsonSerializable(typeof(E.LookedBack)), JsonSerializable(typeof(E.SaidNotFixed)), JsonSerializable(typeof(E.Relapsed))]
    [JsonSerializable(typeof(E.SideTrackAsked)), JsonSerializable(typeof(E.SideTrackGranted)), JsonSerializable(typeof(E.SideTrackRefused))]
    [JsonSerializable(typeof(E.Resumed)), JsonSerializable(typeof(E.LongTermReviewed)), JsonSerializable(typeof(E.Chased)), JsonSerializable(typeof(E.Corrected))]
    internal sealed partial class Json : JsonSerializerContext;
}
