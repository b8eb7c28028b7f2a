namespace GovReportSchema.Generators.Emit;

/// <summary>Gives a name that is taken a number.</summary>
internal static class UniqueName
{
    public static string Take(HashSet<string> taken, string name)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = name + CodeWriter.Number(i);
        }

        return unique;
    }
}
