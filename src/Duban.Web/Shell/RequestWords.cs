using System.Globalization;
using Microsoft.Extensions.Options;

namespace Duban.Web.Shell;

public sealed partial class Words
{
    /// <summary>The words of a request's reader, for a sentence outside a page.</summary>
    public static Words Of(HttpContext http) => new(
        CultureInfo.CurrentUICulture, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        http.RequestServices.GetRequiredService<IOptions<ShellSettings>>().Value.Zone);
}
