using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Reports and their parts are compared by what stands in them.</summary>
public class EqualityTests
{
    [Fact]
    public void Two_readings_of_one_submission_are_equal_and_differ_by_any_cell_or_text()
    {
        var (left, right) = (Read(), Read());
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left.Equals((object)right));
        Assert.False(left.Equals(null));
        Assert.False(left.Equals((object)"x"));
        foreach (var cell in left.Format.Cells)
        {
            var was = right.GetValue(cell.Index);
            right.SetValue(cell.Index, was + 1);
            Assert.NotEqual(left, right);
            right.SetValue(cell.Index, null);
            Assert.NotEqual(left, right);
            right.SetValue(cell.Index, was);
        }

        foreach (var change in (Action<DisclosureReport2021>[])
            [r => r.Agency += "x", r => r.Year++, r => r.Overview = null, r => r.Problems = "", r => r.OtherMatters += " "])
        {
            var changed = Read();
            change(changed);
            Assert.NotEqual(left, changed);
        }

        Assert.Equal(left, right);
    }

    [Fact]
    public void A_report_of_another_format_is_never_equal() => Assert.False(new DisclosureReport2019().Equals(new DisclosureReport2021()));

    [Fact]
    public void Parts_are_equal_where_their_values_are_and_their_class_is()
    {
        var (left, right) = (Read(), Read());
        left.Remedies.Litigation.Direct.Upheld = right.Remedies.Litigation.Direct.Upheld = 8;

        Assert.Equal(left.Applications, right.Applications);
        Assert.Equal(left.Applications.GetHashCode(), right.Applications.GetHashCode());
        right.Applications.CarriedOver.Other = 99;
        Assert.NotEqual(left.Applications, right.Applications);
        Assert.Equal(left.Applications.Received, right.Applications.Received);
        Assert.Equal(left.Remedies.Litigation.Direct, right.Remedies.Litigation.Direct);
        Assert.False(left.Remedies.Equals(left.Applications));
        Assert.False(left.Remedies.Equals(null));
        Assert.False(left.Remedies.Equals((object)1));
    }

    [Fact]
    public void Texts_for_people_say_what_is_there()
    {
        var report = new DisclosureReport2021 { Agency = "甲市", Year = 2024 };
        report.Remedies.Reconsideration.Upheld = 3;
        report.ProactiveDisclosure.AdministrativeFees.Amount = 1.50m;

        Assert.Equal("disclosure-2021 · 甲市 · 2024 (2 of 200 cells filled)", report.ToString());
        Assert.Equal("disclosure-2021 · ? · ? (0 of 200 cells filled)", new DisclosureReport2021().ToString());
        Assert.Equal("3 – – – –", report.Remedies.Reconsideration.ToString());
        Assert.Equal("1.5", report.ProactiveDisclosure.AdministrativeFees.ToString());
        Assert.Equal("disclosure-2021", report.Format.ToString());
        Assert.Equal("/applications/received/naturalPerson", report.Format.Cells[10].ToString());
    }

    [Fact]
    public void Reading_into_a_report_leaves_nothing_of_what_it_held()
    {
        var report = DisclosureReport2019.Read(TestData.Json("zhangdian-2020")).Report;
        report.OtherMatters = "旧";

        var result = DisclosureReport2019.ReadInto(TestData.Json("laixi-2020"), report);

        Assert.Same(report, result.Report);
        Assert.Equal(DisclosureReport2019.Read(TestData.Json("laixi-2020")).Report, report);
        Assert.Equal(new DisclosureReport2019(), DisclosureReport2019.ReadInto("{}"u8, report).Report);
    }

    private static DisclosureReport2021 Read() => DisclosureReport2021.Read(TestData.Json("sample-2021")).Report;
}
