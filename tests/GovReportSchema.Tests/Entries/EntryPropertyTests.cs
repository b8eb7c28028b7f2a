using GovReportSchema.Checking;
using GovReportSchema.Json;
using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Entries;

/// <summary>What holds of any report with repeating rows, whatever the number of its entries.</summary>
public class EntryPropertyTests
{
    [Fact]
    public void A_report_of_any_number_of_entries_is_in_order_and_comes_back_from_its_json()
    {
        var random = new Random(11);
        var predicted = 0;
        for (var i = 0; i < 150; i++)
        {
            var report = FoiReports.Make(random, random.Next(1, 12), random.Next(0, 12), random.Next(1, 12));
            byte[] compact = report.ToJsonUtf8();
            Assert.Empty(report.Validate());
            foreach (var json in (byte[][])[compact, Layouts.Indent(compact), Layouts.Shuffle(compact, random)])
            {
                for (var times = 0; times < 2; times++)
                {
                    var result = FoiAnnualReport.Read(json);
                    Assert.Empty(result.Findings);
                    Assert.Equal(report, result.Report);
                    Assert.Equal(Layouts.Indent(compact), Layouts.Indent(result.Report.ToJsonUtf8()));
                }

                predicted += report.Format.Layouts.Read(json, report.Format.CreateReport(), out _) is null ? 0 : 1;
            }

            Assert.Equal(Layouts.Indent(compact), Layouts.Indent(report.ToJsonUtf8(indented: true)));
        }

        // A layout is learned for each number of entries, so that the second of a kind is read by it, unless others learned meanwhile.
        Assert.InRange(predicted, 150, 450);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_submissions_read_the_same_on_both_paths_and_from_what_is_written_of_them(int seed)
    {
        var random = new Random(seed);
        var predictions = 0;
        var (general, second) = (new FoiAnnualReport(), new FoiAnnualReport());
        for (var document = 0; document < 8; document++)
        {
            var whole = FoiReports.Make(random, random.Next(1, 4), random.Next(0, 4), random.Next(1, 3)).ToJsonUtf8();
            for (var i = 0; i < 400; i++)
            {
                var json = Mutations.Of(whole, random);
                SubmissionReader.LayForEntries(json, general);
                var slow = Named(SubmissionReader.ReadGenerally(json, general, CheckOptions.Default, learn: false), general, json);
                SubmissionReader.LayForEntries(json, second);
                if (second.Format.Layouts.Read(json, second, out var squeezed) is { } layout)
                {
                    predictions++;
                    Assert.Equal(general, second);
                    var fast = Checker.IsClean(second, CheckOptions.Default) ? []
                        : Named(SubmissionReader.FindByLayout(json, layout, squeezed, second, CheckOptions.Default), second, json);
                    Assert.Equal(slow.Select(Describe), fast.Select(Describe));
                }

                var result = FoiAnnualReport.Read(json);
                Assert.Equal(slow.Select(Describe), result.Findings.Select(Describe));
                AssertPlaces(result.Findings, json);
                Assert.Equal(result.Report, FoiAnnualReport.Read(result.Report.ToJsonUtf8()).Report);
            }

            FoiAnnualReport.Read(whole);
        }

        Assert.InRange(predictions, 100, 3_100);
    }

    [Fact]
    public void The_rules_of_any_number_of_entries_are_those_of_the_form()
    {
        var random = new Random(5);
        var violated = 0;
        for (var i = 0; i < 400; i++)
        {
            var report = FoiReports.Make(random, random.Next(1, 5), random.Next(0, 5), random.Next(1, 4));
            foreach (var cell in random.GetItems(report.Format.Cells.ToArray(), random.Next(0, 4)))
            {
                report.SetValue(cell.Index, random.Next(3) == 0 ? 0 : report.GetValue(cell.Index) + random.Next(-20, 20) is >= 0 and { } value ? value : 0);
            }

            var expected = FoiReference.Violations(report).Order(StringComparer.Ordinal).ToList();
            violated += expected.Count;

            Assert.Equal(expected, report.Validate().Select(finding => $"{finding.RuleId} {finding.Path}").Order(StringComparer.Ordinal));
        }

        Assert.InRange(violated, 400, 10_000);
    }

    [Fact]
    public void One_wrong_figure_of_a_component_is_located()
    {
        var random = new Random(8);
        for (var i = 0; i < 60; i++)
        {
            var report = FoiReports.Make(random, random.Next(2, 9), 1, 1);
            var components = report.Requests.Components;
            var entry = components[random.Next(components.Count)];
            var right = entry.Received;
            entry.Received += random.Next(1, 90);

            var repairs = report.Locate();

            var change = Assert.Single(Assert.Single(repairs).Changes);
            Assert.Equal((right, $"/requests/components/{components.IndexOf(entry.Component!)}/received"), ((long?)change.To, change.Path));
        }
    }

    [Fact]
    public void Many_threads_may_read_reports_of_many_sizes()
    {
        var documents = Enumerable.Range(0, 40).Select(i => FoiReports.Make(new Random(i), 1 + (i % 20), i % 7, 1 + (i % 3))).ToList();
        Parallel.For(0, 400, i =>
        {
            var report = documents[i % documents.Count];
            Assert.Equal(report, FoiAnnualReport.Read(report.ToJsonUtf8()).Report);
        });
    }

    private static IReadOnlyList<Finding> Named(FindingList findings, Report report, byte[] json)
    {
        findings.NameEntries(report);
        return findings.InDocumentOrder(json, 0);
    }

    private static string Describe(Finding finding) => $"{finding.Offset} {finding.Line}:{finding.Column} {finding}";

    private static void AssertPlaces(IReadOnlyList<Finding> findings, byte[] json)
    {
        var last = 0;
        foreach (var finding in findings)
        {
            Assert.InRange(finding.Offset!.Value, last, json.Length);
            last = finding.Offset.Value;
            Assert.NotEmpty(finding.GetMessage(Language.English));
        }
    }
}
