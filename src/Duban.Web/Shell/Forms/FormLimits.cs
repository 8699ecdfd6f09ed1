namespace Duban.Web.Shell.Forms;

/// <summary>How much one form may bring; a page with a long list of rows raises what it needs.</summary>
/// <param name="Fields">Values in all.</param>
/// <param name="Text">Characters in one value.</param>
public sealed record FormLimits(int Fields = 2_000, int Text = 20_000)
{
    /// <summary>What an ordinary page needs.</summary>
    public static FormLimits Ordinary { get; } = new();
}
