using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Reads what cells hold, from a row, a column or the <c>cells</c> of a table.</summary>
/// <param name="fallback">What the table's <c>cells</c> say: a node that gives no kind of its own changes only what it names.</param>
internal sealed class CellTypeReader(CellTypeModel? fallback, Mistakes mistakes)
{
    private static readonly (string Name, CellKind Kind)[] Kinds =
    [
        ("count", CellKind.Count), ("signed", CellKind.Signed), ("decimal", CellKind.Decimal),
        ("date", CellKind.Date), ("choice", CellKind.Choice), ("text", CellKind.Text),
    ];

    private static readonly (string Name, CellKind Kind)[] HeaderKinds =
        [("text", CellKind.Text), ("date", CellKind.Date), ("choice", CellKind.Choice)];

    /// <summary>Null where the node says nothing of its cells.</summary>
    public CellTypeModel? Read(KeyedReader reader)
    {
        if (!DefinitionKeys.Cells.Any(reader.Has))
        {
            return null;
        }

        var inherited = reader.Has("kind") ? null : fallback;
        return Read(reader, reader.Choice("kind", inherited?.Kind ?? CellKind.Count, Kinds), inherited);
    }

    /// <summary>What a text of the header holds.</summary>
    public static CellTypeModel ReadHeader(KeyedReader reader, Mistakes mistakes) =>
        new CellTypeReader(null, mistakes).Read(reader, reader.Choice("kind", CellKind.Text, HeaderKinds), null);

    private CellTypeModel Read(KeyedReader reader, CellKind kind, CellTypeModel? inherited)
    {
        RefuseKeys(reader, kind);
        var type = kind switch
        {
            CellKind.Date => DateTypeReader.Read(reader, inherited, mistakes),
            CellKind.Choice => ChoiceTypeReader.Read(reader, inherited, mistakes),
            CellKind.Text => ReadText(reader, inherited),
            _ => new NumberTypeReader(mistakes).Read(reader, kind, inherited),
        };
        return type with { Blank = reader.Blank(inherited?.Blank ?? BlankPolicy.Warning) };
    }

    private static string[] KeysOf(CellKind kind) => kind switch
    {
        CellKind.Date => ["min", "max"],
        CellKind.Choice => ["choices"],
        CellKind.Text => ["maxLength"],

        // A 'scale' of whole numbers is refused where scales are read.
        _ => ["unit", "scale", "min", "max"],
    };

    private void RefuseKeys(KeyedReader reader, CellKind kind)
    {
        foreach (var key in DefinitionKeys.Cells.Except(["kind", "blank", .. KeysOf(kind)]))
        {
            if (reader.Find(key) is { } entry)
            {
                var owners = Kinds.Where(other => KeysOf(other.Kind).Contains(key)).Select(other => $"kind: {other.Name}").ToList();
                mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, entry.Key.Range,
                    key, $"'kind: {kind.ToString().ToLowerInvariant()}' of {reader.What}", $"it goes with {Shown.Choice(owners)}");
            }
        }
    }

    private CellTypeModel ReadText(KeyedReader reader, CellTypeModel? inherited)
    {
        var type = CellTypeModel.Count with { Kind = CellKind.Text, Maximum = inherited?.Maximum ?? CellTypeModel.LargestCount };
        if (reader.Text("maxLength") is not { } text)
        {
            return type;
        }

        if (ExactNumber.Parse(text.Value) is { Scale: 0, Digits: var length } && length.Sign > 0 && length <= CellTypeModel.LargestCount)
        {
            return type with { Maximum = (long)length };
        }

        mistakes.Report(DiagnosticDescriptors.Bound, text.Range, Shown.Text(text.Value), "maxLength", "a whole number of characters from 1 on");
        return type;
    }
}
