namespace NoDefinition;

public static class Use
{
    public static GovReportSchema.DisclosureReport2021 Make() => new();
}
