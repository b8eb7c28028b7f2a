namespace GovReportSchema.Generators.Model;

/// <summary>The C# property of a JSON member.</summary>
internal static class PropertyName
{
    /// <summary>The member with a capital first: <c>naturalPerson</c> is <c>NaturalPerson</c>, <c>总计</c> stays.</summary>
    public static string Of(string member) =>
        member.Length == 0 ? member : char.ToUpperInvariant(member[0]) + member.Substring(1);
}
