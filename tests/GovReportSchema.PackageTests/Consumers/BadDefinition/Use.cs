namespace BadDefinition;

public static class Use
{
    public static GovReportSchema.DisclosureReport2021 Make()
    {
        Console.WriteLine(new StaffReturn().Staff.Headquarters.Total);
        return new();
    }
}
