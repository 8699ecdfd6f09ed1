using Microsoft.AspNetCore.Antiforgery;

namespace Duban.Web.Shell.Gallery;

/// <summary>Every part with sample content, for whoever draws pages; only in development.</summary>
internal static class GalleryEndpoints
{
    public static void MapGallery(this WebApplication app)
    {
        var gallery = app.MapGroup("/shell/gallery").ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute());
        gallery.MapGet("", IResult () => GalleryCase.Of(new Nothing()));
        gallery.MapGet("/lists", IResult () => GalleryLists.Of(new Nothing()));
        gallery.MapGet("/forms", IResult () => GalleryForms.Of(new([])));
        gallery.MapGet("/refusal", IResult () => GalleryForms.Of(new(Samples.Reasons), StatusCodes.Status422UnprocessableEntity));
        gallery.MapPost("/forms", IResult () => GalleryForms.Of(new(Samples.Reasons), StatusCodes.Status422UnprocessableEntity));
        gallery.MapGet("/public", IResult () => GalleryPublic.Of(new Nothing()));
        gallery.MapGet("/slip", IResult () => GallerySlip.Of(new Nothing()));
        gallery.MapGet("/desk", IResult () => GalleryDesk.Of(new Nothing()));
    }
}

/// <summary>A page that shows only samples.</summary>
public sealed record Nothing;
