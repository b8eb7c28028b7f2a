using System.Globalization;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Reads how a row repeats.</summary>
internal sealed class RepeatReader(AxisKind kind, Mistakes mistakes)
{
    private const string Example = "repeat: { key: department, zh: 单位名称, en: Name of the body }";

    /// <summary>Null where the row stands once, or where a mistake makes it so.</summary>
    public RepeatModel? Read(KeyedReader owner)
    {
        // 'repeat: false' makes a row that is inherited stand once.
        if (owner.Find("repeat") is not { Value: not ScalarNode { Value: "false" } } entry)
        {
            return null;
        }

        if (Clash(owner) is { } clash)
        {
            mistakes.Report(DiagnosticDescriptors.DoesNotGo, entry.Key.Range, "repeat", clash.With, clash.Why);
            return null;
        }

        if (KeyedReader.Open(entry, $"'repeat' of {owner.What}", Example, mistakes) is not { } reader)
        {
            return null;
        }

        reader.Refuse(DefinitionKeys.Repeat);
        var label = reader.OwnLabel();
        var minimum = ReadNumber(reader, "min", 0, 0);
        var maximum = ReadNumber(reader, "max", RepeatModel.MostByDefault, 1);
        if (minimum > maximum)
        {
            var at = (reader.Find("min") ?? reader.Find("max"))!.Value.Range;
            mistakes.Report(
                DiagnosticDescriptors.EntryCount, at,
                $"'min' {Invariant.Text(minimum)} is greater than 'max' {Invariant.Text(maximum)}{(reader.Has("max") ? "" : ", where none is given")}");
        }

        if (reader.Text("key", isRequired: true) is not { } key)
        {
            return null;
        }

        MemberNames.Check(key, "the key of an entry", mistakes);
        return new RepeatModel(key.Value, label, minimum, maximum);
    }

    private (string With, string Why)? Clash(KeyedReader owner) =>
        kind == AxisKind.Column ? (owner.What, "only rows repeat")
        : owner.Flag("heading") ? ($"'heading' of {owner.What}", "a heading is printed only, and has no member to repeat")
        : owner.Has("total") ? ($"'total' of {owner.What}", "a total stands once, after what it sums")
        : null;

    private int ReadNumber(KeyedReader reader, string key, int fallback, int least)
    {
        if (reader.Text(key) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= SectionsReader.MostCells)
        {
            return number;
        }

        mistakes.Report(
            DiagnosticDescriptors.EntryCount, text.Range,
            $"'{key}' is '{Shown.Text(text.Value)}', not a whole number from {Invariant.Text(least)} to {Invariant.Text(SectionsReader.MostCells)}");
        return fallback;
    }
}
