namespace Duban.Domain;

/// <summary>Gathers every reason against an act, so that a refusal says everything at once.</summary>
public sealed class Reasons : List<Reason>
{
    /// <summary>Adds the reason unless it is null.</summary>
    public Reasons With(Reason? reason)
    {
        if (reason is not null) Add(reason);
        return this;
    }

    /// <summary>Adds them all.</summary>
    public Reasons With(IEnumerable<Reason> reasons)
    {
        AddRange(reasons);
        return this;
    }

    /// <summary>Adds the reason when the condition holds.</summary>
    public Reasons When(bool condition, string code, string? field = null, params IReadOnlyList<object?> args) =>
        With(condition ? new Reason(code, field, args) : null);

    /// <summary>Demands words in a field, at most so many characters.</summary>
    public Reasons Words(string? text, string field, int most = 2000)
    {
        if (string.IsNullOrWhiteSpace(text)) Add(new Reason("field.required", field));
        else if (text.Length > most) Add(new Reason("field.too_long", field, most, text.Length));
        return this;
    }

    /// <summary>The facts when nothing stands against them, else the refusal.</summary>
    public Ruling<T> Else<T>(Func<IReadOnlyList<T>> facts) => Count == 0 ? Ruling<T>.Allow(facts()) : Ruling<T>.Refused(this);

    /// <summary>The fact when nothing stands against it, else the refusal.</summary>
    public Ruling<T> Else<T>(Func<T> fact) => Count == 0 ? fact() : Ruling<T>.Refused(this);
}
