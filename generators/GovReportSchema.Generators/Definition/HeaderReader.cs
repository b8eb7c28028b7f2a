using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>The header as read: the agency and the added texts, and the label of the year.</summary>
internal sealed record Header(IReadOnlyList<HeaderModel> Texts, LabelModel YearLabel);

/// <summary>Reads the header. Every report names its agency and its year, whether or not the definition labels them.</summary>
internal static class HeaderReader
{
    private static readonly LabelModel Agency = new("机关名称", "Agency");
    private static readonly LabelModel Year = new("年度", "Year");

    public static Header Read(KeyedReader report, Mistakes mistakes)
    {
        var reader = report.Find("header") is { } entry
            ? KeyedReader.Open(entry, "'header'", "header: { agency: { zh: 机关名称, en: Agency } }", mistakes)
            : null;
        var texts = new List<HeaderModel> { new("agency", reader?.Label("agency") ?? Agency, BlankPolicy.Error) };
        foreach (var added in Added(reader))
        {
            var what = $"the header text '{Shown.Text(added.Key.Value)}'";
            if (KeyedReader.Open(added, what, "{ zh: 联系电话, en: Telephone }", mistakes) is { } text)
            {
                text.Refuse(DefinitionKeys.HeaderText);
                var type = CellTypeReader.ReadHeader(text, mistakes);
                texts.Add(new HeaderModel(
                    added.Key.Value, text.OwnLabel(), type.Blank, type.Kind == CellKind.Text ? null : type));
            }
        }

        return new Header(texts, reader?.Label("year") ?? Year);
    }

    /// <summary>The names that the definition gives to members of the report itself.</summary>
    public static IEnumerable<ScalarNode> AddedNames(KeyedReader report) =>
        report.Find("header")?.Value is MappingNode header
            ? header.Entries.Select(entry => entry.Key).Where(key => key.Value is not ("agency" or "year"))
            : [];

    private static IEnumerable<MappingEntry> Added(KeyedReader? header) =>
        (header?.Entries ?? []).Where(entry => entry.Key.Value is not ("agency" or "year"));
}
