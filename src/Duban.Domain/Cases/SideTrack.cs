using System.Text.Json.Serialization;

namespace Duban.Domain.Cases;

/// <summary>A way off the main road: asked for by one person, decided and signed by another.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "track")]
[JsonDerivedType(typeof(Extension), "extension")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(LongTerm), "long_term")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Void), "void")]
public abstract record SideTrack(string Reason)
{
    /// <summary>延期: a later due date for the total clock.</summary>
    public sealed record Extension(DateOnly To, string Reason) : SideTrack(Reason);

    /// <summary>暂停: both clocks stand still from a day until a day (the last paused day).</summary>
    public sealed record Pause(DateOnly From, DateOnly Until, string Reason) : SideTrack(Reason);

    /// <summary>长期坚持: cannot be finished, is kept up and reviewed.</summary>
    public sealed record LongTerm(DateOnly ReviewOn, string Reason) : SideTrack(Reason);

    /// <summary>合并: another case carries the same matter on.</summary>
    public sealed record Merge(CaseId Into, string Reason) : SideTrack(Reason);

    /// <summary>误报作废: there was no problem.</summary>
    public sealed record Void(string Reason) : SideTrack(Reason);

    /// <summary>Stored and shown name: <c>extension</c>, <c>pause</c>, <c>long_term</c>, <c>merge</c>, <c>void</c>.</summary>
    [JsonIgnore]
    public string Name => this switch
    {
        Extension => "extension",
        Pause => "pause",
        LongTerm => "long_term",
        Merge => "merge",
        _ => "void",
    };
}
