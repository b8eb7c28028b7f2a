using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>
/// Names the classes of a report's tables. They stand inside the report's class, beside its properties, so a name that is taken
/// gets a number.
/// </summary>
internal sealed class TypeNames
{
    private readonly HashSet<string> _taken;

    public TypeNames(ReportModel model) => _taken = new HashSet<string>(
        model.Sections.Select(section => PropertyName.Of(section.Member)).Concat(model.Header.Select(text => PropertyName.Of(text.Member))),
        StringComparer.Ordinal)
    {
        model.TypeName,
    };

    /// <summary>The class of a table, of a group of its rows or columns, or of a row.</summary>
    /// <param name="path">Member names from the table down.</param>
    /// <param name="kind"><c>Table</c>, <c>Rows</c>, <c>Row</c> or <c>Columns</c>.</param>
    public string Take(IEnumerable<string> path, string kind)
    {
        var name = string.Concat(path.Select(PropertyName.Of)) + kind;
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            unique = name + CodeWriter.Number(i);
        }

        return unique;
    }
}
