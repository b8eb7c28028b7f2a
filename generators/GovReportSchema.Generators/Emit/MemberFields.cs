using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>
/// Names the fields that keep the rows of a table once they were asked for. A row <c>a</c> is kept in <c>_a</c>, which a row
/// <c>_a</c> beside it may already have as its property, and the class of the table as its name.
/// </summary>
internal sealed class MemberFields(string typeName, IEnumerable<string> members)
{
    private readonly HashSet<string> _taken = new(members.Select(PropertyName.Of), StringComparer.Ordinal) { typeName };

    public string Take(string member) => Identifier.Of(UniqueName.Take(_taken, "_" + member));
}
