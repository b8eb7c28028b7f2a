using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Each member of each report, dropped, doubled, renamed, retyped and moved: what is said of it, and where.</summary>
public partial class EveryMemberTests
{
    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in (string[])[.. TestData.RealReports, "sample-2021"])
            {
                // The layout does not depend on the figures, so two reports stand for all.
                var layouts = (string[])(name is "laixi-2020" or "sample-2021" ? ["indented", "compact", "crlf", "tabs"] : ["indented"]);
                foreach (var layout in layouts)
                {
                    data.Add(name, layout);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_dropped_member_is_named_at_the_brace_of_the_object_that_lacks_it(string name, string layout)
    {
        var json = Lay(name, layout);
        Assert.InRange(JsonWalk.Members(json).Count, 240, 250);
        foreach (var member in JsonWalk.Members(json))
        {
            AssertSays((Drop(json, member), "json.missingMember", member.Path, member.Object));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_doubled_member_is_named_at_the_second_of_its_names_and_the_first_counts(string name, string layout)
    {
        var json = Lay(name, layout);
        var report = ReportFormats.Read(json).Report!;
        foreach (var member in JsonWalk.Members(json))
        {
            var text = Encoding.UTF8.GetBytes($", \"{member.Name}\" : [{{\"x\":[]}}, 7.5e3]");
            var changed = Splice(json, member.End, member.End, text);

            AssertSays((changed, "json.duplicateMember", member.Path, member.End + 2));
            Assert.Equal(report, ReportFormats.Read(changed).Report);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_renamed_member_is_unknown_at_its_name_and_missed_under_its_own(string name, string layout)
    {
        var json = Lay(name, layout);
        foreach (var member in JsonWalk.Members(json).Where(member => member.Path != "/format"))
        {
            var changed = Splice(json, member.Start, member.Start + member.Name.Length + 2, Encoding.UTF8.GetBytes($"\"{member.Name}~/x\""));

            AssertSays((changed, "json.unknownMember", member.Path + "~0~1x", member.Start));
            AssertSays((changed, "json.missingMember", member.Path, member.Object));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_member_of_another_type_is_named_at_its_value(string name, string layout)
    {
        var json = Lay(name, layout);
        var format = ReportFormats.Read(json).Report!.Format;
        foreach (var member in JsonWalk.Members(json))
        {
            var isObject = json[member.Value] == '{';
            var isCell = format.TryGetCell(member.Path, out var cell);
            var isText = !isObject && !isCell && member.Path != "/year";
            foreach (var value in (string[])["\"7\"", "true", "false", "{\"a\":{}}", "[1,[2]]", "5.5", "0.1234567", "null", "7"])
            {
                var right = value switch
                {
                    "\"7\"" => isText,
                    "null" => !isObject && member.Path != "/format",
                    "7" => isCell || member.Path == "/year",
                    "5.5" => isCell && cell!.Type.Scale > 0,
                    "{\"a\":{}}" => isObject,
                    _ => false,
                };
                if (!right)
                {
                    AssertSays((Splice(json, member.Value, member.End, Encoding.UTF8.GetBytes(value)), "json.wrongType", member.Path, member.Value));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Members_that_change_places_change_no_finding(string name, string layout)
    {
        var json = Lay(name, layout);
        var report = ReportFormats.Read(json).Report!;
        var usual = Findings(json);
        var members = JsonWalk.Members(json);
        foreach (var (member, next) in members.Select(member => (member, members.FirstOrDefault(
            other => other.Object == member.Object && other.Start >= member.End))).Where(pair => pair.Item2 is not null))
        {
            byte[] changed =
            [
                .. json[..member.Start], .. json[next!.Start..next.End], .. json[member.End..next.Start],
                .. json[member.Start..member.End], .. json[next.End..],
            ];

            Assert.Equal(usual.Order(), Findings(changed).Order());
            Assert.Equal(report, ReportFormats.Read(changed).Report);
        }
    }

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex Indent();

    [GeneratedRegex("(\": \"[^\"\\\\]{20})(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex LongText();

    private static byte[] Lay(string name, string layout)
    {
        // Narratives of pages each would only cost time.
        var whole = Encoding.UTF8.GetString(TestData.Json(name));
        var text = LongText().Replace(whole, "$1…\"");
        return Encoding.UTF8.GetBytes(layout switch
        {
            "compact" => Encoding.UTF8.GetString(ReportFormats.Read(Encoding.UTF8.GetBytes(text)).Report!.ToJsonUtf8()),
            "crlf" => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal),
            "tabs" => Indent().Replace(text, spaces => new string('\t', spaces.Length / 2)),
            _ => text,
        });
    }

    private static string Parent(string path) => path[..path.LastIndexOf('/')];

    private static byte[] Splice(byte[] json, int start, int end, byte[] text) => [.. json[..start], .. text, .. json[end..]];

    /// <summary>Takes a member out, with the comma after it, or else the one before it.</summary>
    private static byte[] Drop(byte[] json, WalkedMember member)
    {
        var end = member.End;
        while (json[end] <= ' ')
        {
            end++;
        }

        var start = member.Start;
        if (json[end] == ',')
        {
            end++;
        }
        else
        {
            end = member.End;
            start = Array.LastIndexOf(json, (byte)',', start) is var comma && comma > member.Object ? comma : start;
        }

        return Splice(json, start, end, []);
    }

    /// <summary>The findings apart from where they stand in the text.</summary>
    private static List<string> Findings(byte[] json) => [.. ReportFormats.Read(json).Findings.Select(finding => finding.ToString())];

    private static void AssertSays((byte[] Json, string RuleId, string Path, int Offset) expected)
    {
        var result = ReportFormats.Read(expected.Json);

        var finding = Assert.Single(result.Findings, each => each.RuleId == expected.RuleId && each.Path == expected.Path);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.False(result.IsValid);
        Assert.Equal(expected.Offset, finding.Offset);
        Assert.Equal(JsonWalk.Place(expected.Json, expected.Offset), (finding.Line!.Value, finding.Column!.Value));
    }
}
