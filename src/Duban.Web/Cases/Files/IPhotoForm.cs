namespace Duban.Web.Cases.Files;

/// <summary>A form that photos from the spot may come with.</summary>
public interface IPhotoForm
{
    /// <summary>The same form with the fingerprints of photos that are in the store.</summary>
    IPhotoForm With(IReadOnlyList<string> photos);
}
