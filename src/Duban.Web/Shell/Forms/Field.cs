namespace Duban.Web.Shell.Forms;

/// <summary>The id of a field, so that a summary can lead to it.</summary>
public static class Field
{
    /// <summary><c>Measures[0].Text</c> → <c>Measures-0-Text</c>.</summary>
    public static string Id(string name) => name.Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
}
