using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace Duban.Web.Shell;

public sealed partial class Words
{
    /// <summary>The words of a request's reader, for a sentence outside a page.</summary>
    public static Words Of(HttpContext http) => new(
        // The culture of the thread is gone again where a bare status gets its words.
        http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.CurrentUICulture, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        http.RequestServices.GetRequiredService<IOptions<ShellSettings>>().Value.Zone);
}
