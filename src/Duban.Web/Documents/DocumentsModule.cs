using Duban.Web.Documents.Import;
using Duban.Web.Documents.Import.Pages;

namespace Duban.Web.Documents;

/// <summary>Lists in, lists and papers out.</summary>
public static class DocumentsModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services
        .AddSingleton<CaseImport>().AddSingleton<ColumnMappings>().AddSingleton<KeptFiles>().AddSingleton<ImportDesk>();

    /// <summary>The module's addresses.</summary>
    public static Doors MapDocuments(this Doors doors)
    {
        doors.Pages.MapImportPages();
        doors.Api.MapImportApi();
        return doors;
    }
}
