namespace GovReportSchema.Tests;

/// <summary>The five real reports, all on the 2019 form, and a made one on the 2021 form.</summary>
internal static class TestData
{
    public static readonly string[] RealReports = ["baode-2019", "guantao-2019", "laixi-2020", "pingyin-2019", "zhangdian-2020"];

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", "reports", name + ".json");

    public static byte[] Text(string name) => File.ReadAllBytes(Path.ChangeExtension(PathOf(name), ".txt"));

    public static byte[] Json(string name) => File.ReadAllBytes(PathOf(name));
}
