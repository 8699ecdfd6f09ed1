namespace Duban.Domain.Calendar;

/// <summary>A decision that moves a deadline; the latest named date holds, and days granted after it come on top.</summary>
/// <param name="GrantedOn">The day it was decided, which orders extensions.</param>
public abstract record Extension(DateOnly GrantedOn)
{
    /// <summary>A new date is named; days paused after the grant still move it.</summary>
    public sealed record To(DateOnly GrantedOn, DateOnly Due) : Extension(GrantedOn);

    /// <summary>So many days more, of the clock's own kind, counted on from the deadline and not from the grant.</summary>
    public sealed record By(DateOnly GrantedOn, int Days) : Extension(GrantedOn);
}
