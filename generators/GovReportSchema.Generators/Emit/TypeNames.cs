using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>
/// Names the classes of a report's tables, and their fields. They stand inside the report's class, and C# has no class with a member of its own
/// name, so a name that any property of the report has is taken, and a name that is taken gets a number. So does one that the report's
/// class inherits, which it would hide.
/// </summary>
internal sealed class TypeNames
{
    private readonly HashSet<string> _taken = new(ReservedNames.MembersOfReport, StringComparer.Ordinal);

    public TypeNames(ReportModel model)
    {
        _taken.Add(model.TypeName);
        foreach (var text in model.Header)
        {
            _taken.Add(PropertyName.Of(text.Member));
        }

        foreach (var section in model.Sections)
        {
            _taken.Add(PropertyName.Of(section.Member));
            foreach (var block in section is TableModel table ? table.Blocks : default)
            {
                AddProperties(block.Columns);
                AddProperties(block.Rows);
            }
        }
    }

    /// <summary>The class of a table, of a group of its rows or columns, or of a row.</summary>
    /// <param name="path">Member names from the table down.</param>
    /// <param name="kind"><c>Table</c>, <c>Rows</c>, <c>Row</c>, <c>Entry</c> or <c>Columns</c>.</param>
    public string Take(IEnumerable<string> path, string kind) => Take(string.Concat(path.Select(PropertyName.Of)) + kind);

    /// <summary>Any other name in the report's class.</summary>
    public string Take(string name) => UniqueName.Take(_taken, name);

    private void AddProperties(EquatableArray<NodeModel> nodes)
    {
        foreach (var node in nodes)
        {
            _taken.Add(PropertyName.Of(node.Member));
            if (node.Repeat is not null)
            {
                _taken.Add(PropertyName.Of(node.Repeat.Key));
            }

            AddProperties(node.Children);
        }
    }
}
