using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Documents.Import;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Documents;

/// <summary>The machine doors of column mappings: those that are kept, one put in place, one forgotten.</summary>
public static class MappingsApi
{
    /// <summary>Maps the addresses below <c>/api/imports</c>.</summary>
    public static void MapMappingsApi(this RouteGroupBuilder imports)
    {
        var mappings = imports.MapGroup("/mappings");
        mappings.MapGet("", All).WithName("mappings").Produces<IReadOnlyList<MappingView>>().WithSummary("The column mappings that are kept, by layout.");
        mappings.MapGet("/{signature}", One).WithName("mapping").Produces<MappingView>().ProducesProblem(404).WithSummary("The mapping kept for one layout.");
        mappings.MapPut("/{signature}", Keep).WithName("mapping-keep").Accepts<MappingForm>("application/json").Produces<MappingView>()
            .WithSummary("Keeps what the columns of a layout mean, for every list of that layout from now on. A dry run tells layout and columns.");
        mappings.MapDelete("/{signature}", Forget).WithName("mapping-forget").Produces<MappingView>().ProducesProblem(404)
            .WithSummary("Forgets a mapping: lists of that layout are recognised by their headings again.");
    }

    private static async Task<IResult> All(HttpContext http, ColumnMappings mappings) =>
        Refusal(http) ?? Results.Ok((await mappings.All(http.RequestAborted)).Select(m => MappingView.Of(m)));

    private static async Task<IResult> One(HttpContext http, string signature, ColumnMappings mappings) =>
        Refusal(http) ?? (await Find(signature, mappings, http.RequestAborted) is { } found ? Results.Ok(MappingView.Of(found)) : Unknown(signature));

    private static async Task<IResult> Keep(HttpContext http, string signature, ColumnMappings mappings)
    {
        if (Refusal(http) is { } no) return no;
        var ruling = MappingForm.Read(await FormText.Read<MappingForm>(http.Request), signature);
        if (!ruling.Allowed) return Problems.Refused(ruling.Reasons);
        await mappings.Keep(ruling.Facts[0], SignedIn.ActorOf(http).Person);
        return Results.Ok(MappingView.Of(ruling.Facts[0]));
    }

    private static async Task<IResult> Forget(HttpContext http, string signature, ColumnMappings mappings)
    {
        if (Refusal(http) is { } no) return no;
        return await Find(signature, mappings, http.RequestAborted) is { } found && await mappings.Forget(signature) ? Results.Ok(MappingView.Of(found)) : Unknown(signature);
    }

    private static async Task<ColumnMapping?> Find(string signature, ColumnMappings mappings, CancellationToken ct) =>
        (await mappings.All(ct)).FirstOrDefault(m => m.Signature == signature);

    private static IResult? Refusal(HttpContext http) => Rights.Refusal(SignedIn.ActorOf(http), CaseAct.Register, null) is { } no ? Problems.Refused([no]) : null;

    private static IResult Unknown(string signature) => Problems.Unknown(new Reason("import.mapping_unknown", "signature", signature));
}

/// <summary>A mapping as sent: every column of the layout that has a heading.</summary>
public sealed record MappingForm(IReadOnlyList<ColumnForm>? Columns)
{
    /// <summary>The mapping, or everything that is wrong with it.</summary>
    /// <param name="read">What was sent.</param>
    /// <param name="signature">The layout it is sent for.</param>
    public static Ruling<ColumnMapping> Read(FormRead<MappingForm> read, string signature)
    {
        var sent = read.Form.Columns ?? [];
        var reasons = new Reasons().When(sent.Count == 0, "field.required", "columns");
        var columns = new List<MappedColumn>();
        foreach (var (i, column) in sent.Index())
        {
            var known = Enum.TryParse<LedgerField>(column.Field, out var field) && Enum.IsDefined(field);
            var at = Address.Parse($"{column.Column?.Trim()}1")?.Column;
            reasons.When(!known, "field.no_choice", $"columns[{i}].field", column.Field).When(at is null, "field.no_choice", $"columns[{i}].column", column.Column);
            reasons.When(at is not null && columns.Any(c => c.Index == at), "form.twice", $"columns[{i}].column", column.Column);
            // As on the page: a list has one column of a kind, except for what is kept as it is and for what together describes a matter.
            reasons.When(known && field is not (LedgerField.Other or LedgerField.Description) && columns.Any(c => c.Field == field), "import.field_twice", $"columns[{i}].field", column.Field);
            if (known && at is { } index) columns.Add(new(index, column.Heading ?? "", field, 1));
        }
        var mapping = new ColumnMapping(signature, [.. columns.OrderBy(c => c.Index)]);
        reasons.When(reasons.Count == 0 && mapping.Layout() != signature, "import.mapping_layout", "columns", signature);
        return new Reasons().With(read.Reasons).With(reasons).Else(() => mapping);
    }
}

/// <summary>A column as sent: its letters, its heading as the dry run tells it, and what it means.</summary>
public sealed record ColumnForm(string? Column, string? Heading, string? Field);
