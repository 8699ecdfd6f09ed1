using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Duban.Web.Shell;

/// <summary>All texts of one language: every <c>Texts.resx</c> beside a module, read once.</summary>
public sealed class Catalogue
{
    private static readonly Lazy<Catalogue> chinese = new(() => new(CultureInfo.GetCultureInfo("zh-CN"), typeof(Catalogue).Assembly));
    private static readonly Lazy<Catalogue> english = new(() => new(CultureInfo.GetCultureInfo("en"),
        typeof(Catalogue).Assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo("en"))));

    private readonly FrozenDictionary<string, string> texts;

    private Catalogue(CultureInfo culture, Assembly assembly)
    {
        Culture = culture;
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".resources", StringComparison.Ordinal) && n.Contains(".Texts.", StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (System.Collections.DictionaryEntry entry in reader)
                if (!read.TryAdd((string)entry.Key, (string)entry.Value!))
                    throw new InvalidOperationException($"The text {entry.Key} stands in two files; one of them is {name}.");
        }
        texts = read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The language; dates and numbers follow it.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Every key, for the test that compares the languages.</summary>
    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>The text of a key, or null.</summary>
    public string? Find(string key) => texts.GetValueOrDefault(key);

    /// <summary>English for English cultures, Chinese for every other.</summary>
    public static Catalogue Of(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? english.Value : chinese.Value;
}
