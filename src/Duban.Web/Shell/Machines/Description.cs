using Duban.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Duban.Web.Shell.Machines;

/// <summary>What the generator cannot see of a door: how one signs in, and which headers count.</summary>
internal static class Description
{
    private const string Token = "token", Cookie = "cookie";

    public static void Of(OpenApiOptions openApi)
    {
        // HEAD is answered wherever GET is; telling each door twice helps nobody.
        openApi.ShouldInclude = door => door.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true && door.HttpMethod != HttpMethods.Head;
        openApi.AddDocumentTransformer((document, context, _) =>
        {
            document.Info.Title = "Duban 督办";
            document.Info.Version = "1";
            document.Info.Description = Words;
            document.Components ??= new();
            foreach (var (name, schema) in document.Components.Schemas ?? new Dictionary<string, IOpenApiSchema>())
                if (MachineServices.Ids.Contains(name) && schema is OpenApiSchema id) id.Type = JsonSchemaType.String;
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "dbn_…", Description = "A token of one post: `POST /api/people/{id}/tokens`, or `duban user token` on the server." },
                [Cookie] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = context.ApplicationServices.GetRequiredService<Settings>().Cookie("duban"),
                    Description = "A browser that has signed in; whatever is not GET needs the header `RequestVerificationToken` with the token of any form.",
                },
            };
            return Task.CompletedTask;
        });
        openApi.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
        openApi.AddSchemaTransformer(async (schema, context, ct) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ProblemDetails) && schema.Properties is { } members)
                members["reasons"] = await context.GetOrCreateSchemaAsync(typeof(IReadOnlyList<ProblemReason>), null, ct);
            if (context.JsonTypeInfo.Type == typeof(Actor))
            {
                var signer = await context.GetOrCreateSchemaAsync(typeof(Signer), null, ct);
                (schema.Type, schema.Properties, schema.Required) = (signer.Type, signer.Properties, signer.Required);
            }
        });
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (MachineDoor.WantsSignIn(metadata))
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, context.Document)] = [] },
            ];
        operation.Parameters ??= [];
        foreach (var asked in metadata.OfType<AskedInQuery>().SelectMany(a => a.Members))
            operation.Parameters.Add(Parameter(asked.Name, ParameterLocation.Query, asked.Means));
        if (MachineDoor.Writes(metadata))
            operation.Parameters.Add(Parameter(MachineHeaders.Key, ParameterLocation.Header, $"A name of your own for this request, at most {MachineHeaders.LongestKey} characters: sent again, it is answered again and done once."));
        if (metadata.OfType<IfMatchCounts>().Any())
            operation.Parameters.Add(Parameter("If-Match", ParameterLocation.Header, "What you have seen, as ETag told it (a case's version, e.g. \"7\"); 409 when it has moved on."));
        if (metadata.OfType<TakesText>().LastOrDefault() is { } text)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [text.ContentType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } },
            };
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation where, string means) =>
        new() { Name = name, In = where, Description = means, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private const string Words = """
        Everything the pages can do. Sign in with `Authorization: Bearer dbn_…`. Send `Accept-Language: zh-CN` or `en`.

        **Refusals** are problem details (RFC 9457) whose `reasons` carry a stable code, the field, the words, the basis and who can supply what is missing;
        all of them at once.

        **Safe repetition.** Send an `Idempotency-Key` with anything that is not GET. The same key with the same request is answered as before
        (status, body, `Location`, and `Idempotency-Replayed: true`) and done once, on every node; with another request it is refused with 422; of two at
        once one acts and the other waits for its answer. Keys are the signed-in person's own, and are kept for 30 days. Where anybody may act without
        signing in, a key belongs to the one-time code or the report's number, or to the notice and the network address it came from; of a new
        report it should be random. A refusal is not kept: sent again, it is
        judged again. A password or a token is told in the first answer only and kept nowhere; the repeated answer is without it and says so.
        Acts on cases, hand-overs, answers and objections keep key and answer in the transaction of the act. Elsewhere the key is marked in the
        transaction of the act and the answer is kept right after it: if the server dies in between, the same request is answered with 409
        `once.broken_off`, and never done a second time. An import writes in parts of 200 rows; broken off, import the same list under a new key, which makes
        only what is missing.

        **Versions.** Send `If-Match` with the version of a case you have seen to act on that version only.
        """;
}

/// <summary>What a door asks for in its query beyond what its handler declares.</summary>
internal sealed record AskedInQuery(params IReadOnlyList<(string Name, string Means)> Members);

/// <summary>A door whose body is text of this type; others are taken as well.</summary>
internal sealed record TakesText(string ContentType);
