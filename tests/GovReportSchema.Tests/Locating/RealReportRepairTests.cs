using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>What the published reports give.</summary>
public class RealReportRepairTests
{
    [Fact]
    public void Zhangdian_has_five_explanations_of_which_three_would_be_negative()
    {
        var repairs = DisclosureReport2019.Read(TestData.Json("zhangdian-2020")).Repairs;

        Assert.Equal(RepairState.Located, repairs.State);
        Assert.Equal(
            ["1. TotalNotUpdated: /remedies/reconsideration/total: 9 → 18", "2. Other: /remedies/reconsideration/upheld: 14 → 5"],
            repairs.Select(repair => repair.ToString()));
        Assert.Equal(
            "四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计（填报 9）应为 18：合计与各项之和不符，可能是改动某项后未重新汇总。",
            repairs[0].Reason);
        Assert.Equal(
            "四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 结果维持（填报 14）应为 5：若其他单元格都无误，此格只能是此数。",
            repairs[1].Reason);
        Assert.Equal("最可能：" + repairs[0].Reason + "其次：" + repairs[1].Reason, repairs.GetMessage());
        Assert.Equal(
            "Most likely: 4. Administrative reconsideration and litigation › Administrative reconsideration › Total (9) should be 18: the total is not the sum of its parts; it may not have been updated after one of them changed."
            + " Less likely: 4. Administrative reconsideration and litigation › Administrative reconsideration › Upheld (14) should be 5: if all other cells are right, it can be no other number.",
            repairs.GetMessage(Language.English));
    }

    [Fact]
    public void Repairs_are_written_as_json()
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            DisclosureReport2019.Read(TestData.Json("guantao-2019")).Repairs.WriteTo(writer, Language.English);
        }

        Assert.Equal(
            """
            [{"kind":"blankLeft","rank":1,"tied":false,"reason":"3. Requests received and handled › 2. Requests carried over from last year › Legal persons and other organisations › Commercial enterprises (blank) should be 0: left blank, the other cells leave it no other number.","changes":[{"path":"/applications/carriedIn/commercialEnterprise","label":"3. Requests received and handled › 2. Requests carried over from last year › Legal persons and other organisations › Commercial enterprises","from":null,"to":0}]}]
            """,
            Encoding.UTF8.GetString(buffer.ToArray()));
    }

    [Theory]
    [InlineData("baode-2019")]
    [InlineData("pingyin-2019")]
    [InlineData("sample-2021")]
    public void A_report_in_order_has_nothing_to_repair(string name)
    {
        var repairs = ReportFormats.Read(TestData.Json(name)).Repairs;

        Assert.Equal((RepairState.NothingToRepair, 0, ""), (repairs.State, repairs.Count, repairs.GetMessage()));
    }

    [Fact]
    public void Every_blank_of_Laixis_table_3_is_forced_to_0()
    {
        var report = DisclosureReport2019.Read(TestData.Json("laixi-2020")).Report;
        var before = report.ToJsonUtf8();
        var repair = Assert.Single(report.Locate());

        Assert.Equal(
            report.Format.Cells.Where(cell => MadeReports.IsTable3(cell) && report.GetValue(cell.Index) is null),
            repair.Changes.Where(change => MadeReports.IsTable3(change.Cell)).Select(change => change.Cell));
        Assert.All(repair.Changes, change => Assert.Equal((null, 0m, SlipKind.BlankLeft), (change.From, change.To, change.Kind)));
        Assert.Equal(
            "规则唯一确定了 114 个空白单元格的数值，都是 0（三、收到和处理政府信息公开申请情况：112 个；四、政府信息公开行政复议、行政诉讼情况：2 个）。未代为填写。",
            repair.Reason);
        Assert.Equal(
            "The rules leave 114 blank cells one number each, 0 in all of them (3. Requests received and handled: 112; 4. Administrative reconsideration and litigation: 2). Nothing has been filled in.",
            repair.GetReason(Language.English));
        Assert.Equal(before, report.ToJsonUtf8());
    }

    [Fact]
    public void Nothing_can_be_said_of_a_submission_that_is_no_report() =>
        Assert.Empty(ReportFormats.Read("{}"u8).Repairs);
}
