using System.Text;
using System.Text.Json;

namespace Duban.Dispatch.Routing.Files;

/// <summary>Finds the line and column of a value in a JSON text by its path, as in groups[3].village.</summary>
internal static class JsonPlaces
{
    public static BadFileException Fault(string text, string path, string fault)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var at = Find(bytes, path);
        var before = Encoding.UTF8.GetString(bytes, 0, at);
        var line = before.Count(c => c == '\n') + 1;
        return new BadFileException(line, before.Length - before.LastIndexOf('\n'), fault);
    }

    private static int Find(byte[] bytes, string path)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var steps = path.Replace("[", ".#", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        reader.Read();
        foreach (var step in steps)
        {
            if (!(step[0] == '#' ? Element(ref reader, int.Parse(step[1..])) : Property(ref reader, step))) break;
        }
        return (int)reader.TokenStartIndex;
    }

    private static bool Element(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return false;
        reader.Read();
        for (; index > 0 && reader.TokenType != JsonTokenType.EndArray; index--)
        {
            reader.Skip();
            reader.Read();
        }
        return true;
    }

    private static bool Property(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        var copy = reader;
        while (copy.Read() && copy.TokenType == JsonTokenType.PropertyName)
        {
            var found = copy.ValueTextEquals(name);
            copy.Read();
            if (found)
            {
                reader = copy;
                return true;
            }
            copy.Skip();
        }
        return false;
    }
}
