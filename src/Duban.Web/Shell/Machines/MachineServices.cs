using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Duban.Domain.Cases;
using Duban.Domain.People;

namespace Duban.Web.Shell.Machines;

/// <summary>What the doors for machines need.</summary>
internal static class MachineServices
{
    /// <summary>The ids of the domain, each a text in JSON.</summary>
    public static readonly string[] Ids = [nameof(CaseId), nameof(PersonId), nameof(UnitId), nameof(UnitPath)];

    public static void AddMachines(this IServiceCollection services)
    {
        services.AddSingleton<Unreached>();
        services.ConfigureHttpJsonOptions(json =>
        {
            // Chinese stays readable; it is sent as JSON and nothing may take it for a page (nosniff).
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new IdText<CaseId>());
            json.SerializerOptions.Converters.Add(new IdText<PersonId>());
            json.SerializerOptions.Converters.Add(new IdText<UnitId>());
            json.SerializerOptions.Converters.Add(new IdText<UnitPath>());
            json.SerializerOptions.Converters.Add(new SignerJson());
            // Evidence is filed with a word and comes back with the same.
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<EvidenceKind>(JsonNamingPolicy.SnakeCaseLower));
        });
    }
}
