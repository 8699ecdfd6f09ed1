namespace Duban.Web.People;

/// <summary>What a machine's token allows.</summary>
public enum TokenScope
{
    /// <summary>Looking.</summary>
    Read,
    /// <summary>Looking and acting, as far as the post goes.</summary>
    Write,
}
