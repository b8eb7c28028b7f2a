using GovReportSchema.PackageTests.Packing;

namespace GovReportSchema.PackageTests;

/// <summary>An app that uses the official formats on published reports, built for .NET 8 and .NET 10.</summary>
[Collection(OnePackage.Name)]
public class OfficialFormatsTests(PackedPackage package)
{
    [Fact]
    public async Task Reading_checking_making_and_System_Text_Json_work_out_of_the_package()
    {
        var folder = package.LayOut("OfficialApp", "sample-2021.json", "zhangdian-2020.json");

        var lines = await package.BuildAndRunAsync(folder);

        Assert.Equal(
            [
                "received 44, fees 82531.19",
                "disclosure-2019 淄博市张店区人民政府 2020",
                "269:16 remedies.outcomeTotal 四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计：总计应等于结果维持、结果纠正、其他结果、尚未审结之和。应为 18（14 + 4 + 0 + 0），填报 9，相差 -9。",
                "total 108, 0 left, 0 errors",
                "applications.balance /applications/results/total/naturalPerson, applications.rowTotal /applications/carriedOver/total",
                "same True, bytes True",
                "envelope True",
                "parser loaded False, then True",
            ],
            lines);
        Assert.True(File.Exists(Path.Combine(folder, "bin", "Release", "net8.0", "OfficialApp.dll")));
    }
}
