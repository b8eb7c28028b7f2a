using System.Text.Json;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>Reads submissions on the 2021 form with <see cref="Utf8JsonReader"/> and compares the library's reading with it.</summary>
internal static class SecondReader
{
    /// <summary>A number written with more characters may be more than a decimal holds, and is left out.</summary>
    private const int LongestNumber = 25;

    /// <summary>Compares what the library made of some bytes: whether they are JSON, the value of every cell, whether all is in order.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="report">The report as the library read it.</param>
    /// <param name="findings">What the library found.</param>
    /// <returns>Whether the bytes are JSON.</returns>
    public static bool AssertSame(byte[] json, Report report, IReadOnlyList<Finding> findings)
    {
        var isValid = findings.All(finding => finding.Severity != Severity.Error);
        if (Numbers(json) is not { } numbers)
        {
            Assert.False(isValid, Text(json));
            return false;
        }

        Assert.True(findings.All(finding => finding.RuleId != "json.syntax"), Text(json));
        foreach (var (path, number) in numbers)
        {
            if (number is { } value && report.Format.TryGetCell(path, out var cell))
            {
                var isHeld = decimal.Round(value, cell.Type.Scale) == value
                    && Math.Abs(value) <= Scaled.ToDecimal(cell.Type.Capacity, cell.Type.Scale);
                Assert.True(isHeld ? report.GetValue(cell.Index) == value : !isValid, $"{path}: {value}\n{Text(json)}");
            }
        }

        // The library takes a blank with a warning; the second check does not, and need not.
        if (findings.All(finding => finding.RuleId != "cell.blank"))
        {
            Assert.True(ReferenceCheck.IsInOrder(json) == isValid, $"{string.Join('\n', findings)}\n{Text(json)}");
        }

        return true;
    }

    /// <summary>The number of each path; null where it stands twice, or cannot be told.</summary>
    /// <returns>Null where the bytes are no JSON.</returns>
    private static Dictionary<string, decimal?>? Numbers(byte[] json)
    {
        var numbers = new Dictionary<string, decimal?>();
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            Walk(ref reader, "", numbers);

            // Whatever follows is thrown at.
            reader.Read();
            return numbers;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The grammar, and texts that are no UTF-8.
            return null;
        }
    }

    private static void Walk(ref Utf8JsonReader reader, string path, Dictionary<string, decimal?> numbers)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var member = $"{path}/{reader.GetString()}";
                    reader.Read();
                    Walk(ref reader, member, numbers);
                }

                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    Walk(ref reader, path + "/-", numbers);
                }

                break;
            case JsonTokenType.String:
                _ = reader.GetString();
                break;
            case JsonTokenType.Number:
                var number = reader.ValueSpan.Length <= LongestNumber && reader.TryGetDecimal(out var value) ? value : (decimal?)null;
                numbers[path] = numbers.ContainsKey(path) ? null : number;
                break;
        }
    }

    private static string Text(byte[] json) => System.Text.Encoding.UTF8.GetString(json);
}
