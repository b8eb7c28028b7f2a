using System.Globalization;
using System.Text.RegularExpressions;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace GovReportSchema.Generators.Definition;

/// <summary>Reads what stands at the head of a definition: its id, its C# names, title, legal source and years.</summary>
internal static class HeadReader
{
    private const int LongestName = 128;

    public static string ReadFormatId(KeyedReader report, Mistakes mistakes)
    {
        if (report.Text("format", isRequired: true) is not { } text)
        {
            return "";
        }

        if (!IsFormatId(text.Value))
        {
            var mended = new string(text.Value.Take(LongestName)
                .Select(character => char.ToLowerInvariant(character))
                .Select(character => IsIdPart(character) ? character : '-').ToArray());
            var suggestion = string.Join("-", mended.Split(['-'], StringSplitOptions.RemoveEmptyEntries));
            mistakes.Report(
                DiagnosticDescriptors.FormatId, text.Range,
                Shown.Text(text.Value), suggestion.Length == 0 ? "disclosure-2021" : suggestion);
        }

        return text.Value;
    }

    public static string ReadTypeName(KeyedReader report, Mistakes mistakes)
    {
        if (report.Text("type", isRequired: true) is not { } text)
        {
            return "";
        }

        var expected = text.Value.Length > LongestName || !SyntaxFacts.IsValidIdentifier(text.Value)
                ? "letters, digits and underscores, not beginning with a digit, such as 'DisclosureReport2021'"
            : IsKeyword(text.Value) ? "one that is not a word of C# itself, such as 'DisclosureReport2021'"
            : text.Value == ReservedNames.Descriptor ? "another, since each report class has a member of that name"
            : null;
        if (expected is not null)
        {
            mistakes.Report(DiagnosticDescriptors.TypeName, text.Range, Shown.Text(text.Value), expected);
        }

        return text.Value;
    }

    /// <summary>The namespace of the definition, else that of the project.</summary>
    public static string ReadNamespace(KeyedReader report, string rootNamespace, Mistakes mistakes)
    {
        if (report.Text("namespace") is not { } text)
        {
            return DefaultNamespace.From(rootNamespace);
        }

        if (text.Value.Length > 4 * LongestName
            || !text.Value.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None))
        {
            mistakes.Report(DiagnosticDescriptors.NamespaceName, text.Range, Shown.Text(text.Value));
        }

        return text.Value;
    }

    public static SourceModel ReadSource(KeyedReader report, Mistakes mistakes)
    {
        if (report.Find("source") is not { } entry
            || KeyedReader.Open(entry, "'source'", "source: { number: 国办公开办函〔2021〕30号, date: 2021-09-26 }", mistakes) is not { } source)
        {
            return new SourceModel(null, null, null);
        }

        source.Refuse(DefinitionKeys.Source);
        var date = source.Text("date");
        if (date is not null && Day.Parse(date.Value) is null)
        {
            mistakes.Report(DiagnosticDescriptors.Date, date.Range, Shown.Text(date.Value), Day.Guess(date.Value));
        }

        return new SourceModel(source.Text("number")?.Value, source.Text("title")?.Value, date?.Value);
    }

    public static YearsModel ReadYears(KeyedReader report, Mistakes mistakes)
    {
        if (report.Text("years", isRequired: true) is not { } text)
        {
            return new YearsModel(null, null);
        }

        var ends = text.Value.Split('-');
        var (first, last) = (ReadYear(ends[0]), ReadYear(ends[ends.Length - 1]));
        var isSpan = ends.Length is 1 or 2
            && (first is not null || (ends[0].Length == 0 && last is not null))
            && (last is not null || (ends[ends.Length - 1].Length == 0 && first is not null));
        if (isSpan && first is { } from && last is { } to && from > to)
        {
            isSpan = false;
            mistakes.Report(
                DiagnosticDescriptors.Years, text.Range,
                Shown.Text(text.Value), $", did you mean '{Invariant.Text(to)}-{Invariant.Text(from)}'?");
        }
        else if (!isSpan)
        {
            mistakes.Report(DiagnosticDescriptors.Years, text.Range, Shown.Text(text.Value), GuessYears(text.Value));
        }

        return new YearsModel(first, last);
    }

    // Two years are a span however they are joined, and one with words beside it is a beginning more often than an end.
    private static string GuessYears(string text)
    {
        var years = Regex.Matches(text, "[1-9][0-9]{3}").Cast<Match>().Select(match => match.Value).ToList();
        return years.Count switch
        {
            1 => $", did you mean '{years[0]}-'?",
            2 when string.CompareOrdinal(years[0], years[1]) < 0 => $", did you mean '{years[0]}-{years[1]}'?",
            _ => "",
        };
    }

    private static int? ReadYear(string text) =>
        text.Length == 4 && text[0] != '0' && text.All(digit => digit is >= '0' and <= '9')
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private static bool IsFormatId(string id) =>
        id.Length <= LongestName && id.All(character => IsIdPart(character) || character == '-')
        && id.Split('-').All(part => part.Length > 0);

    private static bool IsIdPart(char character) => character is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
}
