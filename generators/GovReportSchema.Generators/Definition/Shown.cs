using System.Text;

namespace GovReportSchema.Generators.Definition;

/// <summary>Makes what was found in a file fit to stand in a message: short, on one line.</summary>
internal static class Shown
{
    private const int Longest = 60;
    private const int MostNames = 16;

    public static string Text(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            if (shown.Length == Longest)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character);
        }

        return shown.ToString();
    }

    /// <summary>The message of an exception, on one line.</summary>
    public static string Line(string message) =>
        string.Join(" ", message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));

    /// <summary><c>'a', 'b' or 'c'</c>.</summary>
    public static string Choice(IReadOnlyList<string> names) => Join(names, " or ");

    /// <summary><c>'a', 'b' and 'c'</c>.</summary>
    public static string All(IReadOnlyList<string> names) => Join(names, " and ");

    private static string Join(IReadOnlyList<string> names, string last)
    {
        var quoted = names.Take(MostNames).Select(name => $"'{Text(name)}'").ToList();
        if (names.Count > MostNames)
        {
            quoted.Add($"{Invariant.Text(names.Count - MostNames)} more");
        }

        return quoted.Count < 2
            ? string.Concat(quoted)
            : string.Join(", ", quoted.Take(quoted.Count - 1)) + last + quoted[quoted.Count - 1];
    }
}
