using Microsoft.AspNetCore.Antiforgery;

namespace Duban.Web.Shell.Gallery;

/// <summary>Every part with sample content, for whoever draws pages; only in development.</summary>
internal static class GalleryEndpoints
{
    public static void MapGallery(this WebApplication app)
    {
        var gallery = app.MapGroup("/shell/gallery").ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute());
        gallery.MapGet("", () => GalleryCase.Of(new Nothing()));
        gallery.MapGet("/lists", () => GalleryLists.Of(new Nothing()));
        gallery.MapGet("/forms", () => GalleryForms.Of(new([])));
        gallery.MapGet("/refusal", () => GalleryForms.Of(new(Samples.Reasons), StatusCodes.Status422UnprocessableEntity));
        gallery.MapPost("/forms", () => GalleryForms.Of(new(Samples.Reasons), StatusCodes.Status422UnprocessableEntity));
        gallery.MapGet("/public", () => GalleryPublic.Of(new Nothing()));
        gallery.MapGet("/slip", () => GallerySlip.Of(new Nothing()));
        gallery.MapGet("/desk", () => GalleryDesk.Of(new Nothing()));
    }
}

/// <summary>A page that shows only samples.</summary>
public sealed record Nothing;
