using System.Reflection;
using CsCheck;
using Duban.Domain.Cases;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases;

/// <summary>Any event with any content, made from the constructors of the family: a new event is covered the day it is added.</summary>
internal static class AnyEvent
{
    private static readonly Type[] Family = [.. CaseEventJson.Names.Select(n => n.Type)];
    private static readonly string[] Words = ["", "水", "“急”\n", "a\"b\\c", "<b>&</b>", "𠮷", "\u0007", "0734-0000000"];

    public static Gen<CaseEvent> Gen { get; } = CsCheck.Gen.Int[0, int.MaxValue].Select(seed => (CaseEvent)Make(Family[seed % Family.Length], new Random(seed))!);

    private static object? Make(Type type, Random r)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return r.Next(2) == 0 ? null : Make(inner, r);
        if (type == typeof(string)) return Words[r.Next(Words.Length)];
        if (type == typeof(int)) return r.Next(-5, 1000);
        if (type == typeof(long)) return r.NextInt64();
        if (type == typeof(bool)) return r.Next(2) == 0;
        if (type == typeof(decimal)) return r.Next(-180_000_000, 180_000_000) / 1_000_000m;
        if (type == typeof(DateOnly)) return new DateOnly(2021, 1, 1).AddDays(r.Next(2000));
        if (type == typeof(PersonId)) return new PersonId($"p.{r.Next(9)}");
        if (type == typeof(UnitId)) return new UnitId($"4304{r.Next(10, 99)}");
        if (type == typeof(UnitPath)) return new UnitPath($"430400/4304{r.Next(10, 99)}/");
        if (type == typeof(CaseId)) return new CaseId($"JL-{r.Next(999)}");
        if (type.IsEnum) return Enum.GetValues(type) is var values ? values.GetValue(r.Next(values.Length)) : null;
        if (type == typeof(IReadOnlyDictionary<string, int>)) return Enumerable.Range(0, r.Next(3)).ToDictionary(i => $"M{i}", _ => r.Next(101));
        if (type == typeof(IReadOnlyDictionary<string, string>)) return Enumerable.Range(0, r.Next(3)).ToDictionary(i => $"列{i}", _ => Words[r.Next(Words.Length)]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return Many(type.GetGenericArguments()[0], r);
        if (type.IsAbstract) return Make(type.GetNestedTypes()[r.Next(type.GetNestedTypes().Length)], r);
        return Whole(type, r);
    }

    private static object Whole(Type type, Random r)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, r))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && constructor.GetParameters().All(c => c.Name != p.Name)))
            property.SetValue(made, Make(property.PropertyType, r));
        return made;
    }

    private static Array Many(Type element, Random r)
    {
        var many = Array.CreateInstance(element, r.Next(3));
        for (var i = 0; i < many.Length; i++) many.SetValue(Make(element, r), i);
        return many;
    }
}
